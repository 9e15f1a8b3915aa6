package org.lamplight.contract;

import java.nio.file.Path;
import org.lamplight.lab.Part;
import org.lamplight.lab.Prosody;
import org.lamplight.lab.Requires;
import org.lamplight.lab.XmppAt;

/** With Prosody that has no proxy, where neither says where it is: the bytes go in stanzas. */
@Requires(Part.PROSODY)
class ProsodyInBandFileTest extends DirectFileContract {
    @Override
    XmppAt open(Path place) throws Exception {
        return new Prosody(place, Prosody.Kind.lacking("http_file_share", "proxy65"));
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
