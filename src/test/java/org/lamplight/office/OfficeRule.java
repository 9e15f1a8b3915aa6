package org.lamplight.office;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A fresh, quiet office for each test, and clients that are closed after it. */
final class OfficeRule implements BeforeEachCallback, AfterEachCallback {
    private final OfficeOptions options;
    private final Tempo tempo;
    private final List<AutoCloseable> toClose = new ArrayList<>();
    private Office office;

    OfficeRule() {
        this(OfficeOptions.defaults().withLively(false).withEncryption(Encryption.NONE), Tempo.of(0.01));
    }

    OfficeRule(OfficeOptions options, Tempo tempo) {
        this.options = options;
        this.tempo = tempo;
    }

    Office office() {
        return office;
    }

    RawClient connect() throws Exception {
        return keep(RawClient.connect(office));
    }

    RawClient session(String user, String resource) throws Exception {
        return keep(RawClient.session(office, user, resource));
    }

    RawClient online(String user, String resource) throws Exception {
        return keep(RawClient.online(office, user, resource));
    }

    <T extends AutoCloseable> T keep(T closeable) {
        toClose.add(closeable);
        return closeable;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        office = Office.open(options, tempo);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (AutoCloseable closeable : toClose) {
            closeable.close();
        }
        toClose.clear();
        office.close();
    }
}
