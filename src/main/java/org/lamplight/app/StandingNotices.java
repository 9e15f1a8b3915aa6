package org.lamplight.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.core.Events;
import org.lamplight.core.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the user should know and mend, as it stands; for windows that come later than the news. From any thread. */
final class StandingNotices {
    private static final Logger LOG = LoggerFactory.getLogger(StandingNotices.class);

    /** Guarded by this. */
    private final Map<String, Notice> standing = new LinkedHashMap<>();

    StandingNotices(Events events) {
        events.listen(Notice.class, this::keep);
    }

    /** One from before anybody listens. */
    void add(String about, String sentence) {
        LOG.warn("{}", sentence);
        keep(new Notice(about, sentence));
    }

    private synchronized void keep(Notice notice) {
        standing.remove(notice.about());
        if (!notice.sentence().isEmpty()) {
            standing.put(notice.about(), notice);
        }
    }

    synchronized List<Notice> all() {
        return List.copyOf(standing.values());
    }
}
