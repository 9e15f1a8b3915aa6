package org.lamplight.app;

import java.util.Set;
import org.lamplight.call.CallActions;
import org.lamplight.call.CallActions.Stand;
import org.lamplight.call.Headsets;
import org.lamplight.core.CoreThread;
import org.lamplight.profile.Settings;

/** Shows headsets how calls stand, unless the settings say that they are not to be used. */
final class HeadsetUse {
    private final CallActions actions;
    private final Headsets headsets;
    private final Settings settings;

    HeadsetUse(CoreThread core, CallActions actions, Headsets headsets, Settings settings) {
        this.actions = actions;
        this.headsets = headsets;
        this.settings = settings;
        actions.onChange(stand -> follow());
        settings.listen(Set.of(KnownSettings.HEADSET), () -> core.execute(this::follow));
    }

    private void follow() {
        boolean used = settings.get(KnownSettings.HEADSET).equals("on");
        headsets.show(used ? actions.stand() : Stand.QUIET);
    }
}
