package org.lamplight.media.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.media.Sound;
import org.lamplight.media.codec.AudioCodec;
import org.lamplight.media.codec.G711;
import org.lamplight.media.codec.G722;
import org.lamplight.media.codec.OpusAudio;
import org.lamplight.media.jitter.JitterBuffer;
import org.lamplight.media.jitter.Loudness;
import org.lamplight.media.rtp.RtpPacket;
import org.lamplight.media.sdp.Direction;
import org.lamplight.media.sdp.LocalAudio;
import org.lamplight.media.sdp.NegotiatedAudio;
import org.lamplight.media.sdp.OfferAnswer;
import org.lamplight.media.sdp.Origin;
import org.lamplight.media.sdp.SessionDescription;

/** Three seconds of speech, five of a room in which nobody speaks, and two of speech. */
class OutgoingPausesTest {
    private static final int RATE = 48_000;
    private static final int FRAME = RATE / 50;
    private static final int SPOKEN = 150;
    private static final int QUIET = 250;
    private static final int AGAIN = 100;
    private static final double ROOM = 100;

    private record Sent(int frame, RtpPacket packet) {}

    @ParameterizedTest
    @ValueSource(strings = {"PCMA", "PCMU", "G722"})
    void aPauseIsToldByItsLoudnessAlone(String name) {
        NegotiatedAudio audio = agreed(codec(name), true, true);
        List<Sent> sent = said(audio);
        List<Sent> noise = sent.stream()
                .filter(one -> one.packet().payloadType() == JitterBuffer.COMFORT_NOISE)
                .toList();
        assertThat(noise).hasSizeBetween(2, 8).allSatisfy(one -> {
            assertThat(one.frame()).isBetween(SPOKEN + 12, SPOKEN + QUIET);
            assertThat(one.packet().payload()).hasSize(1);
        });
        assertThat(-20 * Math.log10(ROOM / 32_767))
                .isBetween(level(noise.get(noise.size() - 1)) - 3.0, level(noise.get(noise.size() - 1)) + 3.0);
        assertThat(sent).hasSizeLessThan(SPOKEN + AGAIN + 40);
        assertThat(wordAfterThePause(sent).packet().marker()).isTrue();
        assertNumbersAndTimesAreWhole(audio, sent);
    }

    @Test
    void opusMakesItsPausesItself() {
        NegotiatedAudio audio = agreed(new OpusAudio(), true, true);
        List<Sent> sent = said(audio);
        assertThat(sent).hasSizeBetween(SPOKEN, SPOKEN + AGAIN + QUIET / 2);
        assertThat(sent).allSatisfy(one -> assertThat(one.packet().payload()).hasSizeGreaterThan(2));
        assertNumbersAndTimesAreWhole(audio, sent);
    }

    /** The peer hears the same room in the pause as before, and the first word after it. */
    @Test
    void theRoomIsHeardInThePause() {
        NegotiatedAudio audio = agreed(G711.A_LAW, true, true);
        List<Sent> sent = said(audio);
        long[] nanos = {0};
        Incoming in = new Incoming(audio, () -> nanos[0]);
        List<short[]> heard = new ArrayList<>();
        int next = 0;
        for (int frame = 0; frame < SPOKEN + QUIET + AGAIN; frame++) {
            while (next < sent.size() && sent.get(next).frame() == frame) {
                in.take(sent.get(next++).packet());
            }
            heard.add(in.pull());
            heard.add(in.pull());
            nanos[0] += 20_000_000L;
        }
        short[] all = Sound.joined(heard);
        assertThat(Loudness.of(Sound.piece(all, (SPOKEN + 60) * FRAME, 150 * FRAME)))
                .isBetween(ROOM / 2, ROOM * 2);
        assertThat(Loudness.of(Sound.piece(all, (SPOKEN + QUIET + 20) * FRAME, 40 * FRAME)))
                .isGreaterThan(1_000);
    }

    @Test
    void whereOneSideDoesNotTakePartAllIsSent() {
        assertThat(agreed(G711.A_LAW, false, true).suppressSilence()).isFalse();
        assertThat(said(agreed(G711.A_LAW, false, true))).hasSize(SPOKEN + QUIET + AGAIN);
        assertThat(said(agreed(new OpusAudio(), false, false))).hasSize(SPOKEN + QUIET + AGAIN);
    }

    private static AudioCodec codec(String name) {
        return List.of(G711.A_LAW, G711.MU_LAW, new G722()).stream()
                .filter(one -> one.payloadName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static NegotiatedAudio agreed(AudioCodec codec, boolean offered, boolean answered) {
        LocalAudio near = local(codec, 4_000).suppressing(offered);
        LocalAudio far = local(codec, 5_000).suppressing(answered);
        SessionDescription offer = OfferAnswer.offer(Origin.first(1, "127.0.0.1"), near);
        SessionDescription answer =
                OfferAnswer.answer(offer, Origin.first(2, "127.0.0.1"), far).description();
        return OfferAnswer.accept(offer, answer, near.suppressing(answered)).orElseThrow();
    }

    private static LocalAudio local(AudioCodec codec, int port) {
        return new LocalAudio("127.0.0.1", port, List.of(codec), Direction.SENDRECV, true);
    }

    private static List<Sent> said(NegotiatedAudio audio) {
        Outgoing out = new Outgoing(audio, 1, 1, 0);
        short[] words = Sound.speech(RATE, 5, 7);
        Random random = new Random(3);
        List<Sent> sent = new ArrayList<>();
        int word = 0;
        for (int i = 0; i < SPOKEN + QUIET + AGAIN; i++) {
            int frame = i;
            boolean quiet = frame >= SPOKEN && frame < SPOKEN + QUIET;
            short[] sound = room(random);
            if (!quiet) {
                short[] said = Sound.piece(words, word++ * FRAME, FRAME);
                for (int k = 0; k < FRAME; k++) {
                    sound[k] = (short) Math.max(-32_000, Math.min(32_000, sound[k] + said[k]));
                }
            }
            out.next(sound).forEach(packet -> sent.add(new Sent(frame, packet)));
        }
        return sent;
    }

    private static short[] room(Random random) {
        short[] sound = new short[FRAME];
        for (int i = 0; i < FRAME; i++) {
            sound[i] = (short) Math.round(ROOM * random.nextGaussian());
        }
        return sound;
    }

    private static int level(Sent noise) {
        return noise.packet().payload()[0];
    }

    private static Sent wordAfterThePause(List<Sent> sent) {
        return sent.stream()
                .filter(one -> one.frame() >= SPOKEN + QUIET)
                .filter(one -> one.packet().payloadType() != JitterBuffer.COMFORT_NOISE)
                .findFirst()
                .orElseThrow();
    }

    private static void assertNumbersAndTimesAreWhole(NegotiatedAudio audio, List<Sent> sent) {
        for (int i = 0; i < sent.size(); i++) {
            RtpPacket packet = sent.get(i).packet();
            assertThat(packet.sequence()).isEqualTo(1 + i);
            assertThat(packet.timestamp())
                    .isEqualTo(sent.get(i).frame() * audio.codec().frameTicks());
        }
    }
}
