package org.lamplight.lab;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lamplight.call.Forwarding;
import org.lamplight.ui.kit.CallChoices;

/** Choices about calls that are kept in this JVM alone. */
public final class PlayedChoices implements CallChoices {
    /** Who repeats what one says; empty: nobody. */
    public volatile String echo = "";

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Map<String, Forwarding> rules = Map.of();
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
    public String echoTest() {
        return echo;
    }

    @Override
    public void onChange(Runnable changed) {
        listeners.add(changed);
    }
}
