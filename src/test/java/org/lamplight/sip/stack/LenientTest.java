package org.lamplight.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LenientTest {
    private static String completed(String message, boolean withBody) {
        byte[] octets = message.getBytes(StandardCharsets.UTF_8);
        return new String(Lenient.completed(octets, withBody), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsMissingIsAdded() {
        assertThat(completed("BYE sip:a SIP/2.0\r\nTo: x\r\n\r\nv=0\r\n", true))
                .isEqualTo("BYE sip:a SIP/2.0\r\nMax-Forwards: 70\r\nContent-Length: 5\r\nTo: x\r\n\r\nv=0\r\n");
        assertThat(completed("SIP/2.0 200 OK\r\nTo: x\r\n\r\n", true))
                .isEqualTo("SIP/2.0 200 OK\r\nContent-Length: 0\r\nTo: x\r\n\r\n");
    }

    @Test
    void lineBreaksBeforeAMessageMeanNothing() {
        assertThat(completed("\r\n\r\nSIP/2.0 200 OK\r\nTo: x\r\n\r\n", true))
                .isEqualTo("\r\n\r\nSIP/2.0 200 OK\r\nContent-Length: 0\r\nTo: x\r\n\r\n");
        assertThat(completed("\r\n\r\n", true)).isEqualTo("\r\n\r\n");
    }

    @Test
    void whatIsThereStays() {
        String whole = "BYE sip:a SIP/2.0\r\nmax-forwards : 7\r\nl: 5\r\n\r\nv=0\r\n";
        assertThat(completed(whole, true)).isEqualTo(whole);
        // on a stream nobody knows where a body without a length ends
        String stream = "SIP/2.0 200 OK\r\nTo: x\r\n\r\n";
        assertThat(completed(stream, false)).isEqualTo(stream);
        assertThat(completed("", true)).isEmpty();
        assertThat(completed("no line break", true)).isEqualTo("no line break");
    }
}
