package org.lamplight.contract;

import java.nio.file.Path;
import org.lamplight.lab.OfficeServer;
import org.lamplight.lab.XmppAt;

/** The loss contract with the office's server. */
class OfficeLossTest extends LossContract {
    @Override
    XmppAt open(Path folder) throws Exception {
        return new OfficeServer(folder);
    }
}
