package org.lamplight.skin;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lamplight.presence.Status;

/** Lamplight's own pictures, which lie inside the jar and are always there. */
final class BuiltInSkin {
    static final String ID = "lamplight";

    private BuiltInSkin() {}

    static Skin load() {
        Map<Status, Skin.Drawn> drawn = new EnumMap<>(Status.class);
        Map<Status, Skin.Shown> shown = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            Skin.Drawn icon = drawn(status);
            drawn.put(status, icon);
            shown.put(status, new Skin.Shown(status, status, Skin.From.BUILT_IN, icon));
        }
        return new Skin(ID, "Lamplight", drawn, Map.of(), shown, List.of());
    }

    private static Skin.Drawn drawn(Status status) {
        String file = "lamplight/presence/" + status.key() + ".svg";
        try (InputStream in = Objects.requireNonNull(BuiltInSkin.class.getResourceAsStream(file), file)) {
            return new Skin.Drawn(file, ArtworkFile.decode(file, in.readAllBytes()));
        } catch (IOException | BrokenIcon bug) {
            throw new IllegalStateException(file, bug);
        }
    }
}
