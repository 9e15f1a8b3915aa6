package org.lamplight.skin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Checks what an ICO file promises, before anything is unpacked: its directory holds sizes twice, and they may differ. */
final class IcoGate {
    static final int MOST_IMAGES = 32;
    private static final int ENTRY = 16;
    private static final int HEADER = 6;
    private static final int PNG_WIDTH = 16;
    private static final int DIB_WIDTH = 4;
    private static final int DIB_LENGTH = 40;

    private IcoGate() {}

    /** Throws IOException if the directory is not sound. */
    static void check(byte[] bytes) throws IOException, BrokenIcon {
        ByteBuffer ico = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int images = Short.toUnsignedInt(ico.getShort(4));
        if (images == 0 || images > MOST_IMAGES) {
            throw new IOException("images: " + images);
        }
        for (int i = 0; i < images; i++) {
            int entry = HEADER + i * ENTRY;
            image(ico, Integer.toUnsignedLong(ico.getInt(entry + 8)), Integer.toUnsignedLong(ico.getInt(entry + 12)));
        }
    }

    private static void image(ByteBuffer ico, long length, long start) throws IOException, BrokenIcon {
        if (length < 24 || start + length > ico.capacity()) {
            throw new IOException("an image outside the file");
        }
        ByteBuffer image = ico.slice((int) start, (int) length);
        if (image.getInt(0) == 0x89504E47) {
            side(image.getInt(PNG_WIDTH));
            side(image.getInt(PNG_WIDTH + 4));
            return;
        }
        image.order(ByteOrder.LITTLE_ENDIAN);
        if (length >= DIB_LENGTH) {
            BmpGate.dib(image);
        }
        side(image.getInt(DIB_WIDTH));
        // the picture and its mask stand one above the other
        side(image.getInt(DIB_WIDTH + 4) / 2);
    }

    private static void side(int pixels) throws BrokenIcon {
        if (pixels < 1 || pixels > Raster.LONGEST_SIDE) {
            throw new BrokenIcon("large", Raster.LONGEST_SIDE);
        }
    }
}
