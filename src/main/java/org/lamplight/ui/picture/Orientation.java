package org.lamplight.ui.picture;

import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held, as a JPEG's Exif says (tag 0x0112): the picture has to be turned before it is shown. */
enum Orientation {
    UPRIGHT(1, 0, 0, 1),
    MIRRORED(-1, 0, 0, 1),
    TURNED_ROUND(-1, 0, 0, -1),
    UPSIDE_DOWN(1, 0, 0, -1),
    MIRRORED_LEFT(0, 1, 1, 0),
    TURNED_RIGHT(0, 1, -1, 0),
    MIRRORED_RIGHT(0, -1, -1, 0),
    TURNED_LEFT(0, -1, 1, 0);

    private static final int TAG = 0x0112;
    private static final int EXIF = 0x45786966;
    private static final int APP1 = 0xFFE1;
    private static final int SCAN = 0xFFDA;
    private static final int ENTRY_BYTES = 12;
    private static final int MOST_ENTRIES = 200;

    private final int xx;
    private final int xy;
    private final int yx;
    private final int yy;

    /** Where the point (x, y) of what is seen, its middle being (0, 0), lies in what was stored. */
    Orientation(int xx, int xy, int yx, int yy) {
        this.xx = xx;
        this.xy = xy;
        this.yx = yx;
        this.yy = yy;
    }

    /** What these bytes say; upright where they say nothing or nonsense. */
    static Orientation of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            if (in.getShort() != (short) 0xFFD8) {
                return UPRIGHT;
            }
            for (int marker = in.getShort() & 0xFFFF; marker != SCAN; marker = in.getShort() & 0xFFFF) {
                int length = (in.getShort() & 0xFFFF) - 2;
                if (marker == APP1 && length > 14 && in.getInt(in.position()) == EXIF) {
                    return tagged(in.slice(in.position() + 6, length - 6));
                }
                in.position(in.position() + length);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException nonsense) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static Orientation tagged(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Math.min(MOST_ENTRIES, tiff.getShort(directory) & 0xFFFF);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** A square as it is to be seen. */
    BufferedImage upright(BufferedImage square) {
        if (this == UPRIGHT) {
            return square;
        }
        int last = Math.min(square.getWidth(), square.getHeight()) - 1;
        BufferedImage seen = new BufferedImage(last + 1, last + 1, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y <= last; y++) {
            for (int x = 0; x <= last; x++) {
                // twice the distance from the middle, so that it is a whole number
                int right = 2 * x - last;
                int down = 2 * y - last;
                int fromX = (xx * right + xy * down + last) / 2;
                int fromY = (yx * right + yy * down + last) / 2;
                seen.setRGB(x, y, square.getRGB(fromX, fromY));
            }
        }
        return seen;
    }
}
