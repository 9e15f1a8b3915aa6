package org.lamplight.xmpp.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.XmppAt;

class WireTest {
    @Test
    void whoListensIsToldOfTheConnectionOfNowAndOfEachLaterOne() throws Exception {
        XMPPTCPConnection first = connection();
        XMPPTCPConnection second = connection();
        XMPPTCPConnection third = connection();
        List<XMPPTCPConnection> early = new ArrayList<>();
        List<XMPPTCPConnection> late = new ArrayList<>();

        Wire wire = new Wire(first);
        wire.each(early::add);
        wire.replace(second);
        wire.each(late::add);
        wire.replace(third);

        assertThat(early).containsExactly(first, second, third);
        assertThat(late).containsExactly(second, third);
        assertThat(wire.connection()).isSameAs(third);
    }

    private static XMPPTCPConnection connection() throws Exception {
        return new XMPPTCPConnection(XMPPTCPConnectionConfiguration.builder()
                .setXmppDomain(XmppAt.DOMAIN)
                .build());
    }
}
