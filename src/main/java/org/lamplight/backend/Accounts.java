package org.lamplight.backend;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lamplight.backend.AccountState.Phase;
import org.lamplight.core.Events;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All accounts and how each does. State belongs on core; files and sessions are worked on by a thread of its own, in
 * order.
 */
public final class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
    private static final Texts TEXTS = Texts.of(Accounts.class);

    /** Why something about an account can't be done, as a sentence for the user. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Refused(String sentence) {
            super(sentence);
        }
    }

    private final Executor core;
    private final Executor worker;
    private final Events events;
    private final Clock clock;
    private final AccountFiles files;
    private final Backends backends;
    private final Function<Account, BackendContext> contexts;

    private final Map<String, AccountState> states = new LinkedHashMap<>();
    private final Map<String, AccountSession> sessions = new LinkedHashMap<>();

    public Accounts(
            Executor core,
            Executor worker,
            Events events,
            Clock clock,
            AccountFiles files,
            Backends backends,
            Function<Account, BackendContext> contexts) {
        this.core = core;
        this.worker = worker;
        this.events = events;
        this.clock = clock;
        this.files = files;
        this.backends = backends;
        this.contexts = contexts;
    }

    // ---- asked on core

    public List<AccountState> all() {
        Threads.requireCore();
        return List.copyOf(states.values());
    }

    public Optional<AccountState> find(String id) {
        Threads.requireCore();
        return Optional.ofNullable(states.get(id));
    }

    /** Notes how an account does and tells; the same again is no news. On core. */
    public void report(String id, Phase phase, @Nullable String reason) {
        Threads.requireCore();
        report(id, phase, reason, false);
    }

    /** Notes that the account has failed for want of the right password. On core. */
    public void reportPasswordWanted(String id, String reason) {
        Threads.requireCore();
        report(id, Phase.FAILED, reason, true);
    }

    private void report(String id, Phase phase, @Nullable String reason, boolean wantsPassword) {
        AccountState before = states.get(id);
        if (before == null || (before.phase() == phase && Objects.equals(before.reason(), reason))) {
            return;
        }
        Instant since = before.phase() == phase ? before.since() : now();
        put(new AccountState(before.account(), phase, reason, since, wantsPassword));
    }

    // ---- from any thread; futures complete on the worker

    /** Reads the account files: who asks on core after this has returned finds them all. Blocking. */
    public List<Account> read() {
        List<Account> read = files.all();
        read.forEach(this::announce);
        return read;
    }

    /** Opens a session for each of these that is enabled. */
    public CompletableFuture<Void> open(List<Account> read) {
        return CompletableFuture.runAsync(() -> read.forEach(this::openQuietly), worker);
    }

    /** Adds an account that is already known to work, or that is to be tried: the file is written first. */
    public CompletableFuture<Void> add(Account account) {
        return work(() -> {
            files.save(account);
            announce(account);
            openQuietly(account);
        });
    }

    public CompletableFuture<Void> remove(String id) {
        return work(() -> {
            closeSession(id);
            files.delete(id);
            core.execute(() -> {
                AccountState gone = states.remove(id);
                if (gone != null) {
                    events.publish(new AccountStateChanged(gone, true));
                }
            });
        });
    }

    public CompletableFuture<Void> enable(Account account, boolean on) {
        return work(() -> {
            closeSession(account.id());
            Account changed = account.enabled(on);
            files.save(changed);
            announce(changed);
            openQuietly(changed);
        });
    }

    /** Tries at once whatever waits for a retry. */
    public void retry(String id) {
        worker.execute(() -> {
            AccountSession session = sessions.get(id);
            if (session != null) {
                session.retry();
            }
        });
    }

    /** Ends all sessions; completes when they are closed. */
    public CompletableFuture<Void> close() {
        return CompletableFuture.runAsync(() -> List.copyOf(sessions.keySet()).forEach(this::closeSession), worker);
    }

    // ---- on the worker

    private interface FileWork {
        void run() throws IOException;
    }

    private CompletableFuture<Void> work(FileWork task) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        LOG.warn("An account file could not be written", e);
                        throw new Refused(TEXTS.get("account.unwritten"));
                    }
                },
                worker);
    }

    private void announce(Account account) {
        core.execute(() -> put(new AccountState(account, first(account), null, now())));
    }

    private void openQuietly(Account account) {
        if (!account.enabled()) {
            return;
        }
        Optional<Backend> backend = backends.forKind(account.kind());
        if (backend.isEmpty()) {
            fail(account, TEXTS.get("account.unserved", account.kind()));
            return;
        }
        try {
            sessions.put(account.id(), backend.get().open(account, contexts.apply(account)));
        } catch (RuntimeException | LinkageError bug) {
            LOG.warn("The account {} could not be opened", account.id(), bug);
            fail(account, TEXTS.get("account.unopened", String.valueOf(bug.getMessage())));
        }
    }

    private static Phase first(Account account) {
        return account.enabled() ? Phase.CONNECTING : Phase.DISABLED;
    }

    private void fail(Account account, String sentence) {
        core.execute(() -> report(account.id(), Phase.FAILED, sentence));
    }

    private void closeSession(String id) {
        AccountSession session = sessions.remove(id);
        if (session != null) {
            try {
                session.close();
            } catch (RuntimeException bug) {
                LOG.warn("The session of {} did not close cleanly", id, bug);
            }
        }
    }

    private void put(AccountState state) {
        states.put(state.account().id(), state);
        events.publish(new AccountStateChanged(state, false));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
