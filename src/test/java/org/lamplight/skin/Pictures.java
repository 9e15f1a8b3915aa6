package org.lamplight.skin;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Pictures and archives for tests. */
final class Pictures {
    static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='16' viewBox='0 0 16 16'>"
            + "<path fill='#0B8A60' d='M0 0h16v16h-16z'/></svg>";

    private Pictures() {}

    static byte[] svg() {
        return SVG.getBytes(StandardCharsets.UTF_8);
    }

    /** A square of one colour, opaque. */
    static byte[] of(String format, int side, int rgb) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(0, 0, side, side);
        for (int i = side / 4; i < side; i++) {
            for (int j = 0; j < side; j++) {
                image.setRGB(i, j, rgb);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** An icon file of Windows with one picture of 32 bits a pixel and no mask, all in this colour. */
    static byte[] ico(int side, int argb) {
        return ico(side, side, argb);
    }

    /** The same; its directory speaks of one size, and the picture itself of another. */
    static byte[] ico(int side, int promised, int argb) {
        int mask = side * ((side + 31) / 32 * 4);
        int length = 40 + side * side * 4 + mask;
        ByteBuffer ico = ByteBuffer.allocate(22 + length).order(ByteOrder.LITTLE_ENDIAN);
        ico.putShort((short) 0).putShort((short) 1).putShort((short) 1);
        ico.put((byte) side).put((byte) side).put((byte) 0).put((byte) 0);
        ico.putShort((short) 1).putShort((short) 32).putInt(length).putInt(22);
        ico.putInt(40).putInt(promised).putInt(promised * 2).putShort((short) 1).putShort((short) 32);
        ico.putInt(0).putInt(side * side * 4).putInt(0).putInt(0).putInt(0).putInt(0);
        for (int i = 0; i < side * side; i++) {
            ico.putInt(argb);
        }
        return ico.array();
    }

    static Path zip(Path file, Map<String, byte[]> content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    static Path tarGz(Path file, Map<String, byte[]> content) throws IOException {
        try (OutputStream tar = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                tar.write(tarHeader(entry.getKey(), '0', Integer.toOctalString(entry.getValue().length)));
                tar.write(entry.getValue());
                tar.write(new byte[(512 - entry.getValue().length % 512) % 512]);
            }
            tar.write(new byte[1024]);
        }
        return file;
    }

    static byte[] tarHeader(String name, char kind, String size) {
        ByteBuffer header = ByteBuffer.allocate(512);
        header.put(name.getBytes(StandardCharsets.UTF_8));
        header.position(124).put(size.getBytes(StandardCharsets.US_ASCII));
        header.position(156).put((byte) kind);
        header.position(257).put("ustar\0".getBytes(StandardCharsets.US_ASCII));
        return header.array();
    }
}
