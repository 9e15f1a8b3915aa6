package org.lamplight.skin;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lamplight.presence.Status;

/**
 * How much the icons of a skin look alike by shape alone, without hue and tone, at 16 pixels, on light and on dark,
 * whichever is worse. 0 is the same picture, 1 has no pixel in common.
 *
 * <p>Statuses that share a picture, because the skin says so or for want of another, are not measured against each other;
 * {@link #sharing} names them. Immutable.
 */
public final class Likeness {
    /** Below this, two icons are too alike. */
    public static final double LIMIT = 0.18;

    private static final int SIDE = 16;

    /** The status whose icon is the most like another one, and how far it is from it, 0 to 1. */
    public record Nearest(Status other, double difference) {}

    /** Two statuses with different pictures; {@code shifted}: one moved by up to a pixel against the other. */
    record Pair(Status one, Status other, double difference, double shifted) {}

    private final Map<Status, Nearest> nearest = new EnumMap<>(Status.class);
    private final Map<Status, Set<Status>> sharing = new EnumMap<>(Status.class);
    private final List<Pair> pairs = new ArrayList<>();

    private Likeness() {}

    /** Measures every pair: some milliseconds. Any thread, rather not the EDT. */
    public static Likeness of(Skin skin) {
        Likeness likeness = new Likeness();
        Map<Status, List<Ink>> inks = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            inks.put(status, List.of(ink(skin, status, Hues.LIGHT), ink(skin, status, Hues.DARK)));
            likeness.nearest.put(status, new Nearest(status, 1));
            likeness.sharing.put(status, EnumSet.noneOf(Status.class));
        }
        for (Status one : Status.values()) {
            for (Status other : Status.values()) {
                if (one.compareTo(other) < 0) {
                    likeness.measure(skin, one, other, inks);
                }
            }
        }
        return likeness;
    }

    private static Ink ink(Skin skin, Status status, Hues theme) {
        return Ink.of(skin.image(status, SIDE, theme), Light.ground(theme.dark()));
    }

    private void measure(Skin skin, Status one, Status other, Map<Status, List<Ink>> inks) {
        if (skin.shown(one).artwork() == skin.shown(other).artwork()) {
            sharing(one, other);
            sharing(other, one);
            return;
        }
        Pair pair = new Pair(one, other, difference(inks, one, other, 0), difference(inks, one, other, 1));
        pairs.add(pair);
        keep(one, other, pair.difference());
        keep(other, one, pair.difference());
    }

    private static double difference(Map<Status, List<Ink>> inks, Status one, Status other, int reach) {
        List<Ink> a = Objects.requireNonNull(inks.get(one));
        List<Ink> b = Objects.requireNonNull(inks.get(other));
        return Math.min(a.get(0).difference(b.get(0), reach), a.get(1).difference(b.get(1), reach));
    }

    private void sharing(Status one, Status other) {
        Objects.requireNonNull(sharing.get(one)).add(other);
    }

    private void keep(Status of, Status other, double difference) {
        if (difference < nearest(of).difference()) {
            nearest.put(of, new Nearest(other, difference));
        }
    }

    /** The icon that is the most like that of this status; itself, with 1, if the skin has no other. */
    public Nearest nearest(Status status) {
        return Objects.requireNonNull(nearest.get(status));
    }

    /** The other statuses that the very same picture stands for. */
    public Set<Status> sharing(Status status) {
        return Set.copyOf(Objects.requireNonNull(sharing.get(status)));
    }

    /** The least difference of all pairs; 1 if the skin has only one picture. */
    public double least() {
        return pairs.stream().mapToDouble(Pair::difference).min().orElse(1);
    }

    /** The same with one of each pair moved by up to a pixel: an icon should not be another one nudged. */
    public double leastShifted() {
        return pairs.stream().mapToDouble(Pair::shifted).min().orElse(1);
    }

    List<Pair> pairs() {
        return List.copyOf(pairs);
    }
}
