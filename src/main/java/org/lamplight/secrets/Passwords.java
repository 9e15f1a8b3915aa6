package org.lamplight.secrets;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lamplight.backend.Account;
import org.lamplight.backend.Secrets;

/**
 * Finds an account's password: {@code LAMPLIGHT_PASSWORD_<ID>} in the environment, then {@code password-command}, then
 * what was given in this run, then the platform's store. May take seconds: never on core or the EDT.
 */
public final class Passwords {
    private final Map<String, String> environment;
    private final Secrets platform;
    private final Map<String, char[]> given = new ConcurrentHashMap<>();

    public Passwords(Map<String, String> environment, Secrets platform) {
        this.environment = environment;
        this.platform = platform;
    }

    /** The characters are the caller's to overwrite. */
    public Optional<char[]> find(Account account) {
        String variable =
                "LAMPLIGHT_PASSWORD_" + account.id().toUpperCase(Locale.ROOT).replace('-', '_');
        String set = environment.get(variable);
        if (set != null && !set.isEmpty()) {
            return Optional.of(set.toCharArray());
        }
        Optional<String> command = account.get("password-command");
        if (command.isPresent()) {
            return PasswordCommand.run(command.get());
        }
        char[] remembered = given.get(account.id());
        return remembered != null ? Optional.of(remembered.clone()) : platform.find(account.id());
    }

    /** Keeps a password for this run only, as while an account is tried. */
    public void give(String accountId, char[] password) {
        given.put(accountId, password.clone());
    }

    /** Keeps a password that worked in the platform's store; false if there is none, so that it holds for this run only. */
    public boolean keep(String accountId, char[] password) {
        give(accountId, password);
        return platform.keep(accountId, password);
    }

    public void forget(String accountId) {
        given.remove(accountId);
        platform.forget(accountId);
    }
}
