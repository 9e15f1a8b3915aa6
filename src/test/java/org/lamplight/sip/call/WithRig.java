package org.lamplight.sip.call;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Each test has a telephone of ours and a peer that does what the test says. */
abstract class WithRig {
    @TempDir
    Path folder;

    CallRig rig;

    @BeforeEach
    final void openRig() throws Exception {
        rig = new CallRig(folder);
    }

    @AfterEach
    final void closeRig() throws Exception {
        rig.close();
    }
}
