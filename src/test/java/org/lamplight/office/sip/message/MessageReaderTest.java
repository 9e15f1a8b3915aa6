package org.lamplight.office.sip.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Messages from octets, friendly and hostile ones. */
class MessageReaderTest {
    private static final String START = "INVITE sip:bob@localhost SIP/2.0\r\n";
    private static final String VIA = "Via: SIP/2.0/UDP 127.0.0.1:5070;branch=z9hG4bKa;rport\r\n";
    private static final String REST =
            "From: \"A, \\\"B\\\" <c>\" <sip:ada@localhost>;tag=1\r\nTo: <sip:bob@localhost>\r\n"
                    + "Call-ID: c1@x\r\nCSeq: 1 INVITE\r\nMax-Forwards: 70\r\n";
    private static final String GOOD = START + VIA + REST;

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SipRequest request(String text) throws BadMessage {
        return (SipRequest) MessageReader.read(octets(text));
    }

    private static BadMessage bad(String text) {
        return catchThrowableOfType(BadMessage.class, () -> MessageReader.read(octets(text)));
    }

    @Test
    void aRequestIsRead() throws Exception {
        SipRequest request = request(GOOD + "Content-Length: 3\r\n\r\nabcdef");
        assertThat(request.method()).isEqualTo("INVITE");
        assertThat(request.from().name()).isEqualTo("A, \"B\" <c>");
        assertThat(request.from().tag()).isEqualTo("1");
        assertThat(request.via().branch()).isEqualTo("z9hG4bKa");
        assertThat(request.cseq()).isEqualTo(new CSeq(1, "INVITE"));
        assertThat(request.bodyText()).isEqualTo("abc");
        assertThat(request.isInDialog()).isFalse();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        SipRequest request = request(GOOD + "Content-Length: 3\r\n\r\nabc");
        SipMessage again = MessageReader.read(request.write());
        assertThat(new String(again.write(), StandardCharsets.UTF_8))
                .isEqualTo(new String(request.write(), StandardCharsets.UTF_8));
    }

    @Test
    void compactNamesFoldedLinesAndListsMeanTheSame() throws Exception {
        SipRequest request = request(START
                + "v: SIP/2.0/UDP 127.0.0.1:1;branch=z9hG4bKa,\r\n SIP / 2.0 / TCP h:2;branch=z9hG4bKb\r\n"
                + "f: sip:ada@localhost;tag=1\r\nt: <sip:bob@localhost>\r\ni: c\r\nCSeq: 1\r\n\tINVITE\r\n"
                + "m: \"a,b\" <sip:a@h;x=,y>;q=1, <sip:b@h>\r\nl: 0\r\n\r\n");
        assertThat(request.headers("Via")).hasSize(2);
        assertThat(request.via().sentBy()).isEqualTo(new HostPort("127.0.0.1", 1));
        assertThat(request.headers("Contact")).containsExactly("\"a,b\" <sip:a@h;x=,y>;q=1", "<sip:b@h>");
        assertThat(request.from().uri()).isEqualTo("sip:ada@localhost");
        assertThat(request.cseq().method()).isEqualTo("INVITE");
    }

    @Test
    void whatIsMissingIsAnsweredIfAnAnswerFindsItsWay() {
        for (String name : new String[] {"From", "To", "CSeq"}) {
            BadMessage missing = bad(GOOD.replaceAll("(?m)^" + name + ":.*\r\n", "") + "\r\n");
            assertThat(missing.code()).isEqualTo(400);
            assertThat(missing.request()).as(name).isNotNull();
        }
        assertThat(bad(START + REST + "\r\n").request()).isNull();
        assertThat(bad(GOOD.replace("Call-ID: c1@x\r\n", "") + "\r\n").request())
                .isNull();
        assertThat(bad(GOOD.replace("INVITE sip", "ACK sip") + "\r\n").request())
                .isNull();
    }

