package org.lamplight.media.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.MediaSession.Unacceptable;
import org.lamplight.media.Sound;
import org.lamplight.media.rtp.RtpPacket;

/** Calls whose keys come from a handshake, over real sockets. */
@Tag("real-time")
class DtlsCallTest {
    private static final int RATE = Phones.RATE;
    private static final short[] LOW = Sound.tone(440, RATE, RATE, 8_000);
    private static final short[] HIGH = Sound.tone(1_000, RATE, RATE, 8_000);
    private static final Pattern SETUP = Pattern.compile("a=setup:(\\w+)");

    @TempDir
    private Path folder;

    private Phones phones() throws IOException {
        Phones phones = new Phones(folder, MediaSecurity.DTLS, "pcma");
        phones.one.speak(LOW);
        phones.other.speak(HIGH);
        return phones;
    }

    @ParameterizedTest
    @ValueSource(strings = {"actpass", "active", "passive"})
    void whoeverBeginsBothHear(String setup) throws Exception {
        try (Phones phones = phones()) {
            String offer = phones.one.session.offer();
            assertThat(offer)
                    .contains("UDP/TLS/RTP/SAVP ")
                    .contains("a=setup:actpass")
                    .contains("a=fingerprint:sha-256 ");
            String answer = phones.other.session.answer(offer.replace("setup:actpass", "setup:" + setup));
            assertThat(setup(answer)).isEqualTo(setup.equals("active") ? "passive" : "active");
            phones.one.session.accept(answer);
            awaitSpeech(phones);
        }
    }

    private static String setup(String description) {
        Matcher found = SETUP.matcher(description);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static void awaitSpeech(Phones phones) {
        Phones.until(() -> hears(phones.other, 440) && hears(phones.one, 1_000));
        assertThat(phones.one.session.report().secure()).isEqualTo(MediaSecurity.DTLS);
        assertThat(phones.one.session.report().secret()).isTrue();
        assertThat(phones.other.session.report().secure()).isEqualTo(MediaSecurity.DTLS);
    }

    private static boolean hears(Phones.Phone phone, int hertz) {
        if (phone.heardSeconds() < 1) {
            return false;
        }
        short[] heard = phone.heard();
        return Sound.purity(heard, heard.length - RATE / 5, heard.length, hertz, RATE) > 0.95;
    }

    @Test
    void withoutASharedPortBothHaveAHandshake() throws Exception {
        try (Phones phones = phones()) {
            String offer = phones.one.session.offer().replace("a=rtcp-mux\r\n", "");
            String answer = phones.other.session.answer(offer);
            assertThat(answer).doesNotContain("rtcp-mux");
            phones.one.session.accept(answer);
            awaitSpeech(phones);
            Phones.until(() -> phones.one.session.report().peerLossPercent() >= 0);
        }
    }

    @Test
    void aNewDescriptionKeepsTheKeys() throws Exception {
        try (Phones phones = phones()) {
            phones.call();
            awaitSpeech(phones);
            String refresh = phones.one.session.offer();
            String answer = phones.other.session.answer(refresh);
            assertThat(setup(answer)).isEqualTo("active");
            phones.one.session.accept(answer);
            assertThat(phones.one.session.report().secure()).isEqualTo(MediaSecurity.DTLS);
            phones.reoffer(phones.other, phones.one);
            assertThat(phones.other.session.report().secure()).isEqualTo(MediaSecurity.DTLS);
            assertThat(phones.one.session.report().secure()).isEqualTo(MediaSecurity.DTLS);
        }
    }

    @Test
    void whoIsNotWhoWasAnnouncedIsNotHeardAndNotTalkedTo() throws Exception {
        try (Phones phones = phones()) {
            String answer = phones.other.session.answer(phones.one.session.offer());
            phones.one.session.accept(answer.replaceFirst("sha-256 ..", "sha-256 " + other(answer)));
            Phones.until(() -> phones.one.heardSeconds() >= 2 && phones.other.heardSeconds() >= 2);
            assertThat(loudest(phones.one)).isZero();
            assertThat(phones.one.unproven).hasValue(1);
            assertThat(loudest(phones.other)).isZero();
            assertThat(phones.one.session.report().secure()).isEqualTo(MediaSecurity.NONE);
            assertThat(phones.other.session.report().secure()).isEqualTo(MediaSecurity.NONE);
        }
    }

    private static String other(String description) {
        int at = description.indexOf("sha-256 ") + 8;
        return description.substring(at, at + 2).equals("00") ? "01" : "00";
    }

    private static int loudest(Phones.Phone phone) {
        int most = 0;
        for (short sample : phone.heard()) {
            most = Math.max(most, Math.abs(sample));
        }
        return most;
    }

    @Test
    void rubbishAndSoundInClearHarmNothing() throws Exception {
        try (Phones phones = phones();
                DatagramSocket stranger =
                        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            String offer = phones.one.session.offer();
            int port = Integer.parseInt(offer.replaceFirst("(?s).*m=audio (\\d+) .*", "$1"));
            disturb(stranger, port);
            String answer = phones.other.session.answer(offer);
            disturb(stranger, port);
            phones.one.session.accept(answer);
            disturb(stranger, port);
            awaitSpeech(phones);
            disturb(stranger, port);
            int before = phones.one.heard().length;
            Phones.until(() -> phones.one.heard().length > before + RATE);
            awaitSpeech(phones);
        }
    }

    /** Records of every kind with nothing in them, alerts in clear, and sound that nobody protects. */
    private static void disturb(DatagramSocket stranger, int port) throws IOException {
        Random random = new Random(port);
        InetAddress here = InetAddress.getLoopbackAddress();
        for (int i = 0; i < 150; i++) {
            byte[] data = new byte[13 + random.nextInt(200)];
            random.nextBytes(data);
            data[0] = (byte) (i % 3 == 0 ? 21 : 20 + random.nextInt(44));
            if (i % 2 == 0) {
                byte[] header = {
                    data[0], (byte) 0xFE, (byte) 0xFD, 0, 0, 0, 0, 0, 0, 0, (byte) i, 0, (byte) (data.length - 13)
                };
                System.arraycopy(header, 0, data, 0, header.length);
            }
            stranger.send(new DatagramPacket(data, data.length, here, port));
            byte[] sound = new RtpPacket(false, 8, i, i * 160, 9, new byte[160]).write();
            stranger.send(new DatagramPacket(sound, sound.length, here, port));
        }
    }

    @Test
    void whoWantsProtectionTakesNoneInClear() throws Exception {
        try (Phones phones = phones();
                Phones plain = new Phones(folder, MediaSecurity.NONE, "pcma")) {
            assertThatThrownBy(() -> phones.one.session.answer(plain.one.session.offer()))
                    .isInstanceOf(Unacceptable.class)
                    .hasMessageContaining("protect");
            String answer = plain.other.session.answer(phones.one.session.offer());
            assertThat(answer).contains("UDP/TLS/RTP/SAVP ").contains("a=setup:active");
            String stripped = answer.replace("UDP/TLS/RTP/SAVP", "RTP/AVP");
            assertThatThrownBy(() -> phones.one.session.accept(stripped)).isInstanceOf(Unacceptable.class);
        }
    }
}
