package org.lamplight.desktop.headset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Report descriptors of real devices, by their names. */
final class Descriptors {
    private Descriptors() {}

    static Map<String, byte[]> all() throws IOException {
        try (InputStream in = Descriptors.class.getResourceAsStream("descriptors.txt")) {
            Map<String, byte[]> all = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(": "))
                    .forEach(parts -> all.put(parts[0], HexFormat.of().parseHex(parts[1])));
            return all;
        }
    }

    static byte[] of(String name) throws IOException {
        return all().get(name);
    }
}
