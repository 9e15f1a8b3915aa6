package org.lamplight.skin;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

    /** A picture of a skin: its file, in words, and what it holds. */
    record Drawn(String file, Artwork artwork) {}

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
    private final Map<Status, Drawn> drawn;
    private final Map<Status, Status> shows;
    private final Map<Status, Shown> shown;
    private final List<SkinProblem> problems;

    Skin(
            String id,
            String name,
            Map<Status, Drawn> drawn,
            Map<Status, Status> shows,
            Map<Status, Shown> shown,
            List<SkinProblem> problems) {
        this.id = id;
        this.name = name;
        this.drawn = Map.copyOf(drawn);
        this.shows = Map.copyOf(shows);
        this.shown = new EnumMap<>(shown);
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
        return Objects.requireNonNull(shown.get(status));
    }

    /** What is wrong with it, in the order in which it was found. */
    public List<SkinProblem> problems() {
        return problems;
    }

    Map<Status, Drawn> drawn() {
        return drawn;
    }

    Map<Status, Status> shows() {
        return shows;
    }
}
