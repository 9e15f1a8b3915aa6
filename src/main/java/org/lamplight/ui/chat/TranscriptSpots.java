package org.lamplight.ui.chat;

import java.awt.Point;
import java.awt.Rectangle;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;

/** Links and other things to do in a transcript: which one the pointer or the keyboard stands on. EDT. */
final class TranscriptSpots {
    private final Transcript transcript;
    private String row = "";
    private int index = -1;
    private @Nullable Runnable hovered;

    TranscriptSpots(Transcript transcript) {
        this.transcript = transcript;
    }

    private TranscriptLayout layout() {
        return transcript.rowLayout();
    }

    /** Those of a row, in the units of the transcript. */
    List<Spot> of(int at) {
        if (at < 0 || at >= layout().rows().size() || !(layout().rows().get(at) instanceof TranscriptRow.Entry entry)) {
            return List.of();
        }
        int left = layout().look().textLeft();
        return layout().laid(entry).spots().stream()
                .map(spot -> spot.movedBy(transcript.y(at)))
                .map(spot -> new Spot(moved(spot.area(), left), spot.name(), spot.tip(), spot.does()))
                .toList();
    }

    private static Rectangle moved(Rectangle area, int right) {
        return new Rectangle(area.x + right, area.y, area.width, area.height);
    }

    @Nullable
    Spot at(Point point) {
        return of(transcript.rowAt(point.y)).stream()
                .filter(spot -> spot.area().contains(point))
                .findFirst()
                .orElse(null);
    }

    void hover(@Nullable Spot spot) {
        Runnable now = spot == null ? null : spot.does();
        if (now != hovered) {
            hovered = now;
            transcript.repaint();
        }
    }

    // ---- by keyboard

    /** What the keyboard stands on in the row that it stands on. */
    @Nullable
    Spot current() {
        List<Spot> here = distinct();
        return index >= 0 && index < here.size() ? here.get(index) : null;
    }

    /** A link that is broken into two lines is one. */
    private List<Spot> distinct() {
        int lead = transcript.selection().leadRow();
        if (lead < 0 || !layout().rows().get(lead).key().equals(row)) {
            return List.of();
        }
        List<Spot> all = of(lead);
        return Stream.iterate(0, i -> i < all.size(), i -> i + 1)
                .filter(i -> i == 0 || all.get(i).does() != all.get(i - 1).does())
                .map(all::get)
                .toList();
    }

    /** The next thing to do in the row, or the one before. */
    void move(int by) {
        int lead = transcript.selection().leadRow();
        if (lead < 0) {
            return;
        }
        String now = layout().rows().get(lead).key();
        int from = now.equals(row) ? index : -1;
        row = now;
        int count = distinct().size();
        index = Math.max(-1, Math.min(count - 1, from < 0 && by < 0 ? -1 : from + by));
        transcript.announce();
    }

    void leave() {
        index = -1;
    }

    /** Does what the keyboard stands on, or the first thing of the row. */
    void press() {
        Spot spot = current();
        List<Spot> first = spot == null ? of(transcript.selection().leadRow()) : List.of(spot);
        if (!first.isEmpty()) {
            first.get(0).does().run();
        }
    }

    void paint(Brush brush) {
        Spot focused = transcript.isFocusOwner() ? current() : null;
        if (focused != null) {
            of(transcript.selection().leadRow()).stream()
                    .filter(spot -> spot.does() == focused.does())
                    .forEach(spot -> brush.focus(grown(spot.area()), Look.px(4)));
        }
        if (hovered != null) {
            Rectangle seen = transcript.getVisibleRect();
            int first = transcript.rowAt(seen.y);
            for (int at = Math.max(0, first);
                    at < layout().rows().size() && transcript.y(at) < seen.y + seen.height;
                    at++) {
                of(at).stream().filter(spot -> spot.does() == hovered).forEach(spot -> underline(brush, spot.area()));
            }
        }
    }

    private static void underline(Brush brush, Rectangle area) {
        int y = area.y + area.height - Look.px(3);
        brush.fill(Look.color("Component.linkColor"), new Rectangle(area.x, y, area.width, 1));
    }

    private static Rectangle grown(Rectangle area) {
        int by = Look.px(2);
        return new Rectangle(area.x - by, area.y, area.width + 2 * by, area.height);
    }
}
