package org.lamplight.backend;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
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

    /** Tries again with this password, and keeps it if it works; the account stays whatever comes of it. */
    public CompletableFuture<AccountState> retry(String id, char[] password) {
        passwords.give(id, password);
        return outcome(id, () -> {
                    accounts.retry(id);
                    return CompletableFuture.completedFuture(null);
                })
                .thenCompose(state -> state.phase() == Phase.ONLINE
                        ? CompletableFuture.completedFuture(kept(state, password))
                        : CompletableFuture.failedFuture(new Accounts.Refused(reason(state))));
    }

    public CompletableFuture<Void> remove(String id) {
        return accounts.remove(id).thenRun(() -> passwords.forget(id));
    }

    private CompletableFuture<AccountState> attempt(Account account, Optional<char[]> password) {
        return core.ask(() -> objection(account))
                .thenCompose(objection -> objection
                        .<CompletableFuture<AccountState>>map(
                                sentence -> CompletableFuture.failedFuture(new Accounts.Refused(sentence)))
                        .orElseGet(() -> signIn(account, password)));
    }

    private Optional<String> objection(Account account) {
        if (accounts.find(account.id()).isPresent()) {
            return Optional.of(TEXTS.get("account.taken", account.id()));
        }
        return account.get("address")
                .flatMap(address -> accounts.all().stream()
                        .map(AccountState::account)
                        .filter(other -> other.enabled() && other.kind().equals(account.kind()))
                        .filter(other -> other.get("address")
                                .filter(address::equalsIgnoreCase)
                                .isPresent())
                        .findFirst())
                .map(other -> TEXTS.get("address.taken", account.get("address").orElse(""), other.id()));
    }

    private CompletableFuture<AccountState> signIn(Account account, Optional<char[]> password) {
        password.ifPresent(given -> passwords.give(account.id(), given));
        return outcome(account.id(), () -> accounts.add(account)).thenCompose(state -> settled(account, state));
    }

    /** How the account does as soon as that is known, once this was done. */
    private CompletableFuture<AccountState> outcome(String id, Supplier<CompletableFuture<Void>> deed) {
        CompletableFuture<AccountState> outcome = new CompletableFuture<>();
        Subscription listening = events.listen(AccountStateChanged.class, change -> {
            if (change.state().account().id().equals(id) && isOutcome(change.state())) {
                outcome.complete(change.state());
            }
        });
        return deed.get().thenCompose(done -> outcome).whenComplete((state, failure) -> listening.close());
    }

    /** A sign-in that waits for another attempt has failed for once, and that is what was asked. */
    private static boolean isOutcome(AccountState state) {
        return state.phase() != Phase.CONNECTING || state.reason() != null;
    }

    private CompletableFuture<AccountState> settled(Account account, AccountState state) {
        if (state.phase() == Phase.ONLINE || state.phase() == Phase.DISABLED) {
            return CompletableFuture.completedFuture(state);
        }
        return remove(account.id())
                .thenCompose(done -> CompletableFuture.failedFuture(new Accounts.Refused(reason(state))));
    }

    private static String reason(AccountState state) {
        return state.reason() == null ? TEXTS.get("account.out") : state.reason();
    }
}
