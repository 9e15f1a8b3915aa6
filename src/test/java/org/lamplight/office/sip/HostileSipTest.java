package org.lamplight.office.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lamplight.media.rtp.RtpPacket;

/** What comes in to do harm does none. */
class HostileSipTest {
    @RegisterExtension
    final SipOffice office = new SipOffice();

    @Test
    void aThousandMalformedDatagramsDoNotDisturbACall() throws Exception {
        RawPhone ada = office.phone("ada");
        SoundLeg leg = office.keep(new SoundLeg());
        ada.invite("sip:echo@localhost", RawPhone.sdp(leg.port()));
        Text accepted = ada.awaitCode(200, "INVITE");
        ada.ack(accepted);
        RawPhone stranger = office.udp("bob");
        Random random = new Random(1815);
        for (int i = 0; i < 1_000; i++) {
            stranger.send(malformed(stranger, random, accepted));
            if (i % 40 == 39) {
                // the answer also says that all before have been read, so that none is lost in a full buffer
                ada.inDialog(accepted, "OPTIONS", "", RawPhone.nothing());
                ada.awaitCode(200, "OPTIONS");
                leg.send(new RtpPacket(false, 0, i, 0, 42, new byte[160]), accepted.mediaPort());
                assertThat(leg.next().sequence()).isEqualTo(i);
            }
        }
        ada.bye(accepted);
        ada.awaitCode(200, "BYE");
        assertThat(stranger.register().code()).isEqualTo(200);
    }

    /** Some are noise, some almost right: another half, a hit here and there, lines gone or twice. */
    private static byte[] malformed(RawPhone from, Random random, Text call) {
        String good = from.request(
                "INVITE",
                "sip:echo@localhost",
                call.callId(),
                "t",
                RawPhone.withBody("application/sdp", RawPhone.sdp(4000)));
        return switch (random.nextInt(5)) {
            case 0 -> noise(random);
            case 1 -> good.substring(0, random.nextInt(good.length())).getBytes(StandardCharsets.UTF_8);
            case 2 -> hit(good.getBytes(StandardCharsets.UTF_8), random);
            case 3 ->
                good.replaceFirst("(?m)^(From|To|CSeq|Via|Call-ID):.*\r\n", "").getBytes(StandardCharsets.UTF_8);
            default ->
                good.replace("\r\nMax", "\r\nContent-Length: " + random.nextInt(99) + "\r\nMax")
                        .getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] noise(Random random) {
        byte[] octets = new byte[1 + random.nextInt(1_400)];
        random.nextBytes(octets);
        return octets;
    }

    private static byte[] hit(byte[] octets, Random random) {
        for (int i = 0; i < 8; i++) {
            octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
        }
        return octets;
    }

    @Test
    void badOnesAreAnswered() throws Exception {
        RawPhone ada = office.udp("ada");
        String good = ada.request("OPTIONS", "sip:localhost", "c1", "t", RawPhone.nothing());
        ada.send(good.replaceAll("CSeq:.*\r\n", ""));
        assertThat(ada.await(text -> text.code() == 400).callId()).isEqualTo("c1");
        ada.send(good.replace("Content-Length: 0", "Content-Length: 7"));
        ada.awaitCode(400, "OPTIONS");
        ada.send(good.replace("OPTIONS sip:localhost SIP/2.0", "OPTIONS http:localhost SIP/2.0"));
        ada.awaitCode(416, "OPTIONS");
        ada.send(ada.request("MESSAGE", "sip:bob@localhost", "c2", "t", RawPhone.nothing())
                .replace("Max-Forwards: 70", "Max-Forwards: 0"));
        ada.awaitCode(483, "MESSAGE");
    }

    @Test
    void aStreamThatMakesNoSenseIsEnded() throws Exception {
        RawPhone ada = office.tcp("ada");
        String good = ada.request("OPTIONS", "sip:localhost", "c1", "t", RawPhone.nothing());
        ada.send(good.replaceAll("CSeq:.*\r\n", ""));
        ada.await(text -> text.code() == 400);
        ada.send(good);
        ada.awaitCode(200, "OPTIONS");
        ada.send("A".repeat(70_000));
        ada.await(text -> text.start().equals("END"));
        RawPhone again = office.tcp("ada");
        again.send(again.request("OPTIONS", "sip:localhost", "c2", "t", RawPhone.nothing()));
        again.awaitCode(200, "OPTIONS");
    }
}
