package org.lamplight.desktop;

import org.lamplight.presence.Observation;
import org.lamplight.presence.Source;

/** Hears what the desk tells of one's own presence, changes only. On the watcher's thread. */
public interface DeskReports {

    /** It replaces what this source said before. */
    void observe(Observation seen);

    /** The source has nothing more to say. */
    void forget(Source source);
}
