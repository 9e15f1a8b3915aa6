package org.lamplight.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.lab.SdpOnlyMedia;
import org.lamplight.lab.SipPeer;
import org.lamplight.lab.SipText;
import org.lamplight.lab.Softphone;

/** What anybody may send to the port, from a seed, while somebody speaks. */
class HostileMessageTest {
    private static final long SEED = 20_261_122;
    private static final List<String> HEADERS = List.of(
            "Contact: <sip:x@",
            "Contact: *",
            "Via: SIP/2.0/UDP",
            "CSeq: 99999999999999999999 INVITE",
            "CSeq: x",
            "Content-Length: -5",
            "Content-Length: 99999999",
            "Replaces: ;;;to-tag=",
            "Refer-To: <sip:a?Replaces=%ZZ>",
            "Session-Expires: 99999999999",
            "RAck: x y z",
            "Require: \u0000",
            "Event: refer;id=\"",
            "Record-Route: <sip:>,<>",
            "From: \"\\",
            "P-Asserted-Identity: <<<>>>",
            "Diversion: ,,,,",
            "Content-Type: multipart/mixed;boundary=\"",
            "Max-Forwards: -1",
            " folded: nothing");

    @TempDir
    Path folder;

    @Test
    void aThousandBadMessagesDoNotDisturbACall() throws Exception {
        SdpOnlyMedia media = new SdpOnlyMedia();
        try (SipPeer peer = SipPeer.udp();
                Softphone phone = new Softphone(media, folder);
                DatagramSocket socket = new DatagramSocket()) {
            phone.open("address=ada@office.test", "registrar=" + peer.place(), "transport=udp");
            phone.awaitOnline();
            Call call = phone.dial("6002");
            SipText invite = peer.request("INVITE");
            peer.answer(invite, 200, peer.contactLine(), SipPeer.sdp(1, "sendrecv"));
            peer.request("ACK");
            phone.awaitState(call.id(), CallState.CONNECTED);
            String uri = peer.register(1).contact();
            int port = Integer.parseInt(uri.replaceFirst(".*:", ""));
            Random random = new Random(SEED);
            for (int i = 0; i < 1_000; i++) {
                byte[] bytes = bad(random, peer, invite, uri);
                socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
                if (i % 20 == 19) {
                    awaitRead(peer, uri, port, i);
                }
            }
            phone.tell(calls -> calls.hold(call.id()));
            SipText hold = peer.take(
                    "hold",
                    message -> message.start().startsWith("INVITE")
                            && message.body().contains("sendonly"));
            peer.answer(hold, 200, peer.contactLine(), SipPeer.sdp(2, "recvonly"));
            phone.awaitState(call.id(), CallState.HELD);
            phone.tell(calls -> calls.hangUp(call.id()));
            peer.answer(peer.request("BYE"), 200, "", "");
            phone.awaitState(call.id(), CallState.ENDED);
            phone.until("closed", () -> media.open() == 0);
            assertThat(phone.line().state().word()).isEqualTo("registered");
        }
    }

    /** All that was sent before has been read: the machine drops none for want of room. */
    private static void awaitRead(SipPeer peer, String uri, int port, int number) throws Exception {
        String headers = "From: <sip:pbx@office.test>;tag=o\r\nTo: <sip:ada@office.test>\r\nCall-ID: read" + number;
        peer.send("127.0.0.1", port, peer.request("OPTIONS", uri, number, headers, ""));
        peer.take(
                "answer " + number,
                message -> !message.isRequest() && message.get("CSeq").equals(number + " OPTIONS"));
    }

    private static byte[] bad(Random random, SipPeer peer, SipText invite, String uri) {
        if (random.nextInt(10) == 0) {
            byte[] noise = new byte[random.nextInt(1_400)];
            random.nextBytes(noise);
            return noise;
        }
        List<String> methods =
                List.of("INVITE", "BYE", "ACK", "CANCEL", "REFER", "NOTIFY", "UPDATE", "PRACK", "INFO", "MESSAGE", "X");
        String method = methods.get(random.nextInt(methods.size()));
        // another dialog's tags: a peer that knows ours could end the call rightly
        String headers = "From: <sip:e@e.test>;tag=" + random.nextInt(9) + "\r\nTo: " + invite.get("From")
                + random.nextInt(9) + "\r\nCall-ID: "
                + (random.nextBoolean() ? invite.get("Call-ID") : "c" + random.nextInt(9)) + "\r\n";
        for (int i = random.nextInt(4); i >= 0; i--) {
            headers += HEADERS.get(random.nextInt(HEADERS.size())) + "\r\n";
        }
        String text = random.nextInt(4) == 0
                ? peer.reply(invite, 100 + random.nextInt(700), headers, "v=0")
                        .replace(invite.parameter("Via", "branch").orElse("-"), "z9hG4bKother" + random.nextInt(9))
                        .replace(invite.get("Call-ID"), "other")
                : peer.request(method, uri, random.nextInt(5), headers, random.nextBoolean() ? "v=0\r\nm=audio" : "");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(6); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(5) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
