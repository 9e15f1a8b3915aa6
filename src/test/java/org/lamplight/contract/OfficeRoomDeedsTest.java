package org.lamplight.contract;

import java.nio.file.Path;
import org.lamplight.lab.OfficeServer;
import org.lamplight.lab.XmppAt;

/** What may be done in rooms, with the office's server. */
class OfficeRoomDeedsTest extends RoomDeedsContract {
    @Override
    XmppAt open(Path folder) throws Exception {
        return new OfficeServer(folder);
    }
}
