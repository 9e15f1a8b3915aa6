package org.lamplight.ui.skins;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.swing.Icon;
import org.lamplight.presence.Status;
import org.lamplight.skin.DevicePixels;
import org.lamplight.skin.Hues;
import org.lamplight.skin.Sight;
import org.lamplight.skin.Skin;
import org.lamplight.ui.kit.Look;

/** The icons of one skin as eyes with this sight see them, each drawn once per size and theme. Any thread. */
final class SeenIcons {
    /** The sizes in which a picture is judged, in the units of the design. */
    static final List<Integer> SIZES = List.of(16, 20, 32, 64);

    /** The size of icons in lists. */
    static final int IN_LISTS = 20;

    private record Key(Status status, int devicePixels, Hues theme) {}

    private final Skin skin;
    private final Sight sight;
    private final Map<Key, BufferedImage> drawn = new ConcurrentHashMap<>();

    SeenIcons(Skin skin, Sight sight) {
        this.skin = skin;
        this.sight = sight;
    }

    /**
     * Draws all beforehand in the size of lists, so that painting only copies.
     *
     * @param scale pixels of the device per unit of the design
     */
    void draw(Hues theme, double scale) {
        for (Status status : Status.values()) {
            image(status, (int) Math.round(IN_LISTS * scale), theme);
        }
    }

    /** The same for one of them, in all sizes and on both grounds. */
    void draw(Status status, double scale) {
        for (int size : SIZES) {
            image(status, (int) Math.round(size * scale), Hues.LIGHT);
            image(status, (int) Math.round(size * scale), Hues.DARK);
        }
    }

    private BufferedImage image(Status status, int devicePixels, Hues theme) {
        return drawn.computeIfAbsent(
                new Key(status, devicePixels, theme),
                key -> sight.seen(skin.image(key.status(), key.devicePixels(), key.theme())));
    }

    /** The icon of this status; the size is in the units of the design, the theme that of the moment of painting. EDT. */
    Icon icon(Status status, int size, Supplier<Hues> theme) {
        return new Seen(status, size, theme);
    }

    private final class Seen implements Icon {
        private final Status status;
        private final int size;
        private final Supplier<Hues> theme;

        Seen(Status status, int size, Supplier<Hues> theme) {
            this.status = status;
            this.size = size;
            this.theme = theme;
        }

        @Override
        public int getIconWidth() {
            return Look.px(size);
        }

        @Override
        public int getIconHeight() {
            return Look.px(size);
        }

        @Override
        public void paintIcon(Component component, Graphics graphics, int x, int y) {
            DevicePixels.paint(graphics, x, y, getIconWidth(), pixels -> image(status, pixels, theme.get()));
        }
    }
}