    @Test
    void contradictionsAreRefused() {
        assertThat(bad(GOOD + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab")
                        .request())
                .isNotNull();
        assertThat(bad(GOOD + "Content-Length: 5\r\n\r\nab").getMessage()).contains("cut off");
        assertThat(bad(GOOD + "Content-Length: -1\r\n\r\n").code()).isEqualTo(400);
        assertThat(bad(GOOD + "Content-Length: 99999999999999999999\r\n\r\n").code())
                .isEqualTo(400);
        assertThat(bad(GOOD + "Call-ID: c2\r\n\r\n").code()).isEqualTo(400);
        assertThat(bad(GOOD.replace("1 INVITE", "1 BYE") + "\r\n").code()).isEqualTo(400);
        assertThat(bad(GOOD.replace("1 INVITE", "4294967296 INVITE") + "\r\n").code())
                .isEqualTo(400);
        assertThat(bad(GOOD.replace("SIP/2.0\r\nVia", "SIP/3.0\r\nVia") + "\r\n")
                        .code())
                .isEqualTo(505);
        assertThat(bad(GOOD.replace("sip:bob@localhost SIP", "http://bob SIP") + "\r\n")
                        .code())
                .isEqualTo(416);
        assertThat(bad(GOOD.replace("Max-Forwards: 70", "Max-Forwards: x") + "\r\n")
                        .code())
                .isEqualTo(400);
    }

    @Test
    void hugeOnesAreRefused() {
        assertThat(bad(GOOD + "X: " + "a".repeat(70_000) + "\r\n\r\n").request())
                .isNull();
        assertThat(bad(GOOD + "X: y\r\n".repeat(600) + "\r\n").request()).isNull();
        assertThat(bad(START + VIA.repeat(80) + REST + "\r\n").request()).isNull();
        assertThat(bad("A".repeat(100_000))).isNotNull();
    }

    @Test
    void sameContentLengthTwiceDoesNoHarm() throws Exception {
        assertThat(request(GOOD + "Content-Length: 2\r\nl: 2\r\n\r\nab").bodyText())
                .isEqualTo("ab");
    }

    @Test
    void binaryNeverDoesMoreThanBeRefused() {
        Random random = new Random(7);
        byte[] good = octets(GOOD + "Content-Length: 0\r\n\r\n");
        for (int i = 0; i < 1_500; i++) {
            byte[] octets = good.clone();
            for (int hit = 0; hit < 1 + random.nextInt(6); hit++) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
            }
            tryToRead(octets);
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            tryToRead(noise);
        }
    }

    /** Anything but this exception would fail the test. */
    private static void tryToRead(byte[] octets) {
        try {
            SipMessage message = MessageReader.read(octets);
            assertThat(message.write()).isNotEmpty();
        } catch (BadMessage refused) {
            assertThat(refused.code()).isIn(400, 416, 505);
        }
    }

    @Test
    void noHeaderOfOursHasTwoLines() {
        SipRequest request = new SipRequest("OPTIONS", "sip:a@b");
        assertThatThrownBy(() -> request.add("Subject", "a\r\nRoute: x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noUserHidesALineEnd() {
        assertThat(SipUri.parse("sip:a%0d%0ab@localhost")).isNull();
        assertThat(SipUri.parse("sip:a b@localhost")).isNull();
        assertThat(SipUri.parse("sip:a%zz@localhost")).isNull();
        assertThat(SipUri.parse("sip:a%20%40b;x=y@LocalHost:5070;transport=TCP?Subject=z"))
                .satisfies(uri -> {
                    assertThat(uri.user()).isEqualTo("a @b;x=y");
                    assertThat(uri.at()).isEqualTo(new HostPort("localhost", 5070));
                    assertThat(uri.transport()).isEqualTo("tcp");
                });
        assertThat(SipUri.parse("tel:6-0.0 2;phone-context=x")).isNull();
        assertThat(SipUri.parse("tel:6-0.02;phone-context=x").user()).isEqualTo("6002");
    }

    @Test
    void aStreamIsCutIntoMessages() throws Exception {
        String one = GOOD + "Content-Length: 2\r\n\r\nab";
        AtomicInteger pings = new AtomicInteger();
        MessageStream stream = new MessageStream(
                new ByteArrayInputStream(octets(one + "\r\n\r\n" + one.replace("c1@x", "c2@x"))),
                pings::incrementAndGet);
        assertThat(stream.next().callId()).isEqualTo("c1@x");
        assertThat(stream.next().callId()).isEqualTo("c2@x");
        assertThat(stream.next()).isNull();
        assertThat(pings).hasValue(1);
    }

    @Test
    void aStreamSurvivesABadMessageThatHasAnEnd() throws Exception {
        String broken = GOOD.replace("CSeq: 1 INVITE\r\n", "") + "Content-Length: 2\r\n\r\nab";
        MessageStream stream = new MessageStream(
                new ByteArrayInputStream(octets(broken + GOOD + "Content-Length: 0\r\n\r\n")), () -> {});
        assertThat(catchThrowableOfType(BadMessage.class, stream::next).request())
                .isNotNull();
        assertThat(stream.isLost()).isFalse();
        assertThat(stream.next().callId()).isEqualTo("c1@x");
    }

    @Test
    void aStreamWithoutLengthsIsLost() throws IOException {
        MessageStream stream = new MessageStream(new ByteArrayInputStream(octets(GOOD + "\r\nab")), () -> {});
        assertThat(catchThrowableOfType(BadMessage.class, stream::next)).isNotNull();
        assertThat(stream.isLost()).isTrue();
    }
}
