package org.lamplight.spelling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Words that the user added, one a line of a text file that may be edited by hand. Blocking; one thread at a time. */
final class OwnWords {
    private static final Logger LOG = LoggerFactory.getLogger(OwnWords.class);
    private static final long LARGEST = 10_000_000;

    private final Path file;
    private final Set<String> words = new HashSet<>();

    OwnWords(Path file) {
        this.file = file;
        try {
            if (Files.exists(file) && Files.size(file) <= LARGEST) {
                // what is no UTF-8 is read as far as it is
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .forEach(words::add);
            }
        } catch (IOException e) {
            LOG.warn("The own dictionary {} could not be read", file, e);
        }
    }

    boolean has(String word) {
        return words.contains(word) || words.contains(word.toLowerCase(java.util.Locale.ROOT));
    }

    /** Whether it is kept at later starts too. */
    boolean add(String word) {
        if (!words.add(word)) {
            return true;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, word + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return true;
        } catch (IOException e) {
            LOG.warn("The own dictionary {} could not be written", file, e);
            return false;
        }
    }
}
