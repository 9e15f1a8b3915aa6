package org.lamplight.skin;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Checks what a bitmap promises, before anything is unpacked: the JDK's reader believes the length of its palette, and the
 * place of its pixels, and makes room for both.
 */
final class BmpGate {
    /** The length of the oldest header, which has no palette length. */
    private static final int CORE = 12;

    private static final int LONGEST_HEADER = 124;
    private static final int MOST_COLOURS = 256;
    private static final int PIXELS_AT = 10;
    private static final int DIB = 14;

    private BmpGate() {}

    /** Throws IOException if the headers are not sound. */
    static void check(byte[] bytes) throws IOException, BrokenIcon {
        ByteBuffer bmp = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            long pixels = Integer.toUnsignedLong(bmp.getInt(PIXELS_AT));
            if (pixels > bytes.length) {
                throw new IOException("the pixels lie outside the file");
            }
            dib(bmp.slice(DIB, bytes.length - DIB).order(ByteOrder.LITTLE_ENDIAN));
        } catch (BufferUnderflowException | IndexOutOfBoundsException cut) {
            throw new IOException("the file is cut", cut);
        }
    }

    /** A header as bitmaps and icons have it. */
    static void dib(ByteBuffer dib) throws IOException, BrokenIcon {
        long length = Integer.toUnsignedLong(dib.getInt(0));
        if (length < CORE || length > LONGEST_HEADER) {
            throw new IOException("a header of " + length);
        }
        boolean core = length == CORE;
        side(core ? dib.getShort(4) : dib.getInt(4));
        side(core ? dib.getShort(6) : dib.getInt(8));
        if (!core && Integer.toUnsignedLong(dib.getInt(32)) > MOST_COLOURS) {
            throw new IOException("a palette of " + dib.getInt(32));
        }
    }

    /** The height is negative where the rows stand from top to bottom; of an icon it is twice as much. */
    private static void side(int pixels) throws BrokenIcon {
        if (pixels == 0 || Math.abs((long) pixels) > 2L * Raster.LONGEST_SIDE) {
            throw new BrokenIcon("large", Raster.LONGEST_SIDE);
        }
    }
}
