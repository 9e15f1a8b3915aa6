package org.lamplight.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.media.codec.G711;
import org.lamplight.media.codec.G722;
import org.lamplight.media.codec.OpusAudio;

class OfferAnswerTest {
    static final LocalAudio LOCAL = new LocalAudio(
            "127.0.0.1",
            4_000,
            List.of(new OpusAudio(), new G722(), G711.A_LAW, G711.MU_LAW),
            Direction.SENDRECV,
            true);

    private static final Origin OURS = Origin.first(42, "127.0.0.1");

    @Test
    void offersAllCodecsAndKeysWithEachClock() {
        SessionDescription offer = OfferAnswer.offer(OURS, LOCAL);
        assertThat(offer.write())
                .startsWith("v=0\r\no=- 42 1 IN IP4 127.0.0.1\r\n")
                .contains("m=audio 4000 RTP/AVP 96 9 8 0 97 98\r\n")
                .contains("a=rtpmap:96 opus/48000/2\r\na=fmtp:96 minptime=10;useinbandfec=1\r\n")
                .contains("a=rtpmap:9 G722/8000\r\n")
                .contains("a=rtpmap:97 telephone-event/48000\r\n")
                .contains("a=rtpmap:98 telephone-event/8000\r\n")
                .contains("a=rtcp-mux\r\n")
                .endsWith("a=sendrecv\r\n");
    }

    @Test
    void twoOfUsAgreeOnTheFirstCodec() {
        SessionDescription offer = OfferAnswer.offer(OURS, LOCAL);
        LocalAudio other = new LocalAudio("127.0.0.2", 5_000, LOCAL.codecs(), Direction.SENDRECV, true);
        OfferAnswer.Answer answer = OfferAnswer.answer(offer, Origin.first(1, "127.0.0.2"), other);
        NegotiatedAudio theirs = answer.audio().orElseThrow();
        NegotiatedAudio ours =
                OfferAnswer.accept(offer, again(answer.description()), LOCAL).orElseThrow();
        assertThat(ours.codec().payloadName()).isEqualTo("opus");
        assertThat(ours.sendType()).isEqualTo(theirs.receiveType()).isEqualTo(96);
        assertThat(ours.sendEvents()).contains(97);
        assertThat(ours.remotePort()).isEqualTo(5_000);
        assertThat(ours.remoteAddress()).isEqualTo("127.0.0.2");
        assertThat(ours.rtcpMux()).isTrue();
        assertThat(theirs.remotePort()).isEqualTo(theirs.remoteRtcpPort()).isEqualTo(4_000);
    }

    @Test
    void theOfferersOrderAndNumbersCount() {
        OfferAnswer.Answer answer = answer("m=audio 40000 RTP/AVP 18 0 112 13 101 102\r\na=rtpmap:112 opus/48000/2\r\n"
                + "a=rtpmap:101 telephone-event/8000\r\na=rtpmap:102 telephone-event/48000\r\n");
        NegotiatedAudio audio = answer.audio().orElseThrow();
        assertThat(audio.codec()).isEqualTo(G711.MU_LAW);
        assertThat(audio.sendEvents()).contains(101);
        assertThat(audio.rtcpMux()).isFalse();
        assertThat(audio.remoteRtcpPort()).isEqualTo(40_001);
        assertThat(answer.description().media().get(0).formats()).containsExactly("0", "101", "13");
    }

    @Test
    void keysAreSentWithTheClockOfTheCodecAndHeardWithTheUsualOneToo() {
        OfferAnswer.Answer answer = answer("m=audio 40000 RTP/AVP 112 101\r\na=rtpmap:112 opus/48000/2\r\n"
                + "a=rtpmap:101 telephone-event/8000\r\n");
        assertThat(answer.audio().orElseThrow().sendEvents()).isEmpty();
        assertThat(answer.audio().orElseThrow().receiveEvents()).contains(101);
        assertThat(answer.description().media().get(0).formats()).containsExactly("112", "101");
    }

    @Test
    void answersWithOtherNumbersAreSentTo() {
        SessionDescription offer = OfferAnswer.offer(OURS, LOCAL);
        NegotiatedAudio audio = OfferAnswer.accept(
                        offer,
                        session("m=audio 40000 RTP/AVP 120 121\r\na=rtpmap:120 opus/48000/2\r\n"
                                + "a=rtpmap:121 telephone-event/48000\r\na=ptime:40\r\n"),
                        LOCAL)
                .orElseThrow();
        assertThat(audio.sendType()).isEqualTo(120);
        assertThat(audio.receiveType()).isEqualTo(96);
        assertThat(audio.sendEvents()).contains(121);
        assertThat(audio.receiveEvents()).contains(97);
        assertThat(audio.packetMillis()).isEqualTo(40);
    }

