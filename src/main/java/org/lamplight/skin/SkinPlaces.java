package org.lamplight.skin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where skins are looked for. */
public final class SkinPlaces {
    private static final String FOLDER = "skinart";

    private SkinPlaces() {}

    /**
     * The folders that hold skins, the later one winning: the program's ({@code given}, else {@code skinart} beside the
     * jar, else in its parents), then the profile's. Only the program's has to exist now; reads the disk.
     *
     * @param given the value of {@code -Dlamplight.skinart}
     * @param jar where the program lies, null if not known
     */
    public static List<Path> of(@Nullable String given, @Nullable Path jar, @Nullable Path profile) {
        List<Path> places = new ArrayList<>();
        Path program = given != null && !given.isBlank() ? Path.of(given) : besideOrAbove(jar);
        if (program != null) {
            places.add(program);
        }
        if (profile != null) {
            places.add(profile.resolve(FOLDER));
        }
        return places;
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
