package org.lamplight.contract;

import java.nio.file.Path;
import org.lamplight.lab.Part;
import org.lamplight.lab.Prosody;
import org.lamplight.lab.Requires;
import org.lamplight.lab.XmppAt;

/** What may be done in rooms, with Prosody. */
@Requires(Part.PROSODY)
class ProsodyRoomDeedsTest extends RoomDeedsContract {
    @Override
    XmppAt open(Path folder) throws Exception {
        return new Prosody(folder);
    }
}
