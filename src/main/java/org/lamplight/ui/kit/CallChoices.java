package org.lamplight.ui.kit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.lamplight.call.Forwarding;

/** What one chose about calls once and for all, as it is kept. From any thread; returns at once. */
public interface CallChoices {
    /** Where calls go instead, by the ids of lines. */
    Map<String, Forwarding> forwarding();

    /** How long it rings here before nobody answers. */
    Duration patience();

    /** Calls of this line go elsewhere from now on; empty: they ring here. */
    void forward(String line, Optional<Forwarding> rule);

    void patience(Duration next);

    /** Who repeats what one says; empty: nobody is known. */
    String echoTest();

    /** Tells of each change, on any thread. */
    void onChange(Runnable changed);
}
