package org.lamplight.core;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries events from core to whoever listens. Published and heard on the core thread; a listener copies what it needs
 * and posts to its own thread. Listening and ceasing to listen are allowed from any thread.
 */
public final class Events {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    /** Ends a listening. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

    /** Hears every event from now on. */
    public Subscription listen(Consumer<Event> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Hears the events of one kind. */
    public <E extends Event> Subscription listen(Class<E> kind, Consumer<E> listener) {
        return listen(event -> {
            if (kind.isInstance(event)) {
                listener.accept(kind.cast(event));
            }
        });
    }

    /** Tells all listeners, on the core thread. One that throws is logged and harms no other. */
    public void publish(Event event) {
        Threads.requireCore();
        for (Consumer<Event> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException bug) {
                LOG.error("A listener failed on {}", event.getClass().getSimpleName(), bug);
            }
        }
    }
}
