package org.lamplight.ui.kit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.lamplight.call.AutoAnswer;
import org.lamplight.call.CallAction;
import org.lamplight.call.ForwardRules;
import org.lamplight.call.Shortcut;

/** What one chose about calls once and for all, as it is kept. From any thread; returns at once. */
public interface CallChoices {
    /** Where calls go instead. */
    ForwardRules forwarding();

    /** How long it rings here before nobody answers. */
    Duration patience();

    /**
     * Calls go elsewhere from now on; {@code change} runs on another thread. What is given fails with a sentence for the user
     * where it can't be kept.
     */
    CompletableFuture<Void> forward(UnaryOperator<ForwardRules> change);

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
