package org.lamplight.office.colleagues;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Reads the data that describes the colleagues: lines, of which empty ones and comments (#) do not count. */
final class DataFile {
    private DataFile() {}

    static List<String> lines(String name) {
        InputStream in = DataFile.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the program lacks its file " + name);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines whose cells are separated by bars. */
    static List<List<String>> rows(String name) {
        return lines(name).stream().map(line -> split(line, "\\|")).toList();
    }

    static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator)).map(String::strip).toList();
    }
}
