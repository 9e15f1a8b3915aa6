package org.lamplight.presence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * The order in which facts win over each other, as data: users and administrators edit it. Immutable.
 *
 * @param rules in order; the first whose condition holds decides
 * @param idleAfter without input for this long a person is idle
 * @param longAfter idle or locked for this long a person is extended away
 */
public record Rules(List<Rule> rules, Duration idleAfter, Duration longAfter) {
    private static final Rules BUILT_IN = readBuiltIn();

    /** A rules text that can't be used. The message names each line and what is wrong with it. */
    public static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String message) {
            super(message);
        }
    }

    /** The order that ships with the product. */
    public static Rules builtIn() {
        return BUILT_IN;
    }

    /** Reads a rules text; see {@code default.rules} for its form. */
    public static Rules parse(String text) throws Broken {
        return new RulesText(text).rules();
    }

    /** The text of {@link #builtIn()}, to begin an own one from. */
    public static String builtInText() {
        try (InputStream in = Rules.class.getResourceAsStream("default.rules")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rules readBuiltIn() {
        try {
            return parse(builtInText());
        } catch (Broken e) {
            throw new IllegalStateException(e);
        }
    }
}
