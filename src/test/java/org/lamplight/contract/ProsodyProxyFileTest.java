package org.lamplight.contract;

import org.junit.jupiter.api.Tag;

/** With Prosody's proxy (XEP-0065), for neither says where it is. Who has to wait for it too long sends in band. */
@Tag("real-time")
class ProsodyProxyFileTest extends ProsodyDirectFileTest {
    @Override
    String options() {
        return "hide-address = yes\n";
    }

    @Override
    String way() {
        return "by a proxy";
    }
}
