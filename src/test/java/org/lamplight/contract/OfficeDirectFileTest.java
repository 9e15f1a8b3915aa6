package org.lamplight.contract;

import java.nio.file.Path;
import org.lamplight.lab.OfficeServer;
import org.lamplight.lab.XmppAt;

/** With the office, over a socket between the two. */
class OfficeDirectFileTest extends DirectFileContract {
    @Override
    XmppAt open(Path place) throws Exception {
        return OfficeServer.withoutUpload(place);
    }

    @Override
    String options() {
        return "";
    }

    @Override
    String way() {
        return "by a socket";
    }
}
