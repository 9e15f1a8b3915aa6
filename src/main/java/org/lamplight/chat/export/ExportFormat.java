package org.lamplight.chat.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** As what a talk is written. */
public enum ExportFormat {
    /** Lines for people to read. */
    TEXT("txt"),
    /** One page for a browser, complete in itself, without scripts. */
    HTML("html"),
    /** One object, with a message a line, for programs. */
    JSON("json");

    private final String ending;

    ExportFormat(String ending) {
        this.ending = ending;
    }

    /** What names of such files end in, without the dot. */
    public String ending() {
        return ending;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this word, or of this ending. */
    public static Optional<ExportFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equalsIgnoreCase(word) || format.ending.equalsIgnoreCase(word))
                .findFirst();
    }

    /** The one that a file of this name would be. */
    public static Optional<ExportFormat> ofFile(String name) {
        return of(name.substring(name.lastIndexOf('.') + 1));
    }
}
