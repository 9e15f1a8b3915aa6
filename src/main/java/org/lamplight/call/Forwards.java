package org.lamplight.call;

import java.time.Duration;
import java.util.Optional;
import org.lamplight.call.Forwarding.When;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Threads;

/** Sends calls on by themselves, as the rules of their lines say. Core only. */
public final class Forwards {
    private final Calls calls;
    private final Lines lines;
    private Duration patience;
    private ForwardRules rules;

    /** @param patience how long nobody answers before {@link When#NO_ANSWER} is so */
    public Forwards(CoreThread core, Events events, Calls calls, Lines lines, Duration patience, ForwardRules rules) {
        this.calls = calls;
        this.lines = lines;
        this.patience = patience;
        this.rules = rules;
        calls.sendOnIf(this::goesElsewhere);
        events.listen(CallEvent.CallChanged.class, change -> {
            if (change.call().isIncomingRinging()) {
                core.later(this.patience, () -> unanswered(change.call().id()));
            }
        });
    }

    /** These from now on, by the ids of lines. */
    public void rules(ForwardRules next) {
        Threads.requireCore();
        rules = next;
    }

    /** How long it rings before nobody answers; for calls that come from now on. */
    public void patience(Duration next) {
        Threads.requireCore();
        patience = next;
    }

    /** Whether it goes elsewhere at once, and then sees to it. */
    private boolean goesElsewhere(Call call) {
        return sendOn(call, When.ALL) || (calls.isBusy() && sendOn(call, When.BUSY));
    }

    /** The rule may be another one by now. */
    private void unanswered(String id) {
        calls.find(id).filter(Call::isIncomingRinging).ifPresent(call -> sendOn(call, When.NO_ANSWER));
    }

    private boolean sendOn(Call call, When when) {
        Optional<Forwarding> rule = rules.find(call.line(), when);
        Optional<Line> able =
                lines.find(call.line()).filter(line -> line.abilities().contains(Ability.FORWARD));
        if (rule.isEmpty() || able.isEmpty()) {
            return false;
        }
        String target = calls.wouldDial(rule.get().target()).dialled().target();
        able.get().sendOn(call.id(), target, when.reason());
        return true;
    }
}
