package org.lamplight.office.sip;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.lamplight.office.sip.directory.SipAccount;
import org.lamplight.office.tls.SelfSignedCertificate;

/** A fresh server for each test; ada, bob and cleo answer themselves, grace is a colleague. Phones end with it. */
final class SipOffice implements BeforeEachCallback, AfterEachCallback {
    final TestClock clock = new TestClock();
    private final List<AutoCloseable> open = new ArrayList<>();
    private SipServer server;
    SelfSignedCertificate certificate;

    private static SipAccount account(String user, String number, boolean answers) {
        String name = user.substring(0, 1).toUpperCase(Locale.ROOT) + user.substring(1);
        return new SipAccount(user, "secret-" + user, name, number, answers);
    }

    SipServer server() {
        return server;
    }

    RawPhone udp(String user) throws Exception {
        return keep(RawPhone.udp(user, server.port()));
    }

    RawPhone tcp(String user) throws Exception {
        return keep(RawPhone.tcp(user, server.port()));
    }

    /** Registered already. */
    RawPhone phone(String user) throws Exception {
        RawPhone phone = udp(user);
        phone.register();
        return phone;
    }

    <T extends AutoCloseable> T keep(T closeable) {
        open.add(closeable);
        return closeable;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        certificate = SelfSignedCertificate.create(List.of("localhost", "127.0.0.1"));
        SipSettings settings = SipSettings.of("localhost")
                .withTls(certificate.serverContext())
                .withPace(0.02)
                .withClock(clock);
        server = SipServer.open(
                settings,
                List.of(
                        account("ada", "6001", false),
                        account("bob", "6002", false),
                        account("cleo", "6003", false),
                        account("grace", "6004", true)));
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
        open.clear();
        server.close();
    }

    /** Stands still until it is told to go on. */
    static final class TestClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-22T09:00:00Z");

        void pass(int seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
