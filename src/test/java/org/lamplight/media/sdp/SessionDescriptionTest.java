package org.lamplight.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionDescriptionTest {
    static final String DESK_PHONE = String.join(
            "\r\n",
            "v=0",
            "o=- 3921 7 IN IP4 192.0.2.7",
            "s=A call",
            "q=nobody knows this",
            "c=IN IP4 192.0.2.7/127",
            "t=0 0",
            "a=sendonly",
            "m=audio 40000/2 RTP/AVP 9 8 111 101 99",
            "b=AS:80",
            "a=rtpmap:111 OPUS/48000/2",
            "a=fmtp:111 useinbandfec=1",
            "a=rtpmap:101 telephone-event/8000",
            "a=fmtp:101 0-16",
            "a=ptime:30",
            "x=kept",
            "m=video 0 RTP/AVP 97",
            "a=rtpmap:97 H264/90000",
            "");

    @Test
    void keepsEveryLineInItsOrder() {
        SessionDescription session = parse(DESK_PHONE);
        assertThat(session.write()).isEqualTo(DESK_PHONE.replace("40000/2", "40000"));
        assertThat(parse(session.write())).isEqualTo(session);
    }

    @Test
    void understandsWhatCallsNeed() {
        SessionDescription session = parse(DESK_PHONE);
        MediaDescription audio = session.media().get(0);
        assertThat(session.origin()).contains(new Origin("-", 3921, 7, "192.0.2.7"));
        assertThat(session.address(audio)).contains("192.0.2.7");
        assertThat(session.direction(audio)).isEqualTo(Direction.SENDONLY);
        assertThat(audio.packetMillis()).contains(30);
        assertThat(audio.audioFormats())
                .containsExactly(
                        new AudioFormat(9, "G722", 8_000, 1, ""),
                        new AudioFormat(8, "PCMA", 8_000, 1, ""),
                        new AudioFormat(111, "OPUS", 48_000, 2, "useinbandfec=1"),
                        new AudioFormat(101, "telephone-event", 8_000, 1, "0-16"));
        assertThat(session.media().get(1).port()).isZero();
    }

    @Test
    void lineFeedsAloneDoAsWell() {
        assertThat(parse(DESK_PHONE.replace("\r\n", "\n"))).isEqualTo(parse(DESK_PHONE));
    }

    @Test
    void theAddressOfZerosIsTheOldHold() {
        String held = DESK_PHONE.replace("a=sendonly\r\n", "").replace("192.0.2.7/127", "0.0.0.0");
        SessionDescription session = parse(held);
        assertThat(session.direction(session.media().get(0))).isEqualTo(Direction.SENDONLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v=1\r\n",
                "o=- 1 1 IN IP4 192.0.2.1\r\nv=0\r\n",
                "v=0\r\nnonsense\r\n",
                "v=0\r\nm=audio\r\n",
                "v=0\r\nm=audio x RTP/AVP 0\r\n",
                "v=0\r\nm=audio 70000 RTP/AVP 0\r\n",
                "v=0\r\nm=audio -1 RTP/AVP 0\r\n",
                "v=0\r\na=\u0000\r\n"
            })
    void refusesWhatIsNoDescription(String text) {
        assertThat(SessionDescription.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a=x:, 70000", "'a=x\r\n', 3000", "'m=audio 1 RTP/AVP 0\r\n', 33", "m=audio 1 RTP/AVP, 1"})
    void refusesWhatIsTooLarge(String part, int times) {
        String much = part.endsWith("AVP") ? part + " 0".repeat(200) : part.repeat(times);
        assertThat(SessionDescription.parse("v=0\r\n" + much)).isEmpty();
    }

    @Test
    void aValueCannotSmuggleInALine() {
        assertThatIllegalArgumentException().isThrownBy(() -> SdpLine.attribute("x", "1\r\nm=video 1 RTP/AVP 1"));
    }

    @Test
    void noTextHurts() {
        Random random = new Random(4);
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder(DESK_PHONE);
            for (int k = random.nextInt(10); k >= 0; k--) {
                int at = random.nextInt(text.length());
                text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
                text.insert(random.nextInt(text.length()), "=/: 0\r".charAt(random.nextInt(6)));
            }
            Optional<SessionDescription> session = SessionDescription.parse(text.toString());
            session.ifPresent(SessionDescriptionTest::askEverything);
        }
    }

    private static void askEverything(SessionDescription session) {
        session.origin();
        for (MediaDescription medium : session.media()) {
            session.address(medium);
            session.direction(medium);
            medium.packetMillis();
            medium.audioFormats();
        }
        OfferAnswer.answer(session, Origin.first(1, "127.0.0.1"), OfferAnswerTest.LOCAL);
        OfferAnswer.accept(session, session, OfferAnswerTest.LOCAL);
        assertThat(SessionDescription.parse(session.write())).contains(session);
    }

    private static SessionDescription parse(String text) {
        return SessionDescription.parse(text).orElseThrow();
    }
}
