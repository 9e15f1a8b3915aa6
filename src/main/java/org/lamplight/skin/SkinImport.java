package org.lamplight.skin;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.Status;

/**
 * The pictures of somebody else's icon set, and what they might stand for: XEP-0038 icon sets of Psi and others
 * ({@code .jisp} or their folder), status themes of Pidgin, and folders or zips of pictures named after what they mean.
 * Immutable.
 */
public final class SkinImport {

    /**
     * One picture of the set. Not yet unpacked, so it may turn out broken.
     *
     * @param file its path in the set
     * @param names what the set calls it; at least the name of its file
     */
    public record Picture(String file, List<String> names, Packed packed) {
        /** The picture on a transparent square with this side in pixels; empty if it is broken. Unpacks it each time. */
        public Optional<BufferedImage> preview(int side) {
            try {
                return Optional.of(AnyPicture.decode(packed.bytes).drawn(side, Hues.LIGHT));
            } catch (BrokenIcon broken) {
                return Optional.empty();
            }
        }
    }

    /** What a picture holds, not yet looked at. */
    public static final class Packed {
        private final byte[] bytes;

        private Packed(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    /** Of so many pictures for one status one should be sound. */
    private static final int MOST_TRIED = 4;

    private final String name;
    private final List<Picture> pictures;

    private SkinImport(String name, List<Picture> pictures) {
        this.name = name;
        this.pictures = List.copyOf(pictures);
    }

    /** Reads a set. Blocking; throws with a sentence if there is none. */
    public static SkinImport read(Path fileOrFolder) throws BrokenSkin {
        Map<String, byte[]> files = PackedFiles.of(fileOrFolder, SkinImport::wanted);
        IconIndex index = IconIndex.in(fileOrFolder, files);
        List<Picture> pictures = new ArrayList<>();
        files.forEach((file, bytes) -> {
            if (AnyPicture.isNamedLikeOne(file) && index.lists(file)) {
                pictures.add(new Picture(file, index.names(file), new Packed(bytes)));
            }
        });
        if (pictures.isEmpty()) {
            throw new BrokenSkin("import.none", fileOrFolder.getFileName());
        }
        String name = index.name().isBlank() ? SkinArchive.withoutEnding(fileOrFolder) : index.name();
        return new SkinImport(name, pictures);
    }

    private static boolean wanted(String file) {
        return AnyPicture.isNamedLikeOne(file) || file.toLowerCase(Locale.ROOT).endsWith(".xml");
    }

    /** What the set calls itself, else the name of its file or folder. */
    public String name() {
        return name;
    }

    public List<Picture> pictures() {
        return pictures;
    }

    /** The file of the picture that each status seems to have; a status without one is left out. Unpacks those. */
    public Map<Status, String> guess() {
        Map<Status, String> guess = new EnumMap<>(Status.class);
        candidates((status, ranked) -> ranked.stream()
                .filter(picture -> broken(picture) == null)
                .findFirst()
                .ifPresent(picture -> guess.put(status, picture.file())));
        return guess;
    }

    /** What is wrong with the pictures that {@link #guess} would have taken, where there was no other. Unpacks those. */
    public List<SkinProblem> problems() {
        List<SkinProblem> problems = new ArrayList<>();
        candidates((status, ranked) -> {
            if (!ranked.isEmpty() && ranked.stream().allMatch(picture -> broken(picture) != null)) {
                BrokenIcon broken = Objects.requireNonNull(broken(ranked.get(0)));
                problems.add(broken.problem(ranked.get(0).file()));
            }
        });
        return problems;
    }

    private void candidates(BiConsumer<Status, List<Picture>> take) {
        PictureNames spellings = new PictureNames();
        for (Status status : Status.values()) {
            List<Picture> ranked = spellings.ranked(status, pictures);
            take.accept(status, ranked.subList(0, Math.min(MOST_TRIED, ranked.size())));
        }
    }

    private static @Nullable BrokenIcon broken(Picture picture) {
        try {
            AnyPicture.decode(picture.packed().bytes);
            return null;
        } catch (BrokenIcon broken) {
            return broken;
        }
    }

    /**
     * A draft of a new skin with these pictures, which extends the one in use if that is of the program, else Lamplight's.
     *
     * @param mapping the file of the picture of each status
     */
    public SkinDraft draft(Skins skins, Map<Status, String> mapping) throws BrokenSkin {
        DrawingTime time = new DrawingTime();
        String current = skins.current().id();
        boolean ofProgram = !skins.own(current) && skins.folder(current) != null;
        SkinDraft draft = SkinDraft.extending(skins, ofProgram ? current : BuiltInSkin.ID, name);
        for (Status status : Status.values()) {
            String file = mapping.get(status);
            if (file != null) {
                draft = draft.picture(status, new Drawn(file, unpacked(file, time)));
            }
        }
        return draft;
    }

    private Artwork unpacked(String file, DrawingTime time) throws BrokenSkin {
        Picture picture = pictures.stream()
                .filter(one -> one.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new BrokenSkin("import.file", file));
        try {
            return time.checked(AnyPicture.decode(picture.packed().bytes));
        } catch (BrokenIcon broken) {
            throw new BrokenSkin("import.picture", file, broken.wrong(), broken.todo()).because(broken);
        }
    }
}
