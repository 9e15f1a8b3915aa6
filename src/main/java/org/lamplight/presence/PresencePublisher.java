package org.lamplight.presence;

/**
 * Tells a network what one's own presence is. Implemented by adapters; called by {@link OwnPresence} alone, on core.
 * It returns at once: an adapter that is not connected remembers the last presence and sends it when it is.
 */
public interface PresencePublisher {
    void publish(Presence own);
}
