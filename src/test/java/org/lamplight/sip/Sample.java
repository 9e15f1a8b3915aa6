package org.lamplight.sip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Bodies as servers send them, kept as files. */
final class Sample {
    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private Sample() {}

    static byte[] of(String kind, String name) {
        try (InputStream in = Sample.class.getResourceAsStream(kind + "/" + name + ".xml")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<byte[]> all(String kind) throws IOException, URISyntaxException {
        try (var files = Files.list(Path.of(Sample.class.getResource(kind).toURI()))) {
            return files.sorted()
                    .map(file -> of(kind, file.getFileName().toString().replace(".xml", "")))
                    .toList();
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
