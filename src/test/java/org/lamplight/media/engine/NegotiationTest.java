package org.lamplight.media.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.MediaSession.Unacceptable;
import org.lamplight.media.sdp.Candidate;
import org.lamplight.media.sdp.CryptoAttribute;
import org.lamplight.media.sdp.CryptoPair;
import org.lamplight.media.sdp.Direction;
import org.lamplight.media.sdp.IceTerms;
import org.lamplight.media.sdp.LocalAudio;

class NegotiationTest {
    private final Negotiation one = negotiation(4_000, "opus", "pcma");
    private final Negotiation other = negotiation(5_000, "pcma", "pcmu");

    private static Negotiation negotiation(int port, String... codecs) {
        return new Negotiation(
                new LocalAudio("127.0.0.1", port, Codecs.named(List.of(codecs)), Direction.SENDRECV, true), port);
    }

    @Test
    void theSameQuestionHasTheSameText() throws Unacceptable {
        String first = one.offer();
        assertThat(first).contains("o=- 4000 1 IN IP4 127.0.0.1");
        assertThat(one.offer()).isEqualTo(first);
        String answer = other.answer(first);
        one.accept(answer);
        assertThat(one.offer()).isEqualTo(first);
        assertThat(other.answer(first)).isEqualTo(answer);
        assertThat(other.offer()).isEqualTo(answer);
        assertThat(one.agreed().orElseThrow().codec().payloadName()).isEqualTo("PCMA");
    }

    @Test
    void whoIsReachedElsewhereDoesNotSayWhereItIs() {
        LocalAudio local = new LocalAudio("192.0.2.7", 4_000, Codecs.all(), Direction.SENDRECV, true);
        Candidate relayed = new Candidate("r", 1, new InetSocketAddress("203.0.113.5", 50_000), "relay");
        Negotiation hidden = new Negotiation(local, 4_000);
        hidden.reached(local.reached(
                new IceTerms("abcd", "abcdefghijklmnopqrstuvwx", List.of(relayed), false), "203.0.113.5", 50_000));
        assertThat(hidden.offer())
                .contains("o=- 4000 1 IN IP4 203.0.113.5")
                .contains("c=IN IP4 203.0.113.5")
                .doesNotContain("192.0.2.7");
    }

    @Test
    void holdAndResumeRaiseTheVersion() throws Unacceptable {
        one.accept(other.answer(one.offer()));
        one.hold(true);
        String hold = one.offer();
        assertThat(hold).contains("o=- 4000 2 ").contains("a=sendonly").doesNotContain("a=sendrecv");
        String held = other.answer(hold);
        assertThat(held).contains("o=- 5000 2 ").contains("a=recvonly");
        one.accept(held);
        assertThat(other.heldByPeer()).isTrue();
        assertThat(one.heldByPeer()).isFalse();
        assertThat(one.holding()).isTrue();
        other.hold(true);
        String both = other.offer();
        assertThat(both).contains("a=inactive");
        other.accept(one.answer(both));
        assertThat(one.heldByPeer()).isTrue();
        assertThat(other.heldByPeer()).isTrue();
        assertThat(one.agreed().orElseThrow().direction()).isEqualTo(Direction.INACTIVE);
        other.hold(false);
        one.hold(false);
        other.accept(one.answer(other.offer()));
        assertThat(one.heldByPeer()).isFalse();
        assertThat(other.heldByPeer()).isFalse();
        assertThat(one.agreed().orElseThrow().direction()).isEqualTo(Direction.SENDRECV);
    }

    @Test
    void theOldHoldLeavesThePeerWhereItIs() throws Unacceptable {
        String offer = other.offer();
        one.answer(offer);
        one.answer(offer.replace("c=IN IP4 127.0.0.1", "c=IN IP4 0.0.0.0"));
        assertThat(one.heldByPeer()).isTrue();
        assertThat(one.agreed().orElseThrow().direction().sends()).isFalse();
        assertThat(one.agreed().orElseThrow().remoteAddress()).isEqualTo("127.0.0.1");
    }

