package org.lamplight.ui.pictures;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a camera was held, as a JPEG's Exif says (tag 274). */
enum Orientation {
    UPRIGHT(false, 0, false),
    MIRRORED(false, 0, true),
    UPSIDE_DOWN(false, 2, false),
    UPSIDE_DOWN_MIRRORED(false, 2, true),
    LEFT_MIRRORED(true, 3, true),
    RIGHT(true, 1, false),
    RIGHT_MIRRORED(true, 1, true),
    LEFT(true, 3, false);

    private static final int HEAD = 64 * 1024;
    private static final int EXIF = 0x45786966;
    private static final int TAG = 274;

    private final boolean lying;
    private final int quarters;
    private final boolean mirrored;

    Orientation(boolean lying, int quarters, boolean mirrored) {
        this.lying = lying;
        this.quarters = quarters;
        this.mirrored = mirrored;
    }

    /** What the head of the file says; upright where it says nothing that makes sense. */
    static Orientation of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(ByteBuffer.wrap(in.readNBytes(HEAD)));
        }
    }

    private static Orientation of(ByteBuffer head) {
        try {
            if ((head.getShort() & 0xffff) != 0xffd8) {
                return UPRIGHT;
            }
            while (head.remaining() > 4) {
                int marker = head.getShort() & 0xffff;
                int length = head.getShort() & 0xffff;
                if (marker == 0xffe1 && head.getInt(head.position()) == EXIF) {
                    return ofExif(head.position(head.position() + 6).slice());
                }
                if ((marker & 0xff00) != 0xff00 || marker == 0xffda) {
                    return UPRIGHT;
                }
                head.position(head.position() + length - 2);
            }
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException | IllegalArgumentException broken) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static Orientation ofExif(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int value = tiff.getShort(entry + 8) & 0xffff;
                return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** The box as it lies before the picture is turned. */
    Dimension turned(Dimension box) {
        return lying ? new Dimension(box.height, box.width) : box;
    }

    BufferedImage apply(BufferedImage picture) {
        if (this == UPRIGHT) {
            return picture;
        }
        int width = lying ? picture.getHeight() : picture.getWidth();
        int height = lying ? picture.getWidth() : picture.getHeight();
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        AffineTransform how = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        how.quadrantRotate(quarters);
        how.scale(mirrored ? -1 : 1, 1);
        how.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        Graphics2D graphics = turned.createGraphics();
        try {
            graphics.drawImage(picture, how, null);
        } finally {
            graphics.dispose();
        }
        return turned;
    }
}
