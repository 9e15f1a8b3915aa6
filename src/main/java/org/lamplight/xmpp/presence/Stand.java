package org.lamplight.xmpp.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;

/**
 * What one resource of a contact said in its last presence stanza, before the contact's activity is laid over it. Pure.
 *
 * @param certain whether the status is beyond doubt (one of our kind said so by key), so that no activity overrules it
 */
public record Stand(
        Status status, @Nullable Instant since, @Nullable String note, boolean certain, int priority) {

    /** The observation that results, with the activity that the contact published, if any. */
    Observation observation(Source source, @Nullable Status activity) {
        boolean open = !certain && status != Status.IN_A_MEETING_ON_THE_PHONE;
        Status seen = activity != null && open ? activity : status;
        return new Observation(source, seen, since, null, note, source.id().replaceFirst(".*/", ""), priority);
    }
}