    @Test
    void whatWasRefusedIsTakenBack() throws Unacceptable {
        String first = one.offer();
        one.accept(other.answer(first));
        one.hold(true);
        assertThat(one.offer()).contains("o=- 4000 2 ");
        one.takeBack();
        assertThat(one.holding()).isFalse();
        assertThat(one.offer()).isEqualTo(first);
        one.hold(true);
        assertThat(one.offer()).contains("o=- 4000 3 ");
    }

    @Test
    void theNewestOfSeveralAnswersCounts() throws Unacceptable {
        String offer = one.offer();
        one.accept(other.answer(offer));
        one.accept(negotiation(6_000, "opus").answer(offer));
        assertThat(one.agreed().orElseThrow().remotePort()).isEqualTo(6_000);
        assertThat(one.agreed().orElseThrow().codec().payloadName()).isEqualTo("opus");
    }

    @Test
    void nothingInCommonIsSaidInWords() {
        assertThatThrownBy(() -> one.answer(negotiation(6_000, "g722").offer()))
                .isInstanceOf(Unacceptable.class)
                .hasMessageContaining("codec");
        assertThatThrownBy(() -> one.answer("what?")).isInstanceOf(Unacceptable.class);
        assertThat(one.agreed()).isEmpty();
    }

    @Test
    void whoAsksForProtectionTakesNothingElse() throws Unacceptable {
        Negotiation secure = keyed(6_000, true);
        assertThatThrownBy(() -> secure.answer(one.offer())).hasMessageContaining("protect");
        Negotiation willing = keyed(7_000, false);
        String answer = willing.answer(secure.offer());
        assertThat(answer).contains("RTP/SAVP").contains("a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:");
        secure.accept(answer);
        CryptoPair theirs = willing.agreed().orElseThrow().crypto().orElseThrow();
        CryptoPair ours = secure.agreed().orElseThrow().crypto().orElseThrow();
        assertThat(ours.own()).isEqualTo(theirs.peer());
        assertThat(ours.peer()).isEqualTo(theirs.own());
        assertThat(secure.offer()).contains("o=- 6000 1 ");
        assertThatThrownBy(() -> one.answer(secure.offer())).hasMessageContaining("protect");
    }

    @Test
    void theSecondSuiteKeepsItsNumberAndNamedKeysAreTaken() throws Unacceptable {
        Negotiation willing = keyed(7_000, false);
        String offer = keyed(6_000, true)
                .offer()
                .replaceFirst("a=crypto:1 [^\\r]*", "a=crypto:1 AEAD_AES_256_GCM inline:AAAA")
                .replaceFirst("(a=crypto:2 [^\\r]*)", "$1|2^31|1:1");
        assertThat(willing.answer(offer))
                .contains("a=crypto:2 AES_CM_128_HMAC_SHA1_32 inline:")
                .doesNotContain("|");
        assertThat(willing.agreed().orElseThrow().crypto().orElseThrow().peer().mki())
                .isEqualTo(1);
        assertThatThrownBy(() -> willing.answer(offer.replace("AES_CM_128_HMAC_SHA1_32", "F8_128_HMAC_SHA1_80")))
                .hasMessageContaining("protect");
    }

    @Test
    void keysInAPlainProfileAreNotTakenUp() throws Unacceptable {
        String offer = keyed(6_000, true).offer().replace("RTP/SAVP", "RTP/AVP");
        Negotiation willing = keyed(7_000, false);
        assertThat(willing.answer(offer)).doesNotContain("crypto");
        assertThat(willing.agreed().orElseThrow().crypto()).isEmpty();
    }

    private static Negotiation keyed(int port, boolean required) {
        return new Negotiation(
                new LocalAudio("127.0.0.1", port, Codecs.all(), Direction.SENDRECV, true)
                        .keyed(CryptoAttribute.fresh(new SecureRandom()))
                        .offering(required ? MediaSecurity.SDES : MediaSecurity.NONE, required),
                port);
    }
}
