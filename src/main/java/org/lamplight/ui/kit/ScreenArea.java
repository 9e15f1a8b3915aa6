package org.lamplight.ui.kit;

import java.awt.Component;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.util.Arrays;
import java.util.List;

/** What windows may use of the screens: all but panels and docks. EDT. */
public final class ScreenArea {
    private ScreenArea() {}

    private static List<Rectangle> all() {
        return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices())
                .map(GraphicsDevice::getDefaultConfiguration)
                .map(ScreenArea::usable)
                .toList();
    }

    private static Rectangle usable(GraphicsConfiguration screen) {
        Rectangle all = screen.getBounds();
        Insets taken = Toolkit.getDefaultToolkit().getScreenInsets(screen);
        return new Rectangle(
                all.x + taken.left,
                all.y + taken.top,
                all.width - taken.left - taken.right,
                all.height - taken.top - taken.bottom);
    }

    /** The screen on which a new window opens. */
    public static Rectangle first() {
        return usable(GraphicsEnvironment.getLocalGraphicsEnvironment()
                .getDefaultScreenDevice()
                .getDefaultConfiguration());
    }

    /** A screen may have been taken away since: enough of the title must be there to be dragged. */
    static boolean shows(Rectangle bounds) {
        Rectangle title = new Rectangle(bounds.x, bounds.y, bounds.width, Look.px(32));
        return all().stream()
                .map(title::intersection)
                .anyMatch(seen -> seen.width >= Look.px(64) && seen.height >= Look.px(16));
    }

    /** As near to the wanted bounds as the screen allows on which most of them lies. */
    static Rectangle fit(Rectangle wanted) {
        Rectangle area = first();
        for (Rectangle other : all()) {
            if (size(other.intersection(wanted)) > size(area.intersection(wanted))) {
                area = other;
            }
        }
        return fit(wanted, area);
    }

    /** What windows may use of the screen on which this is. */
    public static Rectangle of(Component part) {
        GraphicsConfiguration screen = part.getGraphicsConfiguration();
        return screen == null ? first() : usable(screen);
    }

    /** As near to the wanted bounds as this area allows, and no larger than it. */
    public static Rectangle fit(Rectangle wanted, Rectangle area) {
        int width = Math.min(wanted.width, area.width);
        int height = Math.min(wanted.height, area.height);
        return new Rectangle(
                Math.max(area.x, Math.min(wanted.x, area.x + area.width - width)),
                Math.max(area.y, Math.min(wanted.y, area.y + area.height - height)),
                width,
                height);
    }

    private static long size(Rectangle area) {
        return area.isEmpty() ? 0 : (long) area.width * area.height;
    }
}