    @Test
    void otherMediaAreRefusedInTheirPlaces() {
        OfferAnswer.Answer answer = answer("m=video 5000 RTP/AVP 97\r\na=rtpmap:97 H264/90000\r\n"
                + "m=audio 6000 RTP/SAVP 0\r\nm=audio 7000 RTP/AVP 8\r\nm=audio 8000 RTP/AVP 0\r\n");
        assertThat(answer.description().media())
                .extracting(MediaDescription::port)
                .containsExactly(0, 0, 4_000, 0);
        assertThat(answer.description().media().get(0).formats()).containsExactly("97");
        assertThat(answer.audio().orElseThrow().remotePort()).isEqualTo(7_000);
    }

    @Test
    void withoutACommonCodecAllIsRefused() {
        OfferAnswer.Answer answer = answer("m=audio 6000 RTP/AVP 18 3\r\n");
        assertThat(answer.audio()).isEmpty();
        assertThat(answer.description().write()).contains("m=audio 0 RTP/AVP 18 3\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "SENDRECV, SENDRECV, SENDRECV", "SENDRECV, SENDONLY, RECVONLY", "SENDRECV, INACTIVE, INACTIVE",
        "SENDONLY, SENDRECV, SENDONLY", "SENDONLY, SENDONLY, INACTIVE", "SENDRECV, RECVONLY, SENDONLY",
        "INACTIVE, SENDRECV, INACTIVE"
    })
    void bothMayHold(Direction ours, Direction offered, Direction answered) {
        SessionDescription offer = session("m=audio 6000 RTP/AVP 8\r\na=" + offered.attribute() + "\r\n");
        OfferAnswer.Answer answer = OfferAnswer.answer(offer, OURS, LOCAL.flowing(ours));
        assertThat(answer.audio().orElseThrow().direction()).isEqualTo(answered);
        assertThat(answer.description().write()).endsWith("a=" + answered.attribute() + "\r\n");
    }

    @Test
    void holdingRaisesTheVersionAndKeepsAllLines() {
        OfferAnswer.Answer answer = answer("m=video 5000 RTP/AVP 97\r\nm=audio 6000 RTP/AVP 8\r\n");
        SessionDescription hold = OfferAnswer.reoffer(answer.description(), OURS, LOCAL.flowing(Direction.SENDONLY));
        assertThat(hold.origin().orElseThrow()).isEqualTo(OURS.next());
        assertThat(hold.media()).hasSize(2);
        assertThat(hold.write()).contains("m=video 0 RTP/AVP 97\r\nm=audio 4000 RTP");
        assertThat(hold.direction(hold.media().get(1))).isEqualTo(Direction.SENDONLY);
        SessionDescription back = OfferAnswer.reoffer(hold, OURS.next(), LOCAL);
        assertThat(back.origin().orElseThrow().version()).isEqualTo(3);
        assertThat(back.direction(back.media().get(1))).isEqualTo(Direction.SENDRECV);
    }

    @Test
    void numbersKeepTheirMeaningInTheSession() {
        OfferAnswer.Answer answer = answer(
                "m=audio 6000 RTP/AVP 97 96\r\na=rtpmap:97 opus/48000/2\r\n" + "a=rtpmap:96 telephone-event/48000\r\n");
        SessionDescription hold = OfferAnswer.reoffer(answer.description(), OURS, LOCAL);
        assertThat(hold.media().get(0).formats()).containsExactly("97", "9", "8", "0", "96", "98");
    }

    @ParameterizedTest
    @CsvSource({
        "a=rtcp:41000, 192.0.2.9, 41000",
        "a=rtcp:41000 IN IP4 192.0.2.10, 192.0.2.10, 41000",
        "a=rtcp:x, 192.0.2.9, 6001",
        "a=rtcp-mux, 192.0.2.9, 6000",
        "b=AS:1, 192.0.2.9, 6001"
    })
    void rtcpGoesWhereItIsWanted(String line, String address, int port) {
        NegotiatedAudio audio =
                answer("m=audio 6000 RTP/AVP 8\r\n" + line + "\r\n").audio().orElseThrow();
        assertThat(audio.remoteRtcpAddress()).isEqualTo(address);
        assertThat(audio.remoteRtcpPort()).isEqualTo(port);
    }

    @Test
    void aRefusalAgreesOnNothing() {
        SessionDescription offer = OfferAnswer.offer(OURS, LOCAL);
        Optional<NegotiatedAudio> refused = OfferAnswer.accept(offer, session("m=audio 0 RTP/AVP 96\r\n"), LOCAL);
        assertThat(refused).isEmpty();
        assertThat(OfferAnswer.accept(offer, session(""), LOCAL)).isEmpty();
    }

    private static OfferAnswer.Answer answer(String media) {
        return OfferAnswer.answer(session(media), OURS, LOCAL);
    }

    private static SessionDescription session(String media) {
        return again("v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n" + media);
    }

    private static SessionDescription again(SessionDescription session) {
        return again(session.write());
    }

    private static SessionDescription again(String text) {
        return SessionDescription.parse(text).orElseThrow();
    }
}
