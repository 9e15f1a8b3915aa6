package org.lamplight.ui.skins;

import java.awt.Image;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.Status;
import org.lamplight.skin.BrokenSkin;
import org.lamplight.skin.Sight;
import org.lamplight.skin.Skin;
import org.lamplight.skin.SkinArchive;
import org.lamplight.skin.SkinImport;
import org.lamplight.skin.SkinProblem;
import org.lamplight.ui.kit.Look;

/**
 * What was found in a file or folder: a whole skin, which is in use by now, or pictures to choose from.
 *
 * @param skin the skin, null if these are another program's icons
 * @param set the pictures, null if it was a skin
 * @param guess which picture seems to stand for each status; those without one are left out
 * @param previews the pictures by their files, in order, in the size of lists, for screens of once and twice the size; broken ones are left out
 * @param problems what is wrong with pictures that would have been guessed, a sentence each
 * @param base what shows for a status that gets no picture
 */
record IconSet(
        SkinDesk.@Nullable Opened skin,
        @Nullable SkinImport set,
        Map<Status, String> guess,
        Map<String, Image> previews,
        List<String> problems,
        Skin base) {

    /** Reads and draws; blocking. Throws with a sentence if there is nothing to take. */
    static IconSet read(SkinDesk desk, Path file) throws BrokenSkin {
        if (SkinArchive.holds(file)) {
            return new IconSet(desk.unpack(file), null, Map.of(), Map.of(), List.of(), desk.program());
        }
        SkinImport set = SkinImport.read(file);
        Map<String, Image> previews = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (SkinImport.Picture picture : set.pictures()) {
            preview(picture).ifPresent(image -> previews.put(picture.file(), image));
        }
        List<String> problems =
                set.problems().stream().map(SkinProblem::toString).toList();
        return new IconSet(null, set, set.guess(), previews, problems, desk.program());
    }

    private static Optional<Image> preview(SkinImport.Picture picture) {
        int side = Look.px(SeenIcons.IN_LISTS);
        List<BufferedImage> sizes = Stream.of(side, 2 * side)
                .map(picture::preview)
                .flatMap(Optional::stream)
                .toList();
        return sizes.isEmpty()
                ? Optional.empty()
                : Optional.of(new BaseMultiResolutionImage(sizes.toArray(Image[]::new)));
    }

    /** The icons that stay, as they are. */
    SeenIcons baseIcons() {
        return new SeenIcons(base, Sight.FULL);
    }
}
