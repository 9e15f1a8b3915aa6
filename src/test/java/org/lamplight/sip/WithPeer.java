package org.lamplight.sip;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.SdpOnlyMedia;
import org.lamplight.lab.SipPeer;
import org.lamplight.lab.Softphone;

/** Each test has a telephone of ours, without an account yet, and a server that does what the test says. */
public abstract class WithPeer {
    @TempDir
    protected Path folder;

    protected SipPeer peer;
    protected Softphone phone;

    @BeforeEach
    final void openBoth() throws Exception {
        peer = SipPeer.udp();
        phone = new Softphone(new SdpOnlyMedia(), folder);
    }

    @AfterEach
    final void closeBoth() throws Exception {
        phone.close();
        peer.close();
    }
}
