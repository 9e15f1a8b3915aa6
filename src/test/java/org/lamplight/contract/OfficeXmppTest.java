package org.lamplight.contract;

import java.nio.file.Path;
import org.lamplight.lab.OfficeServer;
import org.lamplight.lab.XmppAt;

/** The XMPP contract with the office's server. */
class OfficeXmppTest extends XmppContract {
    @Override
    XmppAt open(Path folder) throws Exception {
        return new OfficeServer(folder);
    }

    @Override
    boolean hides() {
        return true;
    }
}
