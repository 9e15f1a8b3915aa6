package org.lamplight.ui.kit;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.ui.picture.Square;

/** One person's picture in the sizes that were painted, or that there is none. EDT. */
final class Portrait {
    private static final int BYTES_A_PIXEL = 4;

    /** More come up only while somebody zooms. */
    private static final int MOST_SIZES = 6;

    private @Nullable BufferedImage picture;
    private final Map<Integer, Image> sizes = new LinkedHashMap<>();
    private boolean asked;
    private int turn;

    boolean isAskedFor() {
        return asked;
    }

    /** It is being asked for; what comes tells by this number whether it is the answer to the last question. */
    int asked() {
        asked = true;
        return ++turn;
    }

    boolean isTurn(int number) {
        return number == turn;
    }

    void retry() {
        asked = false;
    }

    void retryIfNone() {
        asked &= picture != null;
    }

    /** Returns by how many bytes more are kept than before. */
    long show(@Nullable BufferedImage now) {
        long before = bytes(picture);
        picture = now;
        sizes.clear();
        return bytes(now) - before;
    }

    private static long bytes(@Nullable BufferedImage image) {
        return image == null ? 0 : (long) image.getWidth() * image.getHeight() * BYTES_A_PIXEL;
    }

    @Nullable
    Image sized(int pixels) {
        BufferedImage whole = picture;
        if (whole == null) {
            return null;
        }
        if (sizes.size() >= MOST_SIZES && !sizes.containsKey(pixels)) {
            sizes.clear();
        }
        return sizes.computeIfAbsent(pixels, side -> scaled(whole, side));
    }

    private static Image scaled(BufferedImage whole, int side) {
        if (side <= whole.getWidth()) {
            return Square.shrunk(whole, side);
        }
        BufferedImage larger = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = larger.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(whole, 0, 0, side, side, null);
        graphics.dispose();
        return larger;
    }
}
