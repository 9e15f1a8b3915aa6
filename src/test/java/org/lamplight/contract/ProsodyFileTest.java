package org.lamplight.contract;

import java.nio.file.Path;
import org.lamplight.lab.Part;
import org.lamplight.lab.Prosody;
import org.lamplight.lab.Requires;
import org.lamplight.lab.XmppAt;

/** Files with Prosody. */
@Requires(Part.PROSODY)
class ProsodyFileTest extends FileContract {
    @Override
    XmppAt open(Path place) throws Exception {
        return new Prosody(place);
    }
}
