package org.lamplight.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives made to harm: each is refused with a sentence, and nothing is written but inside the profile's skins. */
class HostileArchiveTest {
    private static final String CENTRAL = "PK\1\2";

    @TempDir
    Path folder;

    private Skins skins;

    @BeforeEach
    void places() {
        skins = new Skins(new SkinPlaces(null, folder.resolve("profile/skinart")));
    }

    private Path zip(String... names) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("x/skin.properties", "name = X".getBytes(StandardCharsets.UTF_8));
        for (String name : names) {
            files.put(name, Pictures.svg());
        }
        return Pictures.zip(folder.resolve("x.zip"), files);
    }

    private void refused(Path archive) throws Exception {
        assertThatThrownBy(() -> Bounds.keptBy(() -> SkinArchive.read(skins, archive)))
                .isInstanceOf(BrokenSkin.class)
                .message()
                .endsWith(".")
                .doesNotContain("Exception");
        assertThatThrownBy(() -> Bounds.keptBy(() -> SkinImport.read(archive))).isInstanceOf(BrokenSkin.class);
        try (Stream<Path> written =
                Files.exists(folder.resolve("profile")) ? Files.walk(folder.resolve("profile")) : Stream.empty()) {
            assertThat(written.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.svg",
                "x/../../evil.svg",
                "/tmp/evil.svg",
                "x\\..\\..\\evil.svg",
                "C:/evil.svg",
                "..",
                "x/..",
                "x/\u0001.svg",
                "//host/evil.svg",
                "~root:evil.svg"
            })
    void namesThatLeadOutside(String name) throws Exception {
        refused(zip(name));
        refused(Pictures.tarGz(folder.resolve("x.tar.gz"), Map.of(name, Pictures.svg())));
        assertThat(folder.resolve("evil.svg")).doesNotExist();
    }

    @Test
    void namesThatDifferOnlyByCapitals() throws Exception {
        refused(zip("x/busy.svg", "x/BUSY.svg"));
    }

    @Test
    void oneNameTwice() throws Exception {
        Path zip = zip("x/busy1.svg", "x/busy2.svg");
        byte[] bytes = Files.readAllBytes(zip);
        byte[] twice = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("busy2", "busy1")
                .getBytes(StandardCharsets.ISO_8859_1);
        refused(Files.write(zip, twice));
    }

    @Test
    void links() throws Exception {
        Path zip = zip("x/busy.svg");
        byte[] bytes = Files.readAllBytes(zip);
        int last = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(CENTRAL);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(last + 38, 0120777 << 16);
        refused(Files.write(zip, bytes));
        try (OutputStream tar = new GZIPOutputStream(Files.newOutputStream(folder.resolve("l.tar.gz")))) {
            tar.write(Pictures.tarHeader("busy.svg", '2', "0"));
        }
        refused(folder.resolve("l.tar.gz"));
    }

    @Test
    void aGigabyteOfZeros() throws Exception {
        Path zip = folder.resolve("zeros.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("x/skin.properties"));
            out.putNextEntry(new ZipEntry("x/presence/busy.png"));
            byte[] megabyte = new byte[1024 * 1024];
            for (int i = 0; i < 1024; i++) {
                out.write(megabyte);
            }
            out.closeEntry();
        }
        refused(zip);
        Path tar = folder.resolve("zeros.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(tar))) {
            out.write(Pictures.tarHeader("busy.png", '0', "7777777777"));
            out.write(new byte[64 * 1024 * 1024]);
        }
        refused(tar);
        // and where nobody wants the file, it is not unpacked to its end either
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(tar))) {
            out.write(Pictures.tarHeader("notes.txt", '0', "7777777777"));
            out.write(new byte[64 * 1024 * 1024]);
        }
        refused(tar);
    }

    @Test
    void manyMegabytesInManyFiles() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            files.put("x/presence/" + i + ".png", new byte[1024 * 1024]);
        }
        refused(Pictures.zip(folder.resolve("x.zip"), files));
    }

    @Test
    void thousandsOfFiles() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 20_000; i++) {
            files.put("x/presence/" + i + ".svg", new byte[0]);
        }
        refused(Pictures.zip(folder.resolve("x.zip"), files));
        Path many = Files.createDirectories(folder.resolve("many"));
        for (int i = 0; i < 1_100; i++) {
            Files.createFile(many.resolve(i + ".svg"));
        }
        refused(many);
    }

    @Test
    void brokenArchives() throws Exception {
        byte[] whole = Files.readAllBytes(zip("x/busy.svg"));
        refused(Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(whole, whole.length / 2)));
        refused(Files.write(folder.resolve("noise.zip"), "PK and nothing".getBytes(StandardCharsets.UTF_8)));
        refused(Files.write(folder.resolve("noise.tar.gz"), new byte[] {0x1F, (byte) 0x8B, 1, 2}));
        refused(Files.write(folder.resolve("text.zip"), "text".getBytes(StandardCharsets.UTF_8)));
        refused(folder.resolve("nowhere.zip"));
        try (OutputStream tar = new GZIPOutputStream(Files.newOutputStream(folder.resolve("n.tar.gz")))) {
            tar.write(Pictures.tarHeader("a.svg", '0', "-7"));
        }
        refused(folder.resolve("n.tar.gz"));
    }

    @Test
    void alphabetOfLaughter() throws Exception {
        StringBuilder xml = new StringBuilder("<!DOCTYPE icondef [<!ENTITY a 'ha'>");
        for (char c = 'b'; c < 'm'; c++) {
            xml.append("<!ENTITY ")
                    .append(c)
                    .append(" '")
                    .append(("&" + (char) (c - 1) + ";").repeat(10))
                    .append("'>");
        }
        xml.append("]><icondef><meta><name>&l;</name></meta></icondef>");
        for (String index : new String[] {"icondef.xml", "theme.xml"}) {
            Path set = Pictures.zip(
                    folder.resolve("x.jisp"),
                    Map.of(index, xml.toString().getBytes(StandardCharsets.UTF_8), "a.svg", Pictures.svg()));
            refused(set);
        }
    }

    @Test
    void aLinkInAFolderIsNotFollowedOutside() throws Exception {
        Path set = Files.createDirectories(folder.resolve("set"));
        Files.createSymbolicLink(
                set.resolve("busy.svg"), Files.writeString(folder.resolve("secret.svg"), Pictures.SVG));
        Files.createSymbolicLink(set.resolve("round"), set);
        refused(set);
    }

    @Test
    void aSkinFullOfTheLargestPicturesStaysSmall() throws Exception {
        Path presence = Files.createDirectories(folder.resolve("profile/skinart/big/presence"));
        byte[] png = Pictures.of("png", Raster.LONGEST_SIDE, 0xFF);
        for (org.lamplight.presence.Status status : org.lamplight.presence.Status.values()) {
            Files.write(presence.resolve(status.key() + ".png"), png);
        }
        Skin skin = Bounds.keptBy(() -> skins.read("big"));
        assertThat(skin.problems()).isEmpty();
    }

    @Test
    void aSetFullOfTheLargestPicturesStaysSmall() throws Exception {
        Path set = Files.createDirectories(folder.resolve("set"));
        byte[] png = Pictures.of("png", Raster.LONGEST_SIDE, 0xFF);
        for (org.lamplight.presence.Status status : org.lamplight.presence.Status.values()) {
            for (String spelling : new String[] {"", "-16", "_icon", "_im"}) {
                Files.write(set.resolve(status.key() + spelling + ".png"), png);
                Files.write(set.resolve(status.key() + spelling + ".gif"), new byte[] {'G', 'I', 'F', '8', 1, 2});
            }
        }
        SkinImport read = Bounds.keptBy(() -> SkinImport.read(set));
        var guess = Bounds.keptBy(read::guess);
        assertThat(guess).hasSize(21);
        assertThat(Bounds.keptBy(read::problems)).isEmpty();
        assertThat(Bounds.keptBy(() -> read.draft(skins, guess)).changed()).isTrue();
    }
}
