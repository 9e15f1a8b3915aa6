package org.lamplight.skin;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import javax.swing.Icon;
import org.lamplight.presence.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The icon of a status in the skin and theme of the moment: an icon asked for once stays right when either changes. All
 * painting is on the EDT; bitmaps are kept per picture, device size and theme, the longest unused going first.
 */
public final class PresenceIcons {
    private static final Logger LOG = LoggerFactory.getLogger(PresenceIcons.class);
    private static final int MOST_BITMAPS = 512;

    private record Key(Artwork artwork, int devicePixels, Hues hues) {}

    private final Supplier<Skin> skin;
    private final Supplier<Hues> hues;
    private final IntUnaryOperator scaled;
    private final Map<Key, BufferedImage> bitmaps = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, BufferedImage> eldest) {
            return size() > MOST_BITMAPS;
        }
    };

    /**
     * @param skin the skin in use
     * @param hues the hues of the theme in use
     * @param scaled from a size in the units of the design to the units of components
     */
    public PresenceIcons(Supplier<Skin> skin, Supplier<Hues> hues, IntUnaryOperator scaled) {
        this.skin = skin;
        this.hues = hues;
        this.scaled = scaled;
    }

    /** The square icon of this status; the size is in the units of the design, 16, 20, 32. */
    public Icon icon(Status status, int size) {
        return new StatusIcon(status, size);
    }

    private final class StatusIcon implements Icon {
        private final Status status;
        private final int size;

        StatusIcon(Status status, int size) {
            this.status = status;
            this.size = size;
        }

        @Override
        public int getIconWidth() {
            return scaled.applyAsInt(size);
        }

        @Override
        public int getIconHeight() {
            return scaled.applyAsInt(size);
        }

        @Override
        public void paintIcon(Component component, Graphics graphics, int x, int y) {
            Skin now = skin.get();
            DevicePixels.paint(
                    graphics,
                    x,
                    y,
                    getIconWidth(),
                    pixels -> bitmap(now.shown(status).artwork(), pixels, now.hues(hues.get())));
        }
    }

    private BufferedImage bitmap(Artwork artwork, int devicePixels, Hues tinted) {
        return bitmaps.computeIfAbsent(new Key(artwork, devicePixels, tinted), PresenceIcons::drawn);
    }

    private static BufferedImage drawn(Key key) {
        BufferedImage bitmap =
                new BufferedImage(key.devicePixels(), key.devicePixels(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = bitmap.createGraphics();
        try {
            key.artwork().draw(graphics, key.devicePixels(), key.hues());
        } catch (RuntimeException bug) {
            LOG.error("A presence icon could not be drawn", bug);
        } finally {
            graphics.dispose();
        }
        return bitmap;
    }
}
