package org.lamplight.skin;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.lamplight.presence.Status;

/** Lamplight's own pictures, which lie inside the jar and are always there. */
final class BuiltInSkin {
    static final String ID = "lamplight";

    private BuiltInSkin() {}

    static Map<Status, Drawn> pictures() {
        Map<Status, Drawn> drawn = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            drawn.put(status, drawn(status));
        }
        return drawn;
    }

    private static Drawn drawn(Status status) {
        String file = "lamplight/presence/" + status.key() + ".svg";
        try (InputStream in = Objects.requireNonNull(BuiltInSkin.class.getResourceAsStream(file), file)) {
            return new Drawn(file, SvgArtwork.of(in.readAllBytes()));
        } catch (IOException | BrokenIcon bug) {
            throw new IllegalStateException(file, bug);
        }
    }
}
