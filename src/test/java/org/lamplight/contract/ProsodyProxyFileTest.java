package org.lamplight.contract;

/** With Prosody's proxy (XEP-0065), for neither says where it is. */
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
