package org.lamplight.skin;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.Status;

/** Makes a skin of what it says itself, the skin it extends, the chains of stand-ins and Lamplight's own pictures. */
final class Inheritance {
    private final Fallbacks fallbacks = new Fallbacks();
    private final Map<Status, Drawn> builtIn = BuiltInSkin.pictures();

    /** Lamplight's own skin. */
    Skin builtIn() {
        SkinEntries says = new SkinEntries(builtIn, Map.of(), java.util.Set.of(), Map.of(), Map.of());
        Map<Status, Skin.Shown> shown = new EnumMap<>(Status.class);
        builtIn.forEach(
                (status, picture) -> shown.put(status, new Skin.Shown(status, status, Skin.From.BUILT_IN, picture)));
        return new Skin(
                BuiltInSkin.ID,
                "Lamplight",
                null,
                says,
                new Skin.Whole(builtIn, Map.of(), Map.of(), Map.of(), shown),
                List.of());
    }

    /** The skin with this folder and name that extends {@code base}, if any. Pure. */
    Skin compose(String id, String name, @Nullable Skin base, SkinEntries says, List<SkinProblem> problems) {
        Map<Status, Drawn> drawn = new EnumMap<>(Status.class);
        Map<Status, Status> shows = new EnumMap<>(Status.class);
        Map<Tint, Integer> tints = new HashMap<>();
        Map<String, Path> sounds = new HashMap<>();
        if (base != null) {
            drawn.putAll(base.whole().drawn());
            shows.putAll(base.whole().shows());
            tints.putAll(base.whole().tints());
            sounds.putAll(base.whole().sounds());
        }
        // the skin speaks of these pictures itself: what it inherits is off, sound or not
        says.broken().forEach(drawn::remove);
        shows.keySet().removeAll(says.broken());
        shows.keySet().removeAll(says.pictures().keySet());
        drawn.putAll(says.pictures());
        shows.putAll(says.shows());
        tints.putAll(says.tints());
        tints.values().removeIf(rgb -> rgb == Tint.THEME);
        sounds.putAll(says.sounds());
        Skin.Whole whole = new Skin.Whole(drawn, shows, tints, sounds, shown(drawn, shows));
        return new Skin(id, name, base, says, whole, problems);
    }

    private Map<Status, Skin.Shown> shown(Map<Status, Drawn> drawn, Map<Status, Status> shows) {
        Map<Status, Skin.Shown> shown = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            shown.put(status, resolve(drawn, status, shows.getOrDefault(status, status)));
        }
        return shown;
    }

    private Skin.Shown resolve(Map<Status, Drawn> drawn, Status status, Status wanted) {
        Drawn own = drawn.get(wanted);
        if (own != null) {
            return new Skin.Shown(status, wanted, Skin.From.SKIN, own);
        }
        for (Status standIn : fallbacks.of(wanted)) {
            Drawn other = drawn.get(standIn);
            if (other != null) {
                return new Skin.Shown(status, standIn, Skin.From.FALLBACK, other);
            }
        }
        return new Skin.Shown(status, wanted, Skin.From.BUILT_IN, Objects.requireNonNull(builtIn.get(wanted)));
    }
}
