package org.lamplight.sip.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.SdpOnlyMedia;
import org.lamplight.lab.SipPeer;
import org.lamplight.lab.SipText;
import org.lamplight.lab.Softphone;

/** A server is asked every second here whether it is there (OPTIONS), and given as long for an answer. */
class ProbeTest {
    private static final Duration SEVERAL = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    private SipPeer peer;
    private Softphone phone;

    private void open(SipPeer server, String transport) throws Exception {
        peer = server;
        phone = new Softphone(new SdpOnlyMedia(), folder);
        phone.open("address=ada@office.test", "registrar=" + peer.place(), "transport=" + transport, "probe=1");
        phone.awaitOnline();
    }

    @AfterEach
    void close() throws Exception {
        phone.close();
        peer.close();
    }

    private SipText probe() throws Exception {
        return peer.request("OPTIONS");
    }

    @Test
    void whoNeverAnsweredNeedNotAnswer() throws Exception {
        open(SipPeer.udp(), "udp");
        assertThat(probe().uri()).isEqualTo("sip:" + peer.place());
        phone.passes(SEVERAL);
        assertThat(peer.registers()).hasSize(1);
    }

    @Test
    void anyAnswerWillDo() throws Exception {
        open(SipPeer.udp(), "udp");
        for (int code : new int[] {200, 405, 503}) {
            peer.answer(probe(), code, "", "");
        }
        probe();
        assertThat(peer.registers()).hasSize(1);
    }

    /** One that takes registrations all the same is believed, and not asked again and again. */
    @Test
    void whoFallsSilentIsRegisteredAtAnew() throws Exception {
        open(SipPeer.udp(), "udp");
        peer.answer(probe(), 200, "", "");
        probe();
        peer.register(2);
        phone.awaitOnline();
        phone.passes(SEVERAL);
        assertThat(peer.registers()).hasSize(2);
    }

    /** A path forgot the connection without a word: after half a minute of trying another one is opened. */
    @Test
    @Tag("soak")
    void aConnectionOnWhichNothingComesIsReplaced() throws Exception {
        open(SipPeer.tcp(), "tcp");
        String dead = peer.register(1).way().peer();
        peer.answer(probe(), 200, "", "");
        probe();
        peer.registrar(register -> register.way().peer().equals(dead)
                ? null
                : peer.reply(register, 200, "Contact: <" + register.contact() + ">;expires=600", ""));
        peer.register(2);
        peer.await()
                .until(
                        "another connection",
                        Duration.ofSeconds(50),
                        () -> peer.registers().stream()
                                .anyMatch(one -> !one.way().peer().equals(dead)));
        phone.awaitOnline();
    }
}
