package org.lamplight.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.call.AudioDevices;
import org.lamplight.call.AudioDevices.Use;
import org.lamplight.call.MediaEngine;
import org.lamplight.call.MediaReport;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.MediaSession;
import org.lamplight.call.MediaWishes;
import org.lamplight.media.Sound;
import org.lamplight.media.file.WavReader;
import org.lamplight.media.rtp.RtpPacket;

/** Whole calls between two engines over loopback. Nothing here measures time: machines may be slow. */
@Tag("real-time")
class SoundEngineTest {
    private static final int RATE = Phones.RATE;
    private static final short[] TONE = Sound.tone(440, RATE, RATE, 8_000);

    private static final byte A_LAW_SILENCE = (byte) 0xD5;

    @TempDir
    Path folder;

    @Test
    void isDiscovered() {
        assertThat(ServiceLoader.load(MediaEngine.class).findFirst())
                .get()
                .isInstanceOf(SoundEngine.class)
                .satisfies(MediaEngine::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opus", "g722", "pcmu", "pcma"})
    void bothHearEachOther(String codec) throws Exception {
        try (Phones phones = new Phones(folder, codec)) {
            phones.one.speak(TONE);
            phones.other.speak(Sound.tone(1_000, RATE, RATE, 8_000));
            phones.call();
            Phones.until(() -> hears(phones.other, 440) && hears(phones.one, 1_000));
            MediaReport report = phones.one.session.report();
            assertThat(report.audio()).isEqualToIgnoringCase(codec + (codec.equals("opus") ? "/48000" : "/8000"));
            assertThat(report.secure()).isEqualTo(MediaSecurity.NONE);
            assertThat(report.opinion()).isBetween(1.0, 4.5);
        }
    }

    /** Whether any whole second of the last ones is this tone. */
    private static boolean hears(Phones.Phone phone, int hertz) {
        if (phone.heardSeconds() < 1) {
            return false;
        }
        short[] heard = phone.heard();
        for (int from = 0; from + RATE / 2 <= heard.length; from += RATE / 20) {
            if (Sound.purity(heard, from, from + RATE / 2, hertz, RATE) > 0.98) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theFileIsHeardAsItIs() throws Exception {
        short[] speech = Sound.speech(RATE, 3, 7);
        try (Phones phones = new Phones(folder, "pcma")) {
            phones.one.speak(speech);
            phones.call();
            Phones.until(() -> phones.other.heardSeconds() >= 2);
        }
        short[] heard = phones(folder);
        assertThat(likeness(speech, heard)).isGreaterThan(0.9);
    }

    private static short[] phones(Path folder) {
        return Phones.read(folder.resolve("other-other.wav"));
    }

    /** The best correlation of any half second of what was heard with what was said. */
    private static double likeness(short[] said, short[] heard) {
        double best = 0;
        int window = RATE / 2;
        for (int from = RATE / 2; from + window < heard.length; from += window) {
            short[] piece = Arrays.copyOfRange(heard, from, from + window);
            for (int lag = 0; lag + window <= said.length; lag++) {
                best = Math.max(best, quick(piece, said, lag));
            }
        }
        return best;
    }

    private static double quick(short[] piece, short[] said, int lag) {
        double rough = like(piece, said, lag, 97);
        return rough < 0.5 ? rough : like(piece, said, lag, 1);
    }

    private static double like(short[] piece, short[] said, int lag, int step) {
        double both = 0;
        double first = 1;
        double second = 1;
        for (int i = 0; i < piece.length; i += step) {
            double a = piece[i];
            double b = said[i + lag];
            both += a * b;
            first += a * a;
            second += b * b;
        }
        return both / Math.sqrt(first * second);
    }

    @Test
    void theFileThatListensIsWholeAfterTheEnd() throws Exception {
        Phones phones = new Phones(folder, "pcma");
        phones.one.speak(TONE);
        phones.call();
        Phones.until(() -> phones.other.heardSeconds() >= 1);
        phones.other.session.close();
        long octets = Files.size(phones.other.heardFile());
        Phones.until(() -> {
            try (WavReader reader = WavReader.open(phones.other.heardFile())) {
                return 44 + 2 * reader.length() == Files.size(phones.other.heardFile());
            } catch (IOException notYet) {
                return false;
            }
        });
        phones.close();
        assertThat(Files.size(phones.other.heardFile())).isGreaterThanOrEqualTo(octets);
        assertThat(phones.other.heard().length).isGreaterThanOrEqualTo(RATE);
    }

    @Test
    void aMuteIsSilenceOnTheWire() throws Exception {
        try (Phones phones = new Phones(folder, "pcma");
                DatagramSocket wire = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            phones.one.speak(TONE);
            phones.one.session.mute(true);
            String answer = phones.other.session.answer(phones.one.session.offer());
            phones.other.session.close();
            phones.one.session.accept(answer.replace("m=audio " + port(answer), "m=audio " + wire.getLocalPort()));
            for (int i = 0; i < 20; i++) {
                assertThat(next(wire).payload()).containsOnly(A_LAW_SILENCE);
            }
            Phones.until(() -> phones.one.speaksMuted.get() > 0);
            phones.one.session.mute(false);
            Phones.until(() -> loud(next(wire).payload()));
            assertThat(phones.one.speaksMuted).hasValue(1);
        }
    }

    private static boolean loud(byte[] payload) {
        for (byte octet : payload) {
            if (octet != A_LAW_SILENCE) {
                return true;
            }
        }
        return false;
    }

    /** The next packet of sound. */
    private static RtpPacket next(DatagramSocket wire) {
        DatagramPacket packet = new DatagramPacket(new byte[RtpPacket.LONGEST], RtpPacket.LONGEST);
        try {
            wire.setSoTimeout(10_000);
            while (true) {
                wire.receive(packet);
                Optional<RtpPacket> read = RtpPacket.parse(packet.getData(), packet.getLength());
                if (read.isPresent() && read.get().payloadType() == 8) {
                    return read.get();
                }
            }
        } catch (IOException silent) {
            throw new UncheckedIOException(silent);
        }
    }

    private static int[] toInts(short[] sound) {
        int[] ints = new int[sound.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = sound[i];
        }
        return ints;
    }

    private static boolean isSilentAtTheEnd(Phones.Phone phone) {
        short[] heard = phone.heard();
        double[] loudness = Sound.envelope(Arrays.copyOfRange(heard, heard.length - RATE / 2, heard.length), RATE);
        return Arrays.stream(loudness).max().orElse(0) < 30;
    }

    @ParameterizedTest
    @EnumSource
    void holdStopsTheSoundBothWays(MediaSecurity security) throws Exception {
        try (Phones phones = new Phones(folder, security, "pcma")) {
            phones.one.speak(TONE);
            phones.other.speak(Sound.tone(1_000, RATE, RATE, 8_000));
            assertThat(phones.one.session.offer()).contains(security == MediaSecurity.NONE ? "RTP/AVP " : "RTP/SAVP ");
            phones.call();
            Phones.until(() -> hears(phones.other, 440) && hears(phones.one, 1_000));
            assertThat(phones.one.session.report().secure()).isEqualTo(security);
            phones.one.session.hold(true);
            phones.reoffer(phones.one, phones.other);
            assertThat(phones.other.session.isHeldByPeer()).isTrue();
            assertThat(phones.one.session.isHeldByPeer()).isFalse();
            Phones.until(() -> isSilentAtTheEnd(phones.one) && isSilentAtTheEnd(phones.other));
            phones.one.session.hold(false);
            phones.reoffer(phones.one, phones.other);
            assertThat(phones.other.session.isHeldByPeer()).isFalse();
            Phones.until(() -> !isSilentAtTheEnd(phones.one) && !isSilentAtTheEnd(phones.other));
            assertThat(phones.other.session.report().secure()).isEqualTo(security);
        }
    }

    @Test
    void whoHasTheWrongKeyHearsNothing() throws Exception {
        try (Phones phones = new Phones(folder, MediaSecurity.SDES, "pcma")) {
            phones.one.speak(TONE);
            String offer = phones.one.session.offer();
            char first = offer.charAt(offer.indexOf("inline:") + 7);
            String other = offer.replaceFirst("inline:.", "inline:" + (first == 'A' ? 'B' : 'A'));
            phones.one.session.accept(phones.other.session.answer(other));
            Phones.until(() -> phones.other.heardSeconds() >= 1);
            assertThat(loudest(phones.other)).isZero();
            assertThat(phones.other.session.report().silentMillis()).isPositive();
        }
    }

    private static int loudest(Phones.Phone phone) {
        return Arrays.stream(toInts(phone.heard())).map(Math::abs).max().orElseThrow();
    }

    /** Measures time as it passes, so it wants a machine of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"opus", "pcma"})
    @Tag("soak")
    void aCallHasNoGaps(String codec) throws Exception {
        try (Phones phones = new Phones(folder, MediaSecurity.SDES, codec)) {
            phones.one.speak(TONE);
            phones.call();
            Phones.until(() -> phones.other.heardSeconds() >= 10);
            short[] heard = phones.other.heard();
            double[] loudness = Sound.envelope(Arrays.copyOfRange(heard, 3 * RATE, heard.length), RATE);
            int longest = 0;
            int silent = 0;
            for (double one : loudness) {
                silent = one < 500 ? silent + 1 : 0;
                longest = Math.max(longest, silent);
            }
            assertThat(longest * 10).as("milliseconds without sound").isLessThanOrEqualTo(60);
            Phones.until(() -> phones.one.session.report().roundTripMillis() >= 0);
            assertThat(phones.one.session.report().lossPercent()).isZero();
        }
    }

    @Test
    void keysGoBothWays() throws Exception {
        try (Phones phones = new Phones(folder, "opus")) {
            assertThat(phones.one.session.press('1')).isFalse();
            phones.call();
            assertThat(phones.one.session.press('?')).isFalse();
            assertThat(phones.one.session.press('5')).isTrue();
            assertThat(phones.other.session.press('#')).isTrue();
            assertThat(phones.other.session.press('d')).isTrue();
            assertThat(phones.other.keys.poll(10, TimeUnit.SECONDS)).isEqualTo('5');
            assertThat(phones.one.keys.poll(10, TimeUnit.SECONDS)).isEqualTo('#');
            assertThat(phones.one.keys.poll(10, TimeUnit.SECONDS)).isEqualTo('D');
        }
    }

    @Test
    void aRecordingHasBothSides() throws Exception {
        Path file = folder.resolve("recording.wav");
        try (Phones phones = new Phones(folder, "g722")) {
            phones.one.speak(TONE);
            phones.other.speak(Sound.tone(1_000, RATE, RATE, 8_000));
            phones.call();
            Phones.until(() -> hears(phones.one, 1_000));
            phones.one.session.record(file);
            double from = phones.one.heardSeconds();
            Phones.until(() -> phones.one.heardSeconds() > from + 1);
            phones.one.session.record(null);
        }
        short[] pairs = stereo(file);
        short[] left = side(pairs, 0);
        short[] right = side(pairs, 1);
        assertThat(bestHalfSecond(left, 440)).isGreaterThan(0.95);
        assertThat(bestHalfSecond(right, 1_000)).isGreaterThan(0.95);
    }

    private static double bestHalfSecond(short[] sound, int hertz) {
        double best = 0;
        int rate = Recording.RATE;
        for (int from = 0; from + rate / 2 <= sound.length; from += rate / 20) {
            best = Math.max(best, Sound.purity(sound, from, from + rate / 2, hertz, rate));
        }
        return best;
    }

    private static short[] stereo(Path file) throws IOException {
        byte[] octets = Files.readAllBytes(file);
        short[] samples = new short[(octets.length - 44) / 2];
        java.nio.ByteBuffer.wrap(octets, 44, samples.length * 2)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }

    private static short[] side(short[] pairs, int which) {
        short[] one = new short[pairs.length / 2];
        for (int i = 0; i < one.length; i++) {
            one[i] = pairs[2 * i + which];
        }
        return one;
    }

    @Test
    void strangersAreNotHeard() throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (Phones phones = new Phones(folder, "pcma");
                DatagramSocket stranger = new DatagramSocket(new InetSocketAddress(here, 0))) {
            String offer = phones.one.session.offer();
            String answer = phones.other.session.answer(offer);
            phones.one.session.accept(answer);
            Phones.until(() -> phones.other.heardSeconds() >= 1);
            int port = port(answer);
            for (int i = 0; i < 100; i++) {
                byte[] loud = new byte[160];
                Arrays.fill(loud, (byte) (i % 2 == 0 ? 0x2A : 0xAA));
                byte[] data = new RtpPacket(false, 8, i, i * 160, 9, loud).write();
                stranger.send(new DatagramPacket(data, data.length, here, port));
            }
            double from = phones.other.heardSeconds();
            Phones.until(() -> phones.other.heardSeconds() > from);
            assertThat(loudest(phones.other)).isLessThan(100);
        }
    }

    private static int port(String description) {
        String medium = description.substring(description.indexOf("m=audio ") + 8);
        return Integer.parseInt(medium.substring(0, medium.indexOf(' ')));
    }

    @Test
    void anotherDeviceIsTakenInMidCall() throws Exception {
        try (Phones phones = new Phones(folder, "pcma")) {
            phones.one.engine.devices().choose(Use.SPEAK, "file:" + folder.resolve("is-not-there.wav"));
            phones.call();
            Phones.until(() -> phones.other.heardSeconds() >= 1);
            phones.one.speak(TONE);
            Phones.until(() -> hears(phones.other, 440));
            phones.other.engine.devices().choose(Use.LISTEN, "file:" + folder.resolve("elsewhere"));
            Path elsewhere = folder.resolve("elsewhere-other.wav");
            Phones.until(() -> Files.exists(elsewhere) && Phones.read(elsewhere).length >= RATE);
            phones.other.engine.devices().choose(Use.LISTEN, AudioDevices.NONE);
        }
    }

    @Test
    void nothingIsLeftOfManyCalls() throws Exception {
        try (Phones phones = new Phones(folder, "pcma")) {
            int before = threads();
            List<MediaSession> sessions = new ArrayList<>();
            List<Integer> ports = new ArrayList<>();
            MediaWishes wishes = new MediaWishes(
                    "many",
                    InetAddress.getLoopbackAddress(),
                    MediaSecurity.NONE,
                    false,
                    false,
                    List.of("pcmu"),
                    false,
                    Optional.empty());
            for (int i = 0; i < 10; i++) {
                MediaSession caller = phones.one.engine.open(wishes, phones.one);
                MediaSession called = phones.other.engine.open(wishes, phones.other);
                String offer = caller.offer();
                caller.accept(called.answer(offer));
                ports.add(port(offer));
                sessions.addAll(List.of(caller, called));
            }
            assertThat(threads()).isGreaterThan(before + 20);
            sessions.forEach(MediaSession::close);
            Phones.until(() -> threads() <= before + 2);
            for (int port : ports) {
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)).close();
            }
        }
        Phones.until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("sound")));
    }

    private static int threads() {
        return Thread.getAllStackTraces().size();
    }
}
