package org.lamplight.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures made to harm: each is refused with a sentence or drawn at once, for little memory. */
class HostilePictureTest {
    private static final int HUGE = 50_000;

    @TempDir
    Path folder;

    private static Arguments svg(String what, String inside) {
        return Arguments.of(
                what, "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='16'>" + inside + "</svg>");
    }

    static Stream<Arguments> refusedDrawings() {
        String head = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>";
        return Stream.of(
                svg("script", "<script>alert(1)</script>"),
                svg("script of another name space", "<script xmlns='' />"),
                svg("event", "<animate attributeName='x' dur='1s'/>"),
                svg("picture inside", "<image href='data:image/png;base64,AAAA'/>"),
                svg("foreign object", "<foreignObject/>"),
                svg("text, so fonts", "<text font-family='x'>a</text>"),
                svg("font", "<defs><font-face/></defs>"),
                svg("style sheet", "<style>@import url(http://127.0.0.1/a.css);</style>"),
                svg("filter", "<filter id='a'/>"),
                svg("pattern", "<pattern id='a'/>"),
                svg("mask", "<mask id='a'/>"),
                svg("marker", "<marker id='a'/>"),
                svg("link", "<a/>"),
                svg("nested drawing", "<svg viewBox='0 0 0.0001 0.0001'><path d='M0 0h9v9z'/></svg>"),
                svg("endless use", "<g id='a'><use href='#a'/></g>"),
                svg("colour from outside", "<path fill='url(http://127.0.0.1/a#b)' d='M0 0h9v9z'/>"),
                svg(
                        "colour from outside, with spaces",
                        "<path style=\"fill: url (  'file:///etc/passwd#b')\" d='M0 0'/>"),
                svg("dashes", "<path stroke='#000' stroke-dasharray='.00001' d='M0 0h9000'/>"),
                svg("dashes in a style", "<path style='stroke:#000;stroke-dasharray:.00001,1' d='M0 0h9000'/>"),
                svg("far", "<path d='M0 0L1e30 1e30'/>"),
                svg("not a number", "<path d='M0 0L1e999 1'/>"),
                svg("enlarged", "<g transform='scale(1e4)'><g transform='scale(1e4)'><path d='M0 0h9v9z'/></g></g>"),
                svg("skewed", "<g transform='skewX(89.99999)'><path d='M0 0h9v9z'/></g>"),
                svg("many numbers", "<path d='M0 0" + "l1 1-1 1".repeat(5000) + "z'/>"),
                svg("many elements", "<g/>".repeat(600)),
                svg("deep", "<g>".repeat(300) + "</g>".repeat(300)),
                svg(
                        "costly clip",
                        "<clipPath id='a'><path d='M0 0" + "l9 3-9 3 5-6z".repeat(200) + "'/></clipPath>"
                                + "<path clip-path='url(#a)' d='M0 0h9v9z'/>"),
                Arguments.of("reference", head + "<linearGradient xlink:href='http://127.0.0.1/a#b'/></svg>"),
                Arguments.of(
                        "entities",
                        "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;'>"
                                + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;'>]>" + head + "<title>&c;</title></svg>"),
                Arguments.of(
                        "entity from a file",
                        "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + head + "<title>&a;</title></svg>"),
                Arguments.of(
                        "document type from outside",
                        "<!DOCTYPE svg SYSTEM 'http://127.0.0.1/a.dtd'>" + head + "</svg>"),
                Arguments.of("cut off", head + "<path d='M0 0h"),
                Arguments.of("unknown encoding", "<?xml version='1.0' encoding='klingon'?>" + head + "</svg>"),
                Arguments.of("no drawing", "<html xmlns='http://www.w3.org/1999/xhtml'/>"),
                Arguments.of("megabytes", head + " ".repeat(900_000) + "</svg>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedDrawings")
    void drawingsThatAreRefused(String what, String svg) {
        refused(svg.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(byte[] picture) {
        assertThatThrownBy(() -> Bounds.keptBy(() -> AnyPicture.decode(picture)))
                .isInstanceOf(BrokenIcon.class)
                .message()
                .startsWith("The picture ")
                .endsWith(".")
                .doesNotContain("Exception");
    }

    static Stream<Arguments> costlyDrawings() {
        String zigzag = "l.01 16 .01-16".repeat(1450);
        String round = "stroke='#000' stroke-width='9' stroke-linejoin='round' stroke-linecap='round'";
        return Stream.of(
                svg("as many lines as may be", "<path d='M0 0" + zigzag + "z'/>"),
                svg("the same, broad and round", "<path " + round + " d='M0 0" + zigzag + "z'/>"),
                svg("round all over", "<path " + round + " d='M0 0" + "c9 9-9 9 1 16s8-8 1-16".repeat(590) + "'/>"),
                svg("arcs", "<path " + round + " d='M0 0" + "a900 900 0 1 1 .01 .01".repeat(850) + "'/>"),
                svg("as far as may be", "<path " + round + " d='M0 0" + "C15000 9-9000 9000 16 16".repeat(990) + "'/>"),
                svg("broad as the sky", "<path stroke='#000' stroke-width='1e30' d='M0 0h9v9'/>"),
                svg(
                        "a clip of itself",
                        "<clipPath id='a' clip-path='url(#a)'><path d='M0 0h9v9z'/></clipPath>"
                                + "<path clip-path='url(#a)' d='M0 0h9v9z'/>"),
                svg(
                        "clips in a ring",
                        "<clipPath id='a' clip-path='url(#b)'><path d='M0 0h9v9z'/></clipPath>"
                                + "<clipPath id='b'><path clip-path='url(#a)' d='M0 0h9v9z'/></clipPath>"
                                + "<path clip-path='url(#a)' d='M0 0h9v9z'/>"),
                svg(
                        "colours in a ring",
                        "<linearGradient id='a' href='#b'/><linearGradient id='b' href='#a'/>"
                                + "<path fill='url(#a)' d='M0 0h9v9z'/>"),
                svg(
                        "all of it with colours",
                        "<radialGradient id='a'>" + "<stop offset='.5'/>".repeat(100) + "</radialGradient>"
                                + "<rect fill='url(#a)' width='16' height='16'/>".repeat(350)),
                Arguments.of(
                        "a tiny frame",
                        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 .001 .001'>" + "<path " + round
                                + " d='M0 0l.1 .1'/></svg>"),
                Arguments.of("a style sheet beside", "<?xml-stylesheet href='file:///etc/passwd'?>" + Pictures.SVG));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("costlyDrawings")
    void drawingsThatCostAsMuchAsMayBe(String what, String svg) throws Exception {
        try {
            Artwork artwork = Bounds.keptBy(() -> AnyPicture.decode(svg.getBytes(StandardCharsets.UTF_8)));
            Bounds.keptBy(() -> artwork.drawn(128, Hues.DARK));
        } catch (BrokenIcon refused) {
            assertThat(refused.getMessage()).endsWith(".");
        }
    }

    @Test
    void aSkinFullOfCostlyDrawingsIsReadInTime() throws Exception {
        Path presence = Files.createDirectories(folder.resolve("slow/presence"));
        String arcs = Pictures.SVG.replace(
                "fill='#0B8A60' d='", "stroke='#000' stroke-width='9' d='M0 0" + "a900 900 0 1 1 .01 .01".repeat(850));
        for (org.lamplight.presence.Status status : org.lamplight.presence.Status.values()) {
            Files.writeString(presence.resolve(status.key() + ".svg"), arcs);
        }
        Skins skins = new Skins(new SkinPlaces(folder, null));
        Skin read = Bounds.keptBy(() -> skins.read("slow"));
        assertThat(Bounds.keptBy(() -> java.util.Arrays.stream(org.lamplight.presence.Status.values())
                        .map(status -> read.image(status, 20, Hues.LIGHT))
                        .toList()))
                .hasSize(21);
    }

    @Test
    void aSkinOfTheHeaviestDrawingsStaysSmall() throws Exception {
        Path presence = Files.createDirectories(folder.resolve("heavy/presence"));
        String heavy = Pictures.SVG.replace("</svg>", "<title>" + "a b ".repeat(64_000) + "</title></svg>");
        for (org.lamplight.presence.Status status : org.lamplight.presence.Status.values()) {
            Files.writeString(presence.resolve(status.key() + ".svg"), heavy);
        }
        Skins skins = new Skins(new SkinPlaces(folder, null));
        Skin read = Bounds.keptBy(() -> skins.read("heavy"));
        assertThat(read.problems())
                .hasSize(13)
                .allSatisfy(problem -> assertThat(problem.wrong()).contains("2048 KB"));
    }

    /** A PNG of this size whose pixels are these, packed. */
    private static byte[] png(int width, int height, int depth, byte[] packed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x89504E470D0A1A0AL);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) depth).put((byte) 6);
        chunk(out, "IHDR", header.array());
        chunk(out, "IDAT", packed);
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String kind, byte[] content) throws IOException {
        byte[] name = kind.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }

    private static byte[] zeros(int megabytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < megabytes; i++) {
                deflater.write(new byte[1024 * 1024]);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] patched(byte[] picture, int at, int value) {
        return ByteBuffer.wrap(picture.clone())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(at, value)
                .array();
    }

    static Stream<Arguments> refusedPixels() throws IOException {
        byte[] bmp = Pictures.of("bmp", 16, 0xFF);
        byte[] gif = Pictures.of("gif", 16, 0xFF);
        byte[] wide =
                ByteBuffer.wrap(gif.clone()).order(ByteOrder.LITTLE_ENDIAN).array();
        int frame = 13 + 3 * (2 << (gif[10] & 7)) + 0;
        return Stream.of(
                Arguments.of("huge PNG", png(HUGE, HUGE, 8, zeros(1))),
                Arguments.of("widest PNG", png(Integer.MAX_VALUE, 1, 16, zeros(1))),
                Arguments.of("PNG of no height", png(16, 0, 8, zeros(1))),
                Arguments.of("PNG with too few pixels", png(512, 512, 16, new byte[10])),
                Arguments.of("PNG cut off", java.util.Arrays.copyOf(Pictures.of("png", 16, 0xFF), 40)),
                Arguments.of("huge BMP", patched(patched(bmp, 18, HUGE), 22, HUGE)),
                Arguments.of("BMP of negative width", patched(bmp, 18, -16)),
                Arguments.of("BMP that begins far away", patched(bmp, 10, Integer.MAX_VALUE)),
                Arguments.of("BMP of endless colours", patched(patched(bmp, 46, Integer.MAX_VALUE), 28, 8)),
                Arguments.of(
                        "BMP of endless colours, pixels behind them",
                        patched(patched(patched(bmp, 46, Integer.MAX_VALUE), 28, 8), 10, Integer.MAX_VALUE)),
                Arguments.of(
                        "BMP of 40 million colours", patched(patched(patched(bmp, 46, 40_000_000), 28, 8), 10, 50)),
                Arguments.of("BMP cut off", java.util.Arrays.copyOf(bmp, 60)),
                Arguments.of("huge GIF", patched(gif, frame + 5, HUGE << 16 | HUGE)),
                Arguments.of("GIF cut off", java.util.Arrays.copyOf(gif, 20)),
                Arguments.of("ICO that holds a huge picture", Pictures.ico(16, HUGE, 0xFF0000FF)),
                Arguments.of("ICO of endless pictures", patched(Pictures.ico(16, 0xFF), 2, 0xFFFF0001)),
                Arguments.of("ICO whose picture lies outside", patched(Pictures.ico(16, 0xFF), 18, Integer.MAX_VALUE)),
                Arguments.of(
                        "ICO of endless colours", patched(patched(Pictures.ico(16, 0xFF), 22 + 32, -1), 22 + 14, 8)),
                Arguments.of("nothing", new byte[0]),
                Arguments.of("noise", new byte[] {1, 2, 3, 4, 5}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedPixels")
    void pixelsThatAreRefused(String what, byte[] picture) {
        refused(picture);
    }

    @Test
    void morePixelsThanPromisedAreLeftPacked() throws Exception {
        byte[] bomb = png(16, 16, 8, zeros(200));
        assertThat(Bounds.keptBy(() -> AnyPicture.decode(bomb))).isNotNull();
    }

    @Test
    void nobodyIsAskedForAnything() throws Exception {
        try (ServerSocket asked = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + asked.getLocalPort() + "/a";
            for (String svg : new String[] {
                "<?xml-stylesheet type='text/css' href='" + url + "'?>" + Pictures.SVG,
                "<!DOCTYPE svg SYSTEM '" + url + "'>" + Pictures.SVG,
                Pictures.SVG.replace("fill=", "xml:base='" + url + "' fill="),
                Pictures.SVG.replace("<path", "<linearGradient id='a' href='" + url + "#b'/><path"),
                Pictures.SVG.replace("'#0B8A60'", "'url(" + url + "#a)'"),
                Pictures.SVG.replace("<svg ", "<svg xmlns:x='x' x:href='" + url + "' ")
            }) {
                try {
                    AnyPicture.decode(svg.getBytes(StandardCharsets.UTF_8)).drawn(16, Hues.LIGHT);
                } catch (BrokenIcon refused) {
                    assertThat(refused.wrong()).isNotEmpty();
                }
            }
            asked.setSoTimeout(1);
            assertThatThrownBy(asked::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aFileOutsideIsNotReadThroughALink() throws Exception {
        Path skin = Files.createDirectories(folder.resolve("skin/presence")).getParent();
        Path secret = Files.writeString(folder.resolve("secret.svg"), Pictures.SVG);
        Files.createSymbolicLink(skin.resolve("presence/busy.svg"), secret);
        Files.createSymbolicLink(skin.resolve("presence/away.svg"), Path.of("/dev/zero"));
        Files.createSymbolicLink(skin.resolve("skin.properties"), Files.writeString(folder.resolve("x"), "a = b"));
        Skins skins = new Skins(new SkinPlaces(folder, null));
        Skin read = Bounds.keptBy(() -> skins.read("skin"));
        assertThat(read.shown(org.lamplight.presence.Status.BUSY).from()).isEqualTo(Skin.From.BUILT_IN);
        assertThat(read.problems()).hasSize(3);
    }

    @Test
    void aTextOfNothingButMistakesIsSaidInFew() throws Exception {
        Path skin = Files.createDirectories(folder.resolve("skin"));
        Files.writeString(
                skin.resolve("skin.properties"), "a\n".repeat(30_000) + "\\uXX = 1\nname = " + "n".repeat(900));
        Skins skins = new Skins(new SkinPlaces(folder, null));
        Skin read = Bounds.keptBy(() -> skins.read("skin"));
        assertThat(read.problems()).hasSize(101);
        assertThat(read.name()).hasSize(100);
        Files.writeString(skin.resolve("skin.properties"), "a = b\n".repeat(300_000));
        assertThat(Bounds.keptBy(() -> skins.read("skin")).problems()).hasSize(1);
        Files.write(skin.resolve("skin.properties"), new byte[] {'a', '=', (byte) 0xFF, (byte) 0xFE});
        assertThat(Bounds.keptBy(() -> skins.read("skin")).problems()).hasSize(1);
    }

    @Test
    void aLongChainOfSkinsEnds() throws Exception {
        for (int i = 0; i < 300; i++) {
            Path skin = Files.createDirectories(folder.resolve("s" + i));
            Files.writeString(skin.resolve("skin.properties"), "extends = s" + (i + 1));
        }
        Skins skins = new Skins(new SkinPlaces(folder, null));
        assertThat(Bounds.keptBy(() -> skins.read("s0"))).isNotNull();
    }
}
