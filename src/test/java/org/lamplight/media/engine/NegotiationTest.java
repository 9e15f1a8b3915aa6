package org.lamplight.media.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.call.MediaSession.Unacceptable;
import org.lamplight.media.sdp.Direction;
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
}
