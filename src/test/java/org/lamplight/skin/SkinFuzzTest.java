package org.lamplight.skin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sound files with random damage: whatever comes of it is a picture, a skin or a sentence. The seed makes it repeatable. */
class SkinFuzzTest {
    private static final int ROUNDS = 400;
    private static final String TEXT = """
            # a skin
            name = My \\u00fcber skin
            extends = lamplight
            icon.busy = presence/busy.svg
            show.away : idle
            tint.dark.not-now #ff0000
            sound.ring = \\
                ring.wav
            """;

    private final Random random = new Random(20_261_121);

    @TempDir
    Path folder;

    private byte[] damaged(byte[] sound) {
        byte[] damaged = sound.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(4)) {
                case 0 -> damaged[at] = (byte) random.nextInt();
                case 1 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> Arrays.fill(damaged, at, Math.min(damaged.length, at + random.nextInt(9)), (byte) -1);
                default -> {
                    int length = Math.min(random.nextInt(24), damaged.length - at);
                    System.arraycopy(damaged, random.nextInt(damaged.length - length), damaged, at, length);
                }
            }
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length) + 1) : damaged;
    }

    private void pictures(byte[] sound) throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            byte[] picture = damaged(sound);
            try {
                Artwork artwork = Bounds.keptBy(() -> AnyPicture.decode(picture));
                assertThat(Bounds.keptBy(() -> artwork.drawn(32, Hues.DARK)).getWidth())
                        .isEqualTo(32);
            } catch (BrokenIcon refused) {
                assertThat(refused.getMessage()).endsWith(".").doesNotContain("Exception");
            }
        }
    }

    @Test
    void drawings() throws Exception {
        pictures(Files.readAllBytes(Path.of("skinart/lamplight/presence/in-a-meeting-on-the-phone.svg")));
        pictures(Files.readAllBytes(Path.of("skinart/lamplight/presence/ringing.svg")));
    }

    @Test
    void pixels() throws Exception {
        for (String format : new String[] {"png", "gif", "bmp"}) {
            pictures(Pictures.of(format, 24, 0x0000FF));
        }
        pictures(Pictures.ico(24, 0xFF0000FF));
    }

    @Test
    void texts() throws Exception {
        Path skin = Files.createDirectories(folder.resolve("skin"));
        Skins skins = new Skins(new SkinPlaces(folder, null));
        for (int i = 0; i < ROUNDS; i++) {
            Files.write(skin.resolve("skin.properties"), damaged(TEXT.getBytes(StandardCharsets.UTF_8)));
            Skin read = Bounds.keptBy(() -> skins.read("skin"));
            assertThat(read.problems())
                    .allSatisfy(problem -> assertThat(problem.toString()).endsWith("."));
        }
    }

    /** Lines mean what java.util.Properties takes them for. */
    @Test
    void linesAreReadAsJavaReadsThem() throws IOException {
        byte[] sound = TEXT.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < ROUNDS * 5; i++) {
            String text = new String(damaged(sound), StandardCharsets.ISO_8859_1);
            Properties expected = new Properties();
            try {
                expected.load(new StringReader(text));
            } catch (IllegalArgumentException unreadable) {
                continue;
            }
            SkinText read = SkinText.of(text);
            for (String key : expected.stringPropertyNames()) {
                assertThat(read.said(key).map(SkinText.Said::value))
                        .as("%s in:%n%s", key, text)
                        .isEqualTo(Optional.of(expected.getProperty(key).strip()));
            }
        }
    }

    @Test
    void archives() throws Exception {
        Path file = folder.resolve("x.zip");
        byte[] zip = Files.readAllBytes(Pictures.zip(
                file,
                Map.of(
                        "x/skin.properties", TEXT.getBytes(StandardCharsets.UTF_8),
                        "x/presence/busy.svg", Pictures.svg(),
                        "x/icondef.xml", "<icondef><icon><x>a</x></icon></icondef>".getBytes(StandardCharsets.UTF_8))));
        byte[] tar = Files.readAllBytes(Pictures.tarGz(file, Map.of("x/skin.properties", Pictures.svg())));
        Skins skins = new Skins(new SkinPlaces(null, folder.resolve("own")));
        for (int i = 0; i < ROUNDS; i++) {
            Files.write(file, damaged(i % 2 == 0 ? zip : tar));
            try {
                assertThat(skins.read(Bounds.keptBy(() -> SkinArchive.read(skins, file))))
                        .isNotNull();
                assertThat(Bounds.keptBy(() -> SkinImport.read(file)).pictures())
                        .isNotEmpty();
            } catch (BrokenSkin refused) {
                assertThat(refused.getMessage()).endsWith(".").doesNotContain("Exception");
            }
        }
    }
}
