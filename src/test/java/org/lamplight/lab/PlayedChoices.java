package org.lamplight.lab;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lamplight.call.AutoAnswer;
import org.lamplight.call.CallAction;
import org.lamplight.call.Forwarding;
import org.lamplight.call.Shortcut;
import org.lamplight.ui.kit.CallChoices;

/** Choices about calls that are kept in this JVM alone. */
public final class PlayedChoices implements CallChoices {
    /** Who repeats what one says; empty: nobody. */
    public volatile String echo = "";

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Map<String, Forwarding> rules = Map.of();
    private final Map<CallAction, Shortcut> keys = new EnumMap<>(CallAction.class);
    private AutoAnswer.Rule rule = AutoAnswer.Rule.of("off", "");
    private Duration patience = Duration.ofSeconds(20);

    @Override
    public synchronized Map<String, Forwarding> forwarding() {
        return rules;
    }

    @Override
    public synchronized Duration patience() {
        return patience;
    }

    @Override
    public void forward(String line, Optional<Forwarding> rule) {
        synchronized (this) {
            Map<String, Forwarding> next = new LinkedHashMap<>(rules);
            rule.ifPresentOrElse(one -> next.put(line, one), () -> next.remove(line));
            rules = Map.copyOf(next);
        }
        listeners.forEach(Runnable::run);
    }

    @Override
    public synchronized void patience(Duration next) {
        patience = next;
    }

    @Override
    public synchronized AutoAnswer.Rule autoAnswer() {
        return rule;
    }

    @Override
    public synchronized void autoAnswer(AutoAnswer.Rule next) {
        rule = next;
    }

    @Override
    public synchronized Map<CallAction, Shortcut> keys() {
        return Map.copyOf(keys);
    }

    @Override
    public synchronized void key(CallAction action, Optional<Shortcut> next) {
        next.ifPresentOrElse(key -> keys.put(action, key), () -> keys.remove(action));
    }

    @Override
    public String echoTest() {
        return echo;
    }

    @Override
    public void onChange(Runnable changed) {
        listeners.add(changed);
    }
}
