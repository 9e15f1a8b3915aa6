package org.lamplight.call;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Threads;

/**
 * Answers calls by itself, whose callers ask for that and may: after it has rung for a moment, so that nobody's microphone
 * opens unheard, and only where no other call is there. Core only.
 */
public final class AutoAnswer {
    /** How long it rings in any case. */
    private static final Duration HEARD = Duration.ofSeconds(1);

    private final CoreThread core;
    private final Events events;
    private final Calls calls;
    private final Duration heard;
    private final Set<String> left = new HashSet<>();
    private final Set<String> answered = new HashSet<>();
    private Rule rule;

    /** Whose calls. */
    public enum Whom {
        OFF,
        LISTED,
        ALL
    }

    /**
     * Who may have a call answered.
     *
     * @param from addresses ({@code user@domain}) and domains, in lower case
     */
    public record Rule(Whom whom, Set<String> from) {
        /** As settings say it: off, listed or all; and addresses and domains with commas or spaces between them. */
        public static Rule of(String whom, String from) {
            Set<String> all = Arrays.stream(from.split("[,\\s]+"))
                    .filter(one -> !one.isEmpty())
                    .map(PersonTarget::bare)
                    .collect(Collectors.toUnmodifiableSet());
            return new Rule(Whom.valueOf(whom.toUpperCase(Locale.ROOT)), all);
        }

        boolean allows(Remote remote) {
            return switch (whom) {
                case OFF -> false;
                case LISTED ->
                    from.contains(PersonTarget.bare(remote.uri())) || from.contains(PersonTarget.domain(remote.uri()));
                case ALL -> true;
            };
        }
    }

    public AutoAnswer(CoreThread core, Events events, Calls calls, Rule rule) {
        this(core, events, calls, rule, HEARD);
    }

    /** @param heard how long it rings in any case */
    public AutoAnswer(CoreThread core, Events events, Calls calls, Rule rule, Duration heard) {
        this.core = core;
        this.events = events;
        this.calls = calls;
        this.rule = rule;
        this.heard = heard;
        events.listen(CallEvent.AnswerWanted.class, wish -> wanted(wish.call(), wish.after()));
        events.listen(CallEvent.CallChanged.class, change -> changed(change.call()));
    }

    /** This from now on. */
    public void rule(Rule next) {
        Threads.requireCore();
        rule = next;
    }

    /** This call is left to whoever sits here. */
    public void leave(String id) {
        Threads.requireCore();
        calls.find(id).filter(Call::isIncomingRinging).ifPresent(call -> left.add(id));
    }

    private void wanted(Call call, Duration after) {
        if (may(call)) {
            core.later(after.compareTo(heard) > 0 ? after : heard, () -> answer(call.id()));
        }
    }

    /** Much may have changed since it began to ring. */
    private void answer(String id) {
        calls.find(id).filter(Call::isIncomingRinging).filter(this::may).ifPresent(call -> {
            answered.add(id);
            calls.answer(id);
        });
    }

    private boolean may(Call call) {
        return rule.allows(call.remote())
                && !left.contains(call.id())
                && calls.all().stream()
                        .allMatch(other -> other.isOver() || other.id().equals(call.id()));
    }

    private void changed(Call call) {
        if (call.isOver()) {
            left.remove(call.id());
            answered.remove(call.id());
        } else if (call.state().isAnswered() && answered.remove(call.id())) {
            events.publish(new CallEvent.AnsweredItself(call));
        }
    }
}
