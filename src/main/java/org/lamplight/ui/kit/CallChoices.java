package org.lamplight.ui.kit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.lamplight.call.AutoAnswer;
import org.lamplight.call.CallAction;
import org.lamplight.call.Forwarding;
import org.lamplight.call.Shortcut;

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

    /** Whose calls are answered by themselves. */
    AutoAnswer.Rule autoAnswer();

    void autoAnswer(AutoAnswer.Rule next);

    /** The keys that are heard while other programs have the focus; an action without one is missing. */
    Map<CallAction, Shortcut> keys();

    /** This key does that from now on; empty: none does. */
    void key(CallAction action, Optional<Shortcut> next);

    /** Tells of each change of where calls go, on any thread. */
    void onChange(Runnable changed);
}
