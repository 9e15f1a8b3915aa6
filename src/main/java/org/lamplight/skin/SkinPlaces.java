package org.lamplight.skin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where skins are looked for.
 *
 * @param program the folder of the program's skins, null if there is none
 * @param own the folder of the profile's skins, which win; null without a profile. It need not exist yet
 */
public record SkinPlaces(@Nullable Path program, @Nullable Path own) {
    private static final String FOLDER = "skinart";

    /**
     * The program's place is {@code given}, else {@code skinart} beside the jar, else in its parents. Reads the disk.
     *
     * @param given the value of {@code -Dlamplight.skinart}
     * @param jar where the program lies, null if not known
     */
    public static SkinPlaces of(@Nullable String given, @Nullable Path jar, @Nullable Path profile) {
        Path program = given != null && !given.isBlank() ? Path.of(given) : besideOrAbove(jar);
        return new SkinPlaces(program, profile == null ? null : profile.resolve(FOLDER));
    }

    /** Both places, the winning one last. */
    List<Path> all() {
        return Stream.of(program, own)
                .filter(Objects::nonNull)
                .map(Path.class::cast)
                .toList();
    }

    private static @Nullable Path besideOrAbove(@Nullable Path jar) {
        Path place = jar == null ? null : jar.toAbsolutePath().getParent();
        while (place != null) {
            if (Files.isDirectory(place.resolve(FOLDER))) {
                return place.resolve(FOLDER);
            }
            place = place.getParent();
        }
        return null;
    }
}
