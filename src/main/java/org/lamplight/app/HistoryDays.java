package org.lamplight.app;

import java.time.Duration;
import java.util.Set;
import org.lamplight.chat.Chats;
import org.lamplight.core.CoreThread;
import org.lamplight.profile.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has messages removed that are older than the settings want, at the start, once a day and when the setting changes. */
final class HistoryDays {
    static final String SETTING = "chat.history-days";

    private static final Logger LOG = LoggerFactory.getLogger(HistoryDays.class);

    private final CoreThread core;
    private final Chats chats;
    private final Settings settings;

    HistoryDays(CoreThread core, Chats chats, Settings settings) {
        this.core = core;
        this.chats = chats;
        this.settings = settings;
        settings.listen(Set.of(SETTING), () -> core.execute(this::remove));
    }

    /** Begins, once the talks are known. */
    void start() {
        core.execute(() -> chats.loaded().thenRun(this::daily));
    }

    private void daily() {
        remove();
        core.later(Duration.ofDays(1), this::daily);
    }

    private void remove() {
        int days = Integer.parseInt(settings.get(SETTING));
        if (days > 0) {
            chats.retention().removeOlderThan(days).whenComplete((removed, failure) -> {
                if (failure != null) {
                    LOG.warn("Old messages could not be removed", failure);
                } else if (removed > 0) {
                    LOG.info("{} messages were older than {} days and are removed", removed, days);
                }
            });
        }
    }
}
