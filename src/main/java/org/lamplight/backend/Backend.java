package org.lamplight.backend;

import java.util.Set;

/**
 * One way to reach people. Found by {@link java.util.ServiceLoader}; a class with a public constructor without parameters,
 * which must do nothing. Methods are called on a thread of the registry's, never on core or the EDT.
 */
public interface Backend {

    /** The version of this contract. */
    int API_VERSION = 1;

    /** Short, stable, lower case: users switch a back end off by it. */
    String id();

    /** The version of the contract that it was written for. */
    default int apiVersion() {
        return API_VERSION;
    }

    /** The kinds of accounts that it serves, as in {@code kind = xmpp}. */
    Set<String> accountKinds();

    /** Prepares it. Whatever it throws stands in the UI as the reason why it is not there, and harms no other. */
    default void start() throws Exception {}

    /** Opens a session for an account and returns at once; the session connects, and reconnects, by itself. */
    AccountSession open(Account account, BackendContext context);

    /** Undoes what {@link #start} did; its sessions are closed before. */
    default void stop() {}
}
