package org.lamplight.app;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lamplight.call.CallAction;
import org.lamplight.call.CallActions;
import org.lamplight.call.GlobalKeys;
import org.lamplight.call.Shortcut;
import org.lamplight.core.CoreThread;
import org.lamplight.profile.Settings;

/**
 * Has the keys of the settings heard while other programs have the focus: each only while what it does can be done, so that
 * it is taken from nobody the rest of the time.
 */
final class CallKeys {
    private final CoreThread core;
    private final CallActions actions;
    private final GlobalKeys keys;
    private final Settings settings;

    CallKeys(CoreThread core, CallActions actions, GlobalKeys keys, Settings settings) {
        this.core = core;
        this.actions = actions;
        this.keys = keys;
        this.settings = settings;
        actions.onChange(stand -> follow());
        Set<String> all =
                Arrays.stream(CallAction.values()).map(CallAction::setting).collect(Collectors.toUnmodifiableSet());
        settings.listen(all, () -> core.execute(this::follow));
        core.execute(this::follow);
    }

    private void follow() {
        Set<CallAction> possible = actions.stand().possible();
        Set<Shortcut> wanted = new HashSet<>();
        KnownSettings.keys(settings).forEach((action, key) -> {
            if (possible.contains(action)) {
                wanted.add(key);
            }
        });
        keys.hear(wanted, key -> core.execute(() -> pressed(key)));
    }

    /** Of those that share the key, the first that can be done now. */
    private void pressed(Shortcut key) {
        Set<CallAction> possible = actions.stand().possible();
        KnownSettings.keys(settings).entrySet().stream()
                .filter(one -> one.getValue().equals(key))
                .map(Map.Entry::getKey)
                .filter(possible::contains)
                .sorted()
                .findFirst()
                .ifPresent(actions::does);
    }
}
