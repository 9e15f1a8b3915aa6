package org.lamplight.ui.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small pictures of good files and of such as are made to harm. */
class ThumbnailTest {
    private static final Dimension BOX = new Dimension(320, 240);
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    /** Red at the left, blue at the right; half as high as it is wide. */
    private static BufferedImage picture(int width) {
        BufferedImage picture = new BufferedImage(width, width / 2, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, width);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width / 2, width);
        graphics.dispose();
        return picture;
    }

    private Path write(BufferedImage picture, String format) throws IOException {
        Path file = folder.resolve("picture." + format);
        assertThat(ImageIO.write(picture, format, file.toFile())).isTrue();
        return file;
    }

    private static Optional<BufferedImage> of(Path file) {
        return Assertions.assertTimeoutPreemptively(SOON, () -> Thumbnail.of(file, BOX));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void aLargePictureIsShrunk(String format) throws Exception {
        BufferedImage small = of(write(picture(2000), format)).orElseThrow();
        assertThat(new Dimension(small.getWidth(), small.getHeight())).isEqualTo(new Dimension(320, 160));
        assertThat(new Color(small.getRGB(20, 80)).getRed()).isGreaterThan(200);
        assertThat(new Color(small.getRGB(300, 80)).getBlue()).isGreaterThan(200);
    }

    @Test
    void aSmallOneStaysAsItIs() throws Exception {
        BufferedImage small = of(write(picture(16), "png")).orElseThrow();
        assertThat(small.getWidth()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({
        "1, left, true",
        "3, right, true",
        "2, right, true",
        "6, top, false",
        "8, bottom, false",
        "5, top, false"
    })
    void aPhotoStandsUpright(int orientation, String red, boolean wide) throws Exception {
        Path file = write(picture(400), "jpeg");
        Files.write(file, withExif(Files.readAllBytes(file), orientation));
        BufferedImage small = of(file).orElseThrow();
        assertThat(small.getWidth() > small.getHeight()).isEqualTo(wide);
        int x = red.equals("left") ? 5 : red.equals("right") ? small.getWidth() - 5 : small.getWidth() / 2;
        int y = red.equals("top") ? 5 : red.equals("bottom") ? small.getHeight() - 5 : small.getHeight() / 2;
        assertThat(new Color(small.getRGB(x, y)).getRed()).isGreaterThan(200);
    }

    private static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 34});
        out.write("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1));
        out.write(new byte[] {0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0});
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    @Test
    void aBombIsNotRead() throws Exception {
        assertThat(of(png(50_000, 50_000, 100))).isEmpty();
        assertThat(of(png(Integer.MAX_VALUE, 1, 1))).isEmpty();
        assertThat(of(png(7_100, 7_100, 10))).isEmpty();
    }

    /** 48 million pixels in a few kilobytes: what is read of it fits into little memory. */
    @Test
    void aWideOneTakesTheMemoryOfItsSmallPicture() throws Exception {
        Path file = png(30_000, 1_600, 1_600);
        assertThat(Files.size(file)).isLessThan(200_000);
        assertThat(of(file).orElseThrow().getWidth()).isEqualTo(320);
    }

    /** A PNG of one bit a pixel with this many rows of content. */
    private Path png(int width, int height, int rows) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(head);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {1, 0, 0, 0, 0});
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(content, new Deflater(9))) {
            byte[] row = new byte[1 + Math.min(width, 50_000) / 8];
            for (int i = 0; i < rows; i++) {
                deflated.write(row);
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(all);
        out.writeLong(0x89504e470d0a1a0aL);
        chunk(out, "IHDR", head.toByteArray());
        chunk(out, "IDAT", content.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return Files.write(folder.resolve("made.png"), all.toByteArray());
    }

    private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(content);
        out.writeInt(content.length);
        out.write(type);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 30, 60, 200, 1000})
    void aTruncatedOneHarmsNothing(int length) throws Exception {
        for (String format : new String[] {"png", "jpeg", "gif", "bmp"}) {
            Path file = write(picture(500), format);
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, Math.min(length, whole.length)));
            // Some show what there is of it
            of(file).ifPresent(small -> assertThat(small.getWidth()).isLessThanOrEqualTo(320));
        }
    }

    @Test
    void noiseHarmsNothing() throws Exception {
        java.util.Random random = new java.util.Random(25);
        for (String format : new String[] {"png", "jpeg", "gif", "bmp"}) {
            byte[] whole = Files.readAllBytes(write(picture(200), format));
            for (int i = 0; i < 200; i++) {
                byte[] hurt = whole.clone();
                for (int j = 0; j < 5; j++) {
                    hurt[random.nextInt(hurt.length)] = (byte) random.nextInt();
                }
                of(Files.write(folder.resolve("hurt"), hurt))
                        .ifPresent(small -> assertThat(small.getHeight()).isLessThanOrEqualTo(240));
            }
        }
    }

    @Test
    void whatIsNoPictureIsNone() throws Exception {
        assertThat(of(Files.writeString(folder.resolve("a.png"), "<svg xmlns='http://www.w3.org/2000/svg'/>")))
                .isEmpty();
        assertThat(of(folder.resolve("absent.png"))).isEmpty();
        assertThat(of(folder)).isEmpty();
        Path link = Files.createSymbolicLink(folder.resolve("link.png"), write(picture(10), "png"));
        assertThat(of(link)).isEmpty();
    }
}
