package org.lamplight.call;

import java.time.Duration;
import java.util.Map;
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
    private Map<String, Forwarding> rules;

    /** @param patience how long nobody answers before {@link When#NO_ANSWER} is so */
    public Forwards(
            CoreThread core,
            Events events,
            Calls calls,
            Lines lines,
            Duration patience,
            Map<String, Forwarding> rules) {
        this.calls = calls;
        this.lines = lines;
        this.patience = patience;
        this.rules = Map.copyOf(rules);
        calls.sendOnIf(this::goesElsewhere);
        events.listen(CallEvent.CallChanged.class, change -> {
            if (change.call().isIncomingRinging()) {
                core.later(this.patience, () -> unanswered(change.call().id()));
            }
        });
    }

    /** These from now on, by the ids of lines. */
    public void rules(Map<String, Forwarding> next) {
        Threads.requireCore();
        rules = Map.copyOf(next);
    }

    /** How long it rings before nobody answers; for calls that come from now on. */
    public void patience(Duration next) {
        Threads.requireCore();
        patience = next;
    }

    /** Whether it goes elsewhere at once, and then sees to it. */
    private boolean goesElsewhere(Call call) {
        return Optional.ofNullable(rules.get(call.line()))
                .filter(rule -> rule.when() == When.ALL || (rule.when() == When.BUSY && calls.isBusy()))
                .filter(rule -> sendOn(call, rule))
                .isPresent();
    }

    /** The rule may be another one by now. */
    private void unanswered(String id) {
        calls.find(id).filter(Call::isIncomingRinging).ifPresent(call -> {
            Forwarding rule = rules.get(call.line());
            if (rule != null && rule.when() == When.NO_ANSWER) {
                sendOn(call, rule);
            }
        });
    }

    private boolean sendOn(Call call, Forwarding rule) {
        Optional<Line> able =
                lines.find(call.line()).filter(line -> line.abilities().contains(Ability.FORWARD));
        able.ifPresent(line -> line.sendOn(call.id(), rule.target(), rule.when().reason()));
        return able.isPresent();
    }
}
