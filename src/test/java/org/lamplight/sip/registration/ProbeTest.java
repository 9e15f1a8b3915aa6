package org.lamplight.sip.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

    @BeforeEach
    void open() throws Exception {
        peer = SipPeer.udp();
        phone = new Softphone(new SdpOnlyMedia(), folder);
        phone.open("address=ada@office.test", "registrar=" + peer.place(), "transport=udp", "probe=1");
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
        assertThat(probe().uri()).isEqualTo("sip:" + peer.place());
        phone.passes(SEVERAL);
        assertThat(peer.registers()).hasSize(1);
    }

    @Test
    void anyAnswerWillDo() throws Exception {
        for (int code : new int[] {200, 405, 503}) {
            peer.answer(probe(), code, "", "");
        }
        probe();
        assertThat(peer.registers()).hasSize(1);
    }

    /** One that takes registrations all the same is believed, and not asked again and again. */
    @Test
    void whoFallsSilentIsRegisteredAtAnew() throws Exception {
        peer.answer(probe(), 200, "", "");
        probe();
        peer.register(2);
        phone.awaitOnline();
        phone.passes(SEVERAL);
        assertThat(peer.registers()).hasSize(2);
    }
}
