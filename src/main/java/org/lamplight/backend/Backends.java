package org.lamplight.backend;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.lamplight.core.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds back ends and starts each by itself: one that fails shows its reason and harms no other. Used by one thread at a
 * time; {@link #states} by any.
 */
public final class Backends {
    private static final Logger LOG = LoggerFactory.getLogger(Backends.class);
    private static final Texts TEXTS = Texts.of(Backends.class);

    /** The loader goes on behind a broken jar, but not behind a folder that it can't read at all. */
    private static final int MOST_BROKEN = 50;

    /** How a back end does: running, or why not. */
    public record State(String id, boolean running, String reason) {}

    private final Map<String, Backend> running = new LinkedHashMap<>();
    private volatile List<State> states = List.of();

    /** Starts all that the loader offers. One that is switched off (by its {@link BackendId}) is not even created. */
    public void start(ClassLoader loader, Set<String> switchedOff) {
        List<State> found = new ArrayList<>();
        Iterator<ServiceLoader.Provider<Backend>> providers =
                ServiceLoader.load(Backend.class, loader).stream().iterator();
        int broken = 0;
        while (broken < MOST_BROKEN) {
            try {
                if (!providers.hasNext()) {
                    break;
                }
                found.add(start(providers.next(), switchedOff));
            } catch (ServiceConfigurationError | LinkageError unusable) {
                LOG.warn("A back end's jar is broken", unusable);
                found.add(new State("?", false, TEXTS.get("backend.broken")));
                broken++;
            }
        }
        states = List.copyOf(found);
    }

    private State start(ServiceLoader.Provider<Backend> provider, Set<String> switchedOff) {
        BackendId name = provider.type().getAnnotation(BackendId.class);
        String id = name == null ? provider.type().getSimpleName() : name.value();
        if (switchedOff.contains(id)) {
            return new State(id, false, TEXTS.get("backend.off"));
        }
        try {
            return started(provider.get());
        } catch (Exception | ServiceConfigurationError | LinkageError failed) {
            LOG.warn("The back end {} did not start", id, failed);
            return new State(id, false, TEXTS.get("backend.failed", String.valueOf(failed.getMessage())));
        }
    }

    private State started(Backend backend) throws Exception {
        String id = backend.id();
        if (backend.apiVersion() != Backend.API_VERSION) {
            return new State(id, false, TEXTS.get("backend.old"));
        }
        if (running.containsKey(id)) {
            return new State(id, false, TEXTS.get("backend.twice"));
        }
        backend.start();
        running.put(id, backend);
        return new State(id, true, "");
    }

    public List<State> states() {
        return states;
    }

    /** Who serves accounts of this kind. */
    public Optional<Backend> forKind(String kind) {
        return running.values().stream()
                .filter(backend -> backend.accountKinds().contains(kind))
                .findFirst();
    }

    public void stop() {
        for (Backend backend : running.values()) {
            try {
                backend.stop();
            } catch (RuntimeException failed) {
                LOG.warn("The back end {} did not stop cleanly", backend.id(), failed);
            }
        }
        running.clear();
    }
}
