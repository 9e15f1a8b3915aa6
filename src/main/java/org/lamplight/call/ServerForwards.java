package org.lamplight.call;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Forwarding.When;
import org.lamplight.core.Events;
import org.lamplight.core.Notice;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;

/**
 * Tells servers where all calls go, by the code that they take for that, so that it holds while nothing of ours runs. What
 * a server did not take is said; {@link Forwards} sends on what comes all the same. Core only.
 */
public final class ServerForwards {
    private static final Texts TEXTS = Texts.of(ServerForwards.class);

    private final Events events;
    private final Calls calls;
    private final Lines lines;
    private final Map<String, String> dialled = new HashMap<>();
    private Map<String, Forwarding> rules;

    /** @param rules that servers know already */
    public ServerForwards(Events events, Calls calls, Lines lines, Map<String, Forwarding> rules) {
        this.events = events;
        this.calls = calls;
        this.lines = lines;
        this.rules = Map.copyOf(rules);
        events.listen(CallEvent.CallChanged.class, change -> changed(change.call()));
    }

    /** These from now on, by the ids of lines; what is new is dialled. */
    public void rules(Map<String, Forwarding> next) {
        Threads.requireCore();
        Set<String> concerned = new LinkedHashSet<>(rules.keySet());
        concerned.addAll(next.keySet());
        Map<String, Forwarding> before = rules;
        rules = Map.copyOf(next);
        concerned.forEach(line -> tell(line, all(before, line), all(next, line)));
    }

    /** Where all of them go; null: they do not. */
    private static @Nullable String all(Map<String, Forwarding> rules, String line) {
        Forwarding rule = rules.get(line);
        return rule == null || rule.when() != When.ALL ? null : rule.target();
    }

    private void tell(String line, @Nullable String before, @Nullable String now) {
        if (!Objects.equals(before, now)) {
            lines.find(line).flatMap(one -> one.forwardCode(now)).ifPresent(code -> dial(line, code));
        }
    }

    private void dial(String line, String code) {
        try {
            dialled.put(calls.dial(code, line).id(), line);
        } catch (CallRefused no) {
            say(line, String.valueOf(no.getMessage()));
        }
    }

    private void changed(Call call) {
        if (call.isOver()) {
            String line = dialled.remove(call.id());
            if (line != null) {
                say(line, refusal(call));
            }
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
