package org.lamplight.app;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.lamplight.chat.Chats;
import org.lamplight.core.CoreThread;
import org.lamplight.desktop.DeskReports;
import org.lamplight.desktop.DeskWatch;
import org.lamplight.presence.Observation;
import org.lamplight.presence.OwnPresence;
import org.lamplight.presence.Rules;
import org.lamplight.presence.Source;
import org.lamplight.profile.Settings;

/** Lets input and lock of this desk count for one's own presence, as the settings say. */
final class AtTheDesk implements AutoCloseable {
    static final String IDLE_AFTER = "presence.idle-after";
    static final String IDLE = "presence.idle";
    static final String LOCK = "presence.lock";
    private static final String ON = "on";

    private final Settings settings;
    private final DeskWatch watch;

    AtTheDesk(CoreThread core, OwnPresence own, Chats chats, Clock clock, Settings settings) {
        this.settings = settings;
        this.watch = new DeskWatch(clock, new Told(core, own, chats));
        settings.listen(Set.of(IDLE, LOCK), this::follow);
        follow();
    }

    /** The rules with the time of the settings, where they give one. */
    static Rules rules(Rules rules, Settings settings) {
        String minutes = settings.get(IDLE_AFTER);
        return minutes.isEmpty() ? rules : rules.withIdleAfter(Duration.ofMinutes(Long.parseLong(minutes)));
    }

    private void follow() {
        watch.use(settings.get(IDLE).equals(ON), settings.get(LOCK).equals(ON));
    }

    @Override
    public void close() {
        watch.close();
    }

    /** Brings it to core. */
    private record Told(CoreThread core, OwnPresence own, Chats chats) implements DeskReports {
        @Override
        public void observe(Observation seen) {
            core.execute(() -> {
                own.observe(seen);
                attentive(seen.source(), false);
            });
        }

        @Override
        public void forget(Source source) {
            core.execute(() -> {
                own.forget(source);
                attentive(source, true);
            });
        }

        /** Nobody looks at a locked screen. */
        private void attentive(Source source, boolean now) {
            if (source.equals(Source.LOCK)) {
                chats.attentive(now);
            }
        }
    }
}
