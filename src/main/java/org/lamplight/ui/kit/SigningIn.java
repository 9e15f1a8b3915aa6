package org.lamplight.ui.kit;

import java.util.concurrent.CompletableFuture;

/** Adds an account if it can sign in. From any thread; the future fails with a sentence for the user. */
public interface SigningIn {

    /**
     * Tries it once.
     *
     * @param address such as {@code ada@example.org}
     * @param server where to connect, with a port if it is not the usual one; empty where DNS says it
     * @param password taken over: whoever implements this overwrites it
     */
    CompletableFuture<Void> signIn(String address, String server, char[] password);

    /**
     * Tries an account that is there once more.
     *
     * @param password taken over, as above
     */
    CompletableFuture<Void> again(String account, char[] password);
}
