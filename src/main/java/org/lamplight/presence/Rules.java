package org.lamplight.presence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The order in which facts win over each other, as data: users and administrators edit it. Immutable.
 *
 * @param rules in order; the first whose condition holds decides
 * @param idleAfter without input for this long a person is idle
 * @param longAfter idle or locked for this long a person is extended away
 */
public record Rules(List<Rule> rules, Duration idleAfter, Duration longAfter) {
    /** The presets, the product's own first; each is a file of its own. */
    private static final List<String> PRESETS = List.of("default", "jabber", "webex", "teams", "nextcloud");

    /** A rules text that can't be used. The message names each line and what is wrong with it. */
    public static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String message) {
            super(message);
        }
    }

    /** The order that ships with the product. */
    public static Rules builtIn() {
        return Objects.requireNonNull(Presets.ALL.get("default"));
    }

    /** The names of the presets: the product's own, and those that decide as known products do. */
    public static List<String> presets() {
        return PRESETS;
    }

    /** The rules of this preset, or empty if there is none. */
    public static Optional<Rules> preset(String name) {
        return Optional.ofNullable(Presets.ALL.get(name));
    }

    /** Reads a rules text; see {@code default.rules} for its form. */
    public static Rules parse(String text) throws Broken {
        return new RulesText(text).rules();
    }

    /** The same rules with another time without input until a person is idle. */
    public Rules withIdleAfter(Duration other) {
        return new Rules(rules, other, longAfter);
    }

    /** The text of a preset, to begin an own one from. */
    public static String presetText(String name) {
        try (InputStream in = Objects.requireNonNull(Rules.class.getResourceAsStream(name + ".rules"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read when they are first needed: they are texts like those of users, but never broken. */
    private static final class Presets {
        static final Map<String, Rules> ALL =
                PRESETS.stream().collect(Collectors.toUnmodifiableMap(name -> name, Presets::read));

        private static Rules read(String name) {
            try {
                return parse(presetText(name));
            } catch (Broken e) {
                throw new IllegalStateException(name, e);
            }
        }
    }
}
