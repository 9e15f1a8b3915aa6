package org.lamplight.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
    private static final int SIDE = 256;
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private static BufferedImage read(byte[] bytes) throws Unreadable {
        return PictureReader.square(bytes, SIDE, PictureReader.MOST_PIXELS);
    }

    @ParameterizedTest
    @CsvSource({"png, 600, 400, 256", "jpeg, 400, 900, 256", "gif, 300, 300, 256", "png, 40, 60, 40", "gif, 1, 1, 1"})
    void theMiddleSquareIsCutOut(String format, int width, int height, int side) throws Exception {
        BufferedImage square = read(Drawn.written(Drawn.quarters(width, height), format));
        assertThat(square.getWidth()).isEqualTo(side);
        assertThat(square.getHeight()).isEqualTo(side);
        if (side > 1) {
            assertCorners(square, "red green blue white");
        }
    }

    private static void assertCorners(BufferedImage square, String colours) {
        int last = square.getWidth() - 1;
        int near = last / 5;
        String seen = String.join(
                " ",
                colour(square.getRGB(near, near)),
                colour(square.getRGB(last - near, near)),
                colour(square.getRGB(near, last - near)),
                colour(square.getRGB(last - near, last - near)));
        assertThat(seen).isEqualTo(colours);
    }

    private static String colour(int rgb) {
        Color color = new Color(rgb);
        boolean red = color.getRed() > 128;
        boolean green = color.getGreen() > 128;
        boolean blue = color.getBlue() > 128;
        return red && green && blue ? "white" : red ? "red" : green ? "green" : blue ? "blue" : "black";
    }

    @Test
    void whatIsTransparentStaysSoAndTintsNothing() {
        BufferedImage half = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 8; i++) {
            half.setRGB(i % 4, i / 4, 0xFFFF0000);
            half.setRGB(i % 4, 2 + i / 4, 0x0000FF00);
        }
        assertThat(Square.shrunk(half, 1).getRGB(0, 0)).isEqualTo(0x80FF0000);
    }

    /** As cameras write it that were held another way (the eight values of Exif's orientation). */
    @ParameterizedTest
    @CsvSource({
        "1, red green blue white",
        "2, green red white blue",
        "3, white blue green red",
        "4, blue white red green",
        "5, red blue green white",
        "6, blue red white green",
        "7, white green blue red",
        "8, green white red blue",
        "9, red green blue white",
        "0, red green blue white"
    })
    void aPictureIsTurnedAsItsCameraWasHeld(int orientation, String corners) throws Exception {
        for (boolean little : new boolean[] {true, false}) {
            byte[] jpeg = withExif(Drawn.written(Drawn.quarters(400, 400), "jpeg"), orientation, little);
            assertCorners(read(jpeg), corners);
        }
    }

    private static byte[] withExif(byte[] jpeg, int orientation, boolean little) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        byte[] entry = little
                ? new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte) orientation, 0, 0, 0}
                : new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0
                };
        out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (2 + 6 + entry.length + 4)});
        out.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.write(entry);
        out.write(new byte[4]);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    @Test
    void ofAMovingPictureTheFirstIsShown() throws Exception {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int rgb : new int[] {0xFF0000, 0x00FF00, 0x0000FF}) {
                BufferedImage frame = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
                for (int i = 0; i < 400; i++) {
                    frame.setRGB(i % 20, i / 20, rgb);
                }
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        }
        assertThat(colour(read(bytes.toByteArray()).getRGB(10, 10))).isEqualTo("red");
    }

    /** A quarter of a megabyte that is minutes of work. */
    @Test
    @Timeout(20)
    void aPictureOfManyPassesIsGivenUp() throws Exception {
        PictureReader.square(ManyPasses.jpeg(1000, 3), 96, PictureReader.MOST_PIXELS);
        byte[] bomb = ManyPasses.jpeg(2000, 20_000);
        assertThatThrownBy(() -> PictureReader.square(bomb, 96, PictureReader.MOST_PIXELS))
                .isInstanceOf(Unreadable.class)
                .hasRootCauseMessage("the picture takes too long to read");
    }

    /** The reader keeps a piece of memory for each of millions of comments; all of them would fill what there is. */
    @Test
    void aPictureOfManyPiecesIsGivenUp() throws Exception {
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        pieces.write("GIF89a\1\0\1\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < 1_000_000; i++) {
            pieces.write(new byte[] {0x21, (byte) 0xfe, 1, 'a', 0});
        }
        assertThatThrownBy(() -> PictureReader.square(pieces.toByteArray(), 96, PictureReader.MOST_PIXELS))
                .isInstanceOf(Unreadable.class)
                .hasRootCauseMessage("the picture has too many pieces");
    }

    /** A few hundred bytes that say they hold 2.5 thousand million pixels. */
    @ParameterizedTest
    @ValueSource(ints = {50_000, 2_001, Integer.MAX_VALUE})
    void aHugePictureIsRefusedBeforeItIsUnpacked(int side) {
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                AT_ONCE,
                () -> assertThatThrownBy(() -> read(hugePng(side)))
                        .isInstanceOfSatisfying(
                                Unreadable.class, no -> assertThat(no.isLarge()).isTrue()));
    }

    private static byte[] hugePng(int side) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(header)) {
            data.writeInt(side);
            data.writeInt(side);
            data.write(new byte[] {8, 6, 0, 0, 0});
        }
        chunk(out, "IHDR", header.toByteArray());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream zip = new DeflaterOutputStream(packed)) {
            zip.write(new byte[100_000]);
        }
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(content.length);
        data.write(name);
        data.write(content);
        data.writeInt((int) sum.getValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bmp", "wbmp"})
    void otherFormatsAreNotOpened(String format) {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY);
        byte[] bytes = Drawn.written(image, format);
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a", "\u00FF\u00D8\u00FF"})
    void whatIsNoPictureIsRefused(String text) {
        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(
                        Unreadable.class, no -> assertThat(no.isLarge()).isFalse());
    }

    /** Whatever was done to a picture, it is read or refused, soon, and never anything else. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void aPictureThatWasTamperedWithDoesNoHarm(String format) throws IOException {
        byte[] sound = withExifIfJpeg(Drawn.written(Drawn.quarters(64, 64), format), format);
        long seed = Long.getLong("lamplight.seed", System.nanoTime());
        Random random = new Random(seed);
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    for (int i = 0; i < 3_000; i++) {
                        byte[] bytes = tampered(sound, random);
                        try {
                            assertThat(read(bytes).getWidth()).isBetween(1, SIDE);
                        } catch (Unreadable refused) {
                            assertThat(refused).isNotNull();
                        }
                    }
                },
                () -> "with -Dlamplight.seed=" + seed);
    }

    private static byte[] withExifIfJpeg(byte[] bytes, String format) throws IOException {
        return format.equals("jpeg") ? withExif(bytes, 6, true) : bytes;
    }

    private static byte[] tampered(byte[] sound, Random random) {
        byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
        for (int i = random.nextInt(8); i > 0 && bytes.length > 0; i--) {
            // most of what counts stands at the beginning
            int reach = random.nextBoolean() ? Math.min(bytes.length, 60) : bytes.length;
            bytes[random.nextInt(reach)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
        }
        return bytes;
    }
}
