package org.lamplight.call;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Forwarding.When;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Notice;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;

/**
 * Tells servers where all calls go, by the code that they take for that, so that it holds while nothing of ours runs. What
 * a server did not take is said, and tried again when the line is registered anew; {@link Forwards} sends on what comes all
 * the same. Core only.
 */
public final class ServerForwards {
    private static final Texts TEXTS = Texts.of(ServerForwards.class);

    /** So long a server may confirm the code in words. */
    private static final Duration WORDS = Duration.ofSeconds(5);

    private final CoreThread core;
    private final Events events;
    private final Calls calls;
    private final Lines lines;
    /** Where each line's server sends all calls, as far as is known. */
    private final Map<String, String> taken = new HashMap<>();

    private final Map<String, Told> dialled = new HashMap<>();
    private final Set<String> registered = new HashSet<>();
    private ForwardRules rules;

    /** @param target null: calls go nowhere any more */
    private record Told(String line, @Nullable String target) {}

    /** @param rules that servers know already */
    public ServerForwards(CoreThread core, Events events, Calls calls, Lines lines, ForwardRules rules) {
        this.core = core;
        this.events = events;
        this.calls = calls;
        this.lines = lines;
        this.rules = rules;
        rules.lines().forEach(line -> wanted(line).ifPresent(target -> taken.put(line, target)));
        events.listen(CallEvent.CallChanged.class, change -> changed(change.call()));
        events.listen(CallEvent.LineChanged.class, change -> changed(change.line()));
    }

    /** These from now on, by the ids of lines; what is new is dialled. */
    public void rules(ForwardRules next) {
        Threads.requireCore();
        Set<String> concerned = new LinkedHashSet<>(taken.keySet());
        concerned.addAll(next.lines());
        rules = next;
        concerned.forEach(this::tell);
    }

    /** Where all of them go. */
    private Optional<String> wanted(String line) {
        return rules.find(line, When.ALL).map(Forwarding::target);
    }

    /** Where the server takes no such target it has to let go of the one before. */
    private void tell(String line) {
        Line carrier = lines.find(line).orElse(null);
        if (carrier == null
                || dialled.values().stream().anyMatch(told -> told.line().equals(line))) {
            // one after the other: what was said meanwhile is told when the server has answered
            return;
        }
        String target = wanted(carrier);
        if (!Objects.equals(target, taken.get(line))) {
            carrier.forwardCode(target).ifPresent(code -> dial(new Told(line, target), code));
        }
    }

    private @Nullable String wanted(Line carrier) {
        return wanted(carrier.id())
                .filter(there -> carrier.forwardCode(there).isPresent())
                .orElse(null);
    }

    private void dial(Told told, String code) {
        try {
            dialled.put(calls.dialCode(code, told.line()).id(), told);
        } catch (CallRefused no) {
            say(told.line(), String.valueOf(no.getMessage()));
        }
    }

    private void changed(Call call) {
        Told told = dialled.get(call.id());
        if (told == null) {
            return;
        }
        if (call.isOver()) {
            dialled.remove(call.id());
            over(told, refusal(call));
        } else if (call.state() == CallState.CONNECTED && !call.muted()) {
            calls.mute(call.id(), true);
            core.later(WORDS, () -> enough(call.id()));
        }
    }

    private void over(Told told, String refusal) {
        if (refusal.isEmpty() && told.target() == null) {
            taken.remove(told.line());
        } else if (refusal.isEmpty()) {
            taken.put(told.line(), told.target());
        }
        say(told.line(), refusal);
        lines.find(told.line())
                .filter(carrier -> !Objects.equals(wanted(carrier), told.target()))
                .ifPresent(carrier -> tell(carrier.id()));
    }

    /** A server that does not hang up by itself. */
    private void enough(String id) {
        calls.find(id).filter(call -> !call.isOver()).ifPresent(call -> calls.hangUp(id));
    }

    private void changed(LineStatus line) {
        if (line.state() != LineState.REGISTERED) {
            registered.remove(line.id());
        } else if (registered.add(line.id())) {
            tell(line.id());
        }
    }

    /** Empty: it was taken. */
    private static String refusal(Call call) {
        Cause why = call.cause();
        return call.answeredAt() != null || why == null || why.code() < 300 ? "" : why.text();
    }

    private void say(String line, String why) {
        String sentence = why.isEmpty() ? "" : TEXTS.get("forward.server", line, why);
        events.publish(new Notice("forward " + line, sentence));
    }
}
