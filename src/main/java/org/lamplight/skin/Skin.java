package org.lamplight.skin;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.Status;

/** A skin as it was read: for every status the picture that stands for it. Immutable. */
public final class Skin {

    /** Where a picture came from. */
    public enum From {
        /** From the skin, or one that it extends. */
        SKIN,
        /** Another status' picture stands in. */
        FALLBACK,
        /** The skin has none: Lamplight's own. */
        BUILT_IN;

        /** As the control interface says it: {@code skin}, {@code fallback}, {@code built-in}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Everything that the skin comes to, with what it inherits.
     *
     * @param drawn the pictures
     * @param shows which status looks like which other one
     * @param tints the colours that replace the theme's
     * @param sounds the files of sounds by name
     * @param shown what stands for each status in the end
     */
    record Whole(
            Map<Status, Drawn> drawn,
            Map<Status, Status> shows,
            Map<Tint, Integer> tints,
            Map<String, Path> sounds,
            Map<Status, Shown> shown) {
        Whole {
            drawn = Map.copyOf(drawn);
            shows = Map.copyOf(shows);
            tints = Map.copyOf(tints);
            sounds = Map.copyOf(sounds);
            shown = Map.copyOf(shown);
        }
    }

    /** What stands for a status: the status whose picture it is, and its file. */
    public static final class Shown {
        private final Status status;
        private final Status shownAs;
        private final From from;
        private final Drawn drawn;

        Shown(Status status, Status shownAs, From from, Drawn drawn) {
            this.status = status;
            this.shownAs = shownAs;
            this.from = from;
            this.drawn = drawn;
        }

        public Status status() {
            return status;
        }

        /** The status whose picture is shown: itself, unless the skin says otherwise or a fallback stands in. */
        public Status shownAs() {
            return shownAs;
        }

        public From from() {
            return from;
        }

        public String file() {
            return drawn.file();
        }

        Artwork artwork() {
            return drawn.artwork();
        }
    }

    private final String id;
    private final String name;
    private final @Nullable Skin base;
    private final SkinEntries says;
    private final Whole whole;
    private final List<SkinProblem> problems;

    Skin(String id, String name, @Nullable Skin base, SkinEntries says, Whole whole, List<SkinProblem> problems) {
        this.id = id;
        this.name = name;
        this.base = base;
        this.says = says;
        this.whole = whole;
        this.problems = List.copyOf(problems);
    }

    /** The name of its folder, by which it is chosen. */
    public String id() {
        return id;
    }

    /** What it calls itself. */
    public String name() {
        return name;
    }

    /** What stands for this status; there is always something. */
    public Shown shown(Status status) {
        return Objects.requireNonNull(whole.shown().get(status));
    }

    /** What is wrong with it, in the order in which it was found. */
    public List<SkinProblem> problems() {
        return problems;
    }

    /** The hues of a theme with the colours that the skin puts in their place. */
    public Hues hues(Hues theme) {
        Hues hues = theme;
        for (Status.Hue hue : Status.Hue.values()) {
            Integer rgb = whole.tints().get(new Tint(hue, theme.dark()));
            hues = rgb == null ? hues : hues.with(hue, rgb);
        }
        return hues;
    }

    /**
     * What stands for this status, on a transparent square with this side in pixels. Draws anew each time; any thread.
     *
     * @param theme the hues of the theme; those of the skin take their place
     */
    public BufferedImage image(Status status, int side, Hues theme) {
        return shown(status).artwork().drawn(side, hues(theme));
    }

    /** The files of its sounds, by the names {@code ring}, {@code message} and so on; only those that were found. */
    public Map<String, Path> sounds() {
        return whole.sounds();
    }

    /** The skin that it extends, null if none. */
    @Nullable
    Skin base() {
        return base;
    }

    SkinEntries says() {
        return says;
    }

    Whole whole() {
        return whole;
    }
}
