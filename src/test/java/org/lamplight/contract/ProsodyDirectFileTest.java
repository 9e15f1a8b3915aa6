package org.lamplight.contract;

import java.nio.file.Path;
import org.lamplight.lab.Part;
import org.lamplight.lab.Prosody;
import org.lamplight.lab.Requires;
import org.lamplight.lab.XmppAt;

/** With Prosody, over a socket between the two. */
@Requires(Part.PROSODY)
class ProsodyDirectFileTest extends DirectFileContract {
    @Override
    XmppAt open(Path place) throws Exception {
        return new Prosody(place, Prosody.Kind.withoutUpload());
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
