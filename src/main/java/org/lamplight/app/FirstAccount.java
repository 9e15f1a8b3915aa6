package org.lamplight.app;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lamplight.backend.Account;
import org.lamplight.backend.AccountTrial;
import org.lamplight.ui.kit.SigningIn;

/** Makes an account of what a person types who signs in for the first time. */
record FirstAccount(AccountTrial trial) implements SigningIn {
    private static final String KIND = "xmpp";

    @Override
    public CompletableFuture<Void> again(String account, char[] password) {
        return trial.retry(account, password)
                .whenComplete((state, failure) -> Arrays.fill(password, '\0'))
                .thenAccept(state -> {});
    }

    @Override
    public CompletableFuture<Void> signIn(String address, String server, char[] password) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("kind", KIND);
        keys.put("address", address);
        if (!server.isEmpty()) {
            keys.put("server", server);
        }
        Account account = new Account(id(address), KIND, true, keys);
        return trial.add(account, Optional.of(password))
                .whenComplete((state, failure) -> Arrays.fill(password, '\0'))
                .thenAccept(state -> {});
    }

    /** The file's name: the address, as far as file names go. */
    private static String id(String address) {
        String plain = address.replaceAll("[^A-Za-z0-9]+", "-").replaceFirst("^-+", "");
        return plain.isEmpty() ? KIND : plain.substring(0, Math.min(60, plain.length()));
    }
}
