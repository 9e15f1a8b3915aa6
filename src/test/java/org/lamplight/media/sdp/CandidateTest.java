package org.lamplight.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another side says of where it is. */
class CandidateTest {
    private static String at(String address) {
        return "h0 1 udp 2130706431 " + address + " 6000 typ host";
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.9", "0.0.0.0", "255.255.255.255", "2001:db8::9", "::ffff:192.0.2.9"})
    void numbersAreTaken(String address) {
        assertThat(Candidate.parse(at(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "beef.cafe",
                "dead.beef.cafe",
                "300.1.1.1",
                "1.2.3",
                "1.2.3.4.5",
                "010.1.1.1",
                "12345678",
                "...",
                ":",
                "1:2",
                "f00d",
                "example.org"
            })
    void namesAndRubbishAreNot(String address) {
        assertThat(Candidate.parse(at(address))).isEmpty();
    }

    @Test
    void manyLinesAreNotAllRead() {
        String rubbish = ("a=candidate:" + at("beef.cafe") + "\r\n").repeat(128);
        assertThat(IceTerms.of(session(rubbish), medium(rubbish))).isEmpty();
        String fewer = ("a=candidate:" + at("beef.cafe") + "\r\n").repeat(127);
        assertThat(IceTerms.of(session(fewer), medium(fewer))).isPresent();
    }

    private static MediaDescription medium(String before) {
        return session(before).media().get(0);
    }

    private static SessionDescription session(String before) {
        return SessionDescription.parse("v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n"
                        + "m=audio 6000 RTP/AVP 8\r\na=ice-ufrag:abcd\r\na=ice-pwd:abcdefghijklmnopqrstuvwx\r\n"
                        + before + "a=candidate:" + at("192.0.2.9") + "\r\n")
                .orElseThrow();
    }
}
