package org.lamplight.contract;

import java.nio.file.Path;
import org.lamplight.lab.OfficeServer;
import org.lamplight.lab.XmppAt;

/** With the office, where neither says where it is: no socket is found, and the bytes go in stanzas. */
class OfficeInBandFileTest extends DirectFileContract {
    @Override
    XmppAt open(Path place) throws Exception {
        return OfficeServer.withoutUpload(place);
    }

    @Override
    String options() {
        return "hide-address = yes\n";
    }

    @Override
    String way() {
        return "in band";
    }
}
