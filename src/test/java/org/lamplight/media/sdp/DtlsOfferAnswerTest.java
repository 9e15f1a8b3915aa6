package org.lamplight.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.call.MediaSecurity;
import org.lamplight.media.codec.G711;

/** Who begins the handshake, with whom, and under which profile (RFC 5763, section 5; RFC 4145, section 4). */
class DtlsOfferAnswerTest {
    private static final Origin OURS = Origin.first(42, "127.0.0.1");
    private static final Fingerprint OWN = Fingerprint.of(new byte[] {1});
    private static final Fingerprint PEER = Fingerprint.of(new byte[] {2});
    private static final LocalAudio LOCAL = new LocalAudio(
                    "127.0.0.1", 4_000, List.of(G711.A_LAW), Direction.SENDRECV, true)
            .shaking(new LocalDtls(OWN, true))
            .offering(MediaSecurity.DTLS, true);

    private static SessionDescription theirs(String profile, String lines) {
        return SessionDescription.parse("v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n"
                        + "m=audio 6000 " + profile + " 8\r\n" + lines.replace("|", "\r\n") + "\r\n")
                .orElseThrow();
    }

    private static String print(Fingerprint one) {
        return "a=fingerprint:" + one.hash() + " " + one.value();
    }

    @ParameterizedTest
    @CsvSource({
        "UDP/TLS/RTP/SAVP, a=setup:actpass, true",
        "UDP/TLS/RTP/SAVPF, a=setup:actpass, true",
        "RTP/SAVPF, a=setup:actpass, true",
        "UDP/TLS/RTP/SAVP, a=setup:active, false",
        "UDP/TLS/RTP/SAVP, a=setup:passive, true",
        "UDP/TLS/RTP/SAVP, a=x, false"
    })
    void offersAreTakenAsTheyAsk(String profile, String setup, boolean connects) {
        OfferAnswer.Answer answer = OfferAnswer.answer(theirs(profile, print(PEER) + "|" + setup), OURS, LOCAL);
        DtlsTerms terms = answer.audio().orElseThrow().dtls().orElseThrow();
        assertThat(terms.connects()).isEqualTo(connects);
        assertThat(terms.peer()).containsExactly(PEER);
        assertThat(answer.description().write())
                .contains("m=audio 4000 " + profile + " 8\r\n")
                .contains(print(OWN) + "\r\na=setup:" + (connects ? "active" : "passive") + "\r\n")
                .doesNotContain("crypto")
                .doesNotContain("rtcp-mux");
    }

    @Test
    void sharedPortsAreSharedWhereTheyAreOffered() {
        SessionDescription offer = theirs("UDP/TLS/RTP/SAVP", print(PEER) + "|a=setup:actpass|a=rtcp-mux");
        OfferAnswer.Answer answer = OfferAnswer.answer(offer, OURS, LOCAL);
        assertThat(answer.description().write()).contains("a=rtcp-mux");
        assertThat(answer.audio().orElseThrow().rtcpMux()).isTrue();
    }

    @Test
    void whatStandsAboveAllMediaCountsForEach() {
        SessionDescription offer = SessionDescription.parse("v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\n"
                        + "c=IN IP4 192.0.2.9\r\nt=0 0\r\n" + print(PEER).replace("sha-256", "SHA-256")
                        + "\r\na=setup:passive\r\nm=audio 6000 UDP/TLS/RTP/SAVPF 8\r\n")
                .orElseThrow();
        assertThat(OfferAnswer.answer(offer, OURS, LOCAL).audio().orElseThrow().dtls())
                .contains(new DtlsTerms(java.util.Set.of(PEER), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=setup:actpass",
                "a=fingerprint:sha-1 4A:AD:B9:B1:3F:82:18:3B:54:02:12:DF:3E:5D:49:6B:19:E5:7C:AB|a=setup:actpass",
                "a=fingerprint:sha-256 4A:AD|a=setup:actpass",
                "PRINT|a=setup:holdconn"
            })
    void whatProvesNothingIsRefused(String lines) {
        SessionDescription offer = theirs("UDP/TLS/RTP/SAVP", lines.replace("PRINT", print(PEER)));
        assertThat(OfferAnswer.answer(offer, OURS, LOCAL).audio()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"active, false", "passive, true"})
    void answersSayWhoBegins(String setup, boolean connects) {
        SessionDescription offer = OfferAnswer.offer(OURS, LOCAL);
        assertThat(offer.write()).contains("m=audio 4000 UDP/TLS/RTP/SAVP 8 ").contains("a=setup:actpass");
        Optional<NegotiatedAudio> audio =
                OfferAnswer.accept(offer, theirs("UDP/TLS/RTP/SAVP", print(PEER) + "|a=setup:" + setup), LOCAL);
        assertThat(audio.orElseThrow().dtls().orElseThrow().connects()).isEqualTo(connects);
    }

    @ParameterizedTest
    @CsvSource({
        "UDP/TLS/RTP/SAVP, PRINT|a=setup:actpass",
        "UDP/TLS/RTP/SAVP, a=setup:active",
        "RTP/AVP, PRINT|a=setup:active"
    })
    void answersThatProveNothingAreRefused(String profile, String lines) {
        SessionDescription answer = theirs(profile, lines.replace("PRINT", print(PEER)));
        assertThat(OfferAnswer.accept(OfferAnswer.offer(OURS, LOCAL), answer, LOCAL))
                .isEmpty();
    }
}
