package org.lamplight.contract;

import java.nio.file.Path;
import org.lamplight.lab.Part;
import org.lamplight.lab.Prosody;
import org.lamplight.lab.Requires;
import org.lamplight.lab.XmppAt;

/** The loss contract with Prosody. */
@Requires(Part.PROSODY)
class ProsodyLossTest extends LossContract {
    @Override
    XmppAt open(Path folder) throws Exception {
        return new Prosody(folder, Prosody.Kind.withDatabase());
    }
}
