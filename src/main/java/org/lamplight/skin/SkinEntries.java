package org.lamplight.skin;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.Status;

/**
 * What a skin says itself, without what it inherits. Immutable: each {@code with…} gives another one.
 *
 * @param pictures its own pictures
 * @param shows which status looks like which other one
 * @param broken the statuses whose own picture cannot be used; what is inherited for them is off nevertheless
 * @param tints its own colours, or {@link Tint#THEME}
 * @param sounds the files of its sounds by name
 */
record SkinEntries(
        Map<Status, Drawn> pictures,
        Map<Status, Status> shows,
        Set<Status> broken,
        Map<Tint, Integer> tints,
        Map<String, Path> sounds) {

    static final SkinEntries NONE = new SkinEntries(Map.of(), Map.of(), Set.of(), Map.of(), Map.of());

    SkinEntries {
        pictures = Map.copyOf(pictures);
        shows = Map.copyOf(shows);
        broken = Set.copyOf(broken);
        tints = Map.copyOf(tints);
        sounds = Map.copyOf(sounds);
    }

    /** With this picture, which from now on stands for the status itself. */
    SkinEntries withPicture(Status status, Drawn picture) {
        return withPictures(map -> map.put(status, picture)).withoutShow(status).withoutBroken(status);
    }

    SkinEntries withShow(Status status, Status as) {
        return withShows(map -> map.put(status, as));
    }

    /** Saying nothing about this status. */
    SkinEntries without(Status status) {
        return withPictures(map -> map.remove(status)).withoutShow(status).withoutBroken(status);
    }

    /** With this colour; null: saying nothing about it. */
    SkinEntries withTint(Tint tint, @Nullable Integer rgb) {
        Map<Tint, Integer> changed = new HashMap<>(tints);
        if (rgb == null) {
            changed.remove(tint);
        } else {
            changed.put(tint, rgb);
        }
        return new SkinEntries(pictures, shows, broken, changed, sounds);
    }

    boolean saysTheSame(Status status, SkinEntries other) {
        return Objects.equals(pictures.get(status), other.pictures.get(status))
                && Objects.equals(shows.get(status), other.shows.get(status))
                && broken.contains(status) == other.broken.contains(status);
    }

    /** Whether anything is said about this status. */
    boolean says(Status status) {
        return !saysTheSame(status, NONE);
    }

    private SkinEntries withoutShow(Status status) {
        return withShows(map -> map.remove(status));
    }

    private SkinEntries withoutBroken(Status status) {
        Set<Status> rest = EnumSet.noneOf(Status.class);
        rest.addAll(broken);
        rest.remove(status);
        return new SkinEntries(pictures, shows, rest, tints, sounds);
    }

    private SkinEntries withPictures(Consumer<Map<Status, Drawn>> change) {
        Map<Status, Drawn> changed = new EnumMap<>(Status.class);
        changed.putAll(pictures);
        change.accept(changed);
        return new SkinEntries(changed, shows, broken, tints, sounds);
    }

    private SkinEntries withShows(Consumer<Map<Status, Status>> change) {
        Map<Status, Status> changed = new EnumMap<>(Status.class);
        changed.putAll(shows);
        change.accept(changed);
        return new SkinEntries(pictures, changed, broken, tints, sounds);
    }
}
