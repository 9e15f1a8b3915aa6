package org.lamplight.backend;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lamplight.backend.AccountState.Phase;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Events.Subscription;
import org.lamplight.core.Texts;

/**
 * Adds an account only if it works: it signs in, or reads, once, and is taken back if that fails. From any thread; futures
 * complete on any, and fail with {@link Accounts.Refused}.
 */
public final class AccountTrial {
    private static final Texts TEXTS = Texts.of(AccountTrial.class);

    /** Keeps passwords; see the secrets back end. */
    public interface PasswordKeeping {
        void give(String accountId, char[] password);

        boolean keep(String accountId, char[] password);

        void forget(String accountId);
    }

    private final CoreThread core;
    private final Events events;
    private final Accounts accounts;
    private final PasswordKeeping passwords;

    public AccountTrial(CoreThread core, Events events, Accounts accounts, PasswordKeeping passwords) {
        this.core = core;
        this.events = events;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** Adds the account, with its password if one is given, and waits for the first sign-in. */
    public CompletableFuture<AccountState> add(Account account, Optional<char[]> password) {
        return attempt(account, password)
                .thenApply(state -> password.map(given -> kept(state, given)).orElse(state));
    }

    /** A password that no store would take is said, for it will be asked for again. */
    private AccountState kept(AccountState state, char[] password) {
        boolean kept = passwords.keep(state.account().id(), password);
        return kept
                ? state
                : new AccountState(state.account(), state.phase(), TEXTS.get("password.unkept"), state.since());
    }

    /** Tries the account and takes it back whatever comes of it. */
    public CompletableFuture<AccountState> test(Account account, Optional<char[]> password) {
        return attempt(account, password)
                .thenCompose(state -> remove(account.id()).thenApply(done -> state));
    }

    public CompletableFuture<Void> remove(String id) {
        return accounts.remove(id).thenRun(() -> passwords.forget(id));
    }

    private CompletableFuture<AccountState> attempt(Account account, Optional<char[]> password) {
        return core.ask(() -> accounts.find(account.id()).isPresent())
                .thenCompose(taken -> taken
                        ? CompletableFuture.failedFuture(new Accounts.Refused(TEXTS.get("account.taken", account.id())))
                        : signIn(account, password));
    }

    private CompletableFuture<AccountState> signIn(Account account, Optional<char[]> password) {
        password.ifPresent(given -> passwords.give(account.id(), given));
        CompletableFuture<AccountState> outcome = new CompletableFuture<>();
        Subscription listening = events.listen(AccountStateChanged.class, change -> {
            if (change.state().account().id().equals(account.id()) && isOutcome(change.state())) {
                outcome.complete(change.state());
            }
        });
        return accounts.add(account)
                .thenCompose(done -> outcome)
                .whenComplete((state, failure) -> listening.close())
                .thenCompose(state -> settled(account, state));
    }

    /** A sign-in that waits for another attempt has failed for once, and that is what was asked. */
    private static boolean isOutcome(AccountState state) {
        return state.phase() != Phase.CONNECTING || state.reason() != null;
    }

    private CompletableFuture<AccountState> settled(Account account, AccountState state) {
        if (state.phase() == Phase.ONLINE || state.phase() == Phase.DISABLED) {
            return CompletableFuture.completedFuture(state);
        }
        String reason = state.reason() == null ? TEXTS.get("account.out") : state.reason();
        return remove(account.id()).thenCompose(done -> CompletableFuture.failedFuture(new Accounts.Refused(reason)));
    }
}
