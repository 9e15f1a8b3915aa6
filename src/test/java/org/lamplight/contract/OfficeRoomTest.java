package org.lamplight.contract;

import java.nio.file.Path;
import org.lamplight.lab.OfficeServer;
import org.lamplight.lab.XmppAt;

/** The contract of rooms with the office's server. */
class OfficeRoomTest extends RoomContract {
    @Override
    XmppAt open(Path folder) throws Exception {
        return new OfficeServer(folder);
    }
}
