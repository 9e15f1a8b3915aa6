package org.lamplight.media.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.media.Sound;

class WavTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "8000, 1, 8, 0.98",
        "8000, 1, 16, 0.999",
        "11025, 2, 16, 0.999",
        "16000, 1, 24, 0.999",
        "22050, 2, 24, 0.999",
        "44100, 2, 16, 0.999",
        "48000, 1, 32, 0.999",
        "96000, 2, 32, 0.999",
        "44100, 2, 8, 0.98"
    })
    void anyKindPlaysAsFramesOfFortyEightKilohertz(int rate, int channels, int bits, double purity) throws IOException {
        Path path = write(head(rate, channels, bits, 1, rate), sound(rate, channels, bits));
        List<short[]> heard = new ArrayList<>();
        try (FilePlayer player = new FilePlayer(path, false)) {
            while (!player.ended()) {
                heard.add(player.next());
            }
            assertThat(player.next()).containsOnly((short) 0);
        }
        assertThat(heard).hasSizeBetween(100, 102);
        assertThat(Sound.purity(Sound.joined(heard), 4_800, 43_200, 440, 48_000))
                .isGreaterThan(purity);
    }

    @Test
    void aLoopGoesOnWithoutAGap() throws IOException {
        Path path = folder.resolve("loop.wav");
        try (WavWriter writer = new WavWriter(path, 16_000, 1)) {
            writer.write(Sound.tone(400, 16_000, 4_000, 8_000));
        }
        List<short[]> heard = new ArrayList<>();
        try (FilePlayer player = new FilePlayer(path, true)) {
            for (int i = 0; i < 200; i++) {
                heard.add(player.next());
            }
            assertThat(player.ended()).isFalse();
        }
        assertThat(Sound.purity(Sound.joined(heard), 4_800, 91_200, 400, 48_000))
                .isGreaterThan(0.999);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Path path = folder.resolve("speech.wav");
        short[] speech = Sound.speech(48_000, 2.5, 1);
        try (WavWriter writer = new WavWriter(path, 48_000, 1)) {
            for (int at = 0; at < speech.length; at += 480) {
                writer.write(Sound.piece(speech, at, 480));
            }
        }
        try (WavReader reader = WavReader.open(path)) {
            assertThat(reader.length()).isEqualTo(speech.length);
            assertThat(reader.read(1_000_000)).isEqualTo(speech);
            assertThat(reader.read(10)).isEmpty();
        }
        assertThatThrownBy(() -> new WavWriter(path, 48_000, 1)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void whatIsCutOffIsLessThanASecond() throws IOException {
        Path path = folder.resolve("cut.wav");
        WavWriter writer = new WavWriter(path, 8_000, 2);
        writer.write(new short[8_000 * 2 * 3 + 100]);
        try (WavReader reader = WavReader.open(path)) {
            assertThat(reader.length()).isEqualTo(24_000);
        }
        writer.close();
        try (WavReader reader = WavReader.open(path)) {
            assertThat(reader.length()).isEqualTo(24_050);
        }
    }

    @Test
    void lengthsThatLieAreNotBelieved() throws IOException {
        byte[] sound = new byte[1_000];
        Path path = write(head(8_000, 1, 16, 1, 0x3FFFFFFF), sound);
        try (WavReader reader = WavReader.open(path)) {
            assertThat(reader.length()).isEqualTo(500);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 16, 1", "-1, 1, 16, 1", "8000, 0, 16, 1", "8000, 6, 16, 1", "8000, 1, 12, 1", "8000, 1, 16, 3"})
    void strangeFormatsAreRefused(int rate, int channels, int bits, int coding) throws IOException {
        Path path = write(head(rate, channels, bits, coding, 100), new byte[100]);
        assertThatThrownBy(() -> WavReader.open(path)).isInstanceOf(IOException.class);
    }

    @Test
    void noOctetsHurt() throws IOException {
        Random random = new Random(1);
        byte[] head = head(8_000, 1, 16, 1, 40);
        for (int i = 0; i < 2_000; i++) {
            byte[] hostile = head.clone();
            for (int k = random.nextInt(4); k >= 0; k--) {
                hostile[random.nextInt(hostile.length)] = (byte) random.nextInt();
            }
            Path path = folder.resolve("hostile.wav");
            Files.write(path, Arrays.copyOf(hostile, random.nextInt(100)));
            try (FilePlayer player = new FilePlayer(path, random.nextBoolean())) {
                assertThat(player.next()).hasSize(480);
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }

    private Path write(byte[] head, byte[] sound) throws IOException {
        Path path = folder.resolve("test.wav");
        ByteBuffer all =
                ByteBuffer.allocate(head.length + sound.length).put(head).put(sound);
        return Files.write(path, all.array());
    }

    /** With an odd chunk of two octets in between, padded, that nobody knows. */
    private static byte[] head(int rate, int channels, int bits, int coding, int moments) {
        int block = channels * bits / 8;
        ByteBuffer head = ByteBuffer.allocate(54).order(ByteOrder.LITTLE_ENDIAN);
        head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(46).put("WAVE".getBytes(StandardCharsets.US_ASCII));
        head.put("odd ".getBytes(StandardCharsets.US_ASCII))
                .putInt(1)
                .put((byte) 7)
                .put((byte) 0);
        head.put("fmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) coding);
        head.putShort((short) channels).putInt(rate).putInt(rate * block);
        head.putShort((short) block).putShort((short) bits);
        head.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(moments * block);
        return head.array();
    }

    private static byte[] sound(int rate, int channels, int bits) {
        short[] tone = Sound.tone(440, rate, rate, 12_000);
        ByteBuffer octets = ByteBuffer.allocate(rate * channels * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        for (short sample : tone) {
            for (int channel = 0; channel < channels; channel++) {
                switch (bits) {
                    case 8 -> octets.put((byte) ((sample >> 8) + 128));
                    case 16 -> octets.putShort(sample);
                    case 24 -> octets.put((byte) 0).putShort(sample);
                    default -> octets.putInt(sample << 16);
                }
            }
        }
        return octets.array();
    }
}
