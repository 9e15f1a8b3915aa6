package org.lamplight.skin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.lamplight.presence.Status;

/** Which icons may stand in for one that is missing, best first; read from {@code fallbacks.properties}. */
final class Fallbacks {
    private final Map<Status, List<Status>> chains = new EnumMap<>(Status.class);

    Fallbacks() {
        Properties data = new Properties();
        try (InputStream in = Objects.requireNonNull(Fallbacks.class.getResourceAsStream("fallbacks.properties"))) {
            data.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (Status status : Status.values()) {
            chains.put(status, chain(data.getProperty(status.key(), "")));
        }
    }

    private static List<Status> chain(String keys) {
        return Arrays.stream(keys.split(","))
                .map(String::strip)
                .map(Status::ofKey)
                .flatMap(Optional::stream)
                .toList();
    }

    List<Status> of(Status status) {
        return chains.getOrDefault(status, List.of());
    }
}
