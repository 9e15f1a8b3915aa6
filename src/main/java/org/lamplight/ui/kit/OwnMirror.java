package org.lamplight.ui.kit;

import java.util.ArrayList;
import java.util.List;
import org.lamplight.presence.OwnPresenceChanged;
import org.lamplight.presence.OwnStatus;
import org.lamplight.presence.Presence;
import org.lamplight.presence.Status;

/** One's own presence as windows see it. All but the constructor: EDT. */
public final class OwnMirror {
    private static final OwnStatus NOT_YET = new OwnStatus(Presence.UNKNOWN, Status.AVAILABLE, null, null);

    private volatile OwnStatus next = NOT_YET;
    private final FrameTimer frame = new FrameTimer(this::apply);
    private final List<Runnable> listeners = new ArrayList<>();
    private OwnStatus now = NOT_YET;

    public OwnMirror(Domain domain) {
        domain.events().listen(OwnPresenceChanged.class, changed -> collect(changed.own()));
        domain.core().execute(() -> collect(domain.own().now()));
    }

    public void listen(Runnable listener) {
        Edt.requireEdt();
        listeners.add(listener);
    }

    public OwnStatus now() {
        return now;
    }

    private void collect(OwnStatus own) {
        next = own;
        frame.wish();
    }

    private void apply() {
        now = next;
        listeners.forEach(Runnable::run);
    }
}
