package org.lamplight.ldap;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lamplight.backend.Account;
import org.lamplight.backend.AccountSession;
import org.lamplight.backend.AccountState.Phase;
import org.lamplight.backend.BackendContext;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.lamplight.directory.Directory;
import org.lamplight.directory.Entry;
import org.lamplight.directory.SearchText;
import org.lamplight.directory.SoughtNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One account's directory. All its work, waiting for the server included, is done on a thread of its own, one question after
 * the other.
 */
final class LdapSession implements AccountSession, Directory {
    private static final Logger LOG = LoggerFactory.getLogger(LdapSession.class);
    private static final Texts TEXTS = Texts.of(LdapSession.class);
    private static final Duration CLOSE = Duration.ofMillis(1_500);

    private interface Question {
        List<Entry> ask(Asking on) throws Failure;
    }

    private final Account account;
    private final BackendContext context;
    private final ScheduledExecutorService thread;
    private final Pauses pauses = new Pauses(new SecureRandom());
    private @Nullable Asking asking;
    private @Nullable Failure stuck;
    private @Nullable ScheduledFuture<?> next;
    private String lastSaid = "";

    LdapSession(Account account, BackendContext context) {
        this.account = account;
        this.context = context;
        this.thread = Threads.single("ldap-" + account.id());
        context.directories().add(this);
        thread.execute(this::attempt);
    }

    @Override
    public String source() {
        return "ldap:" + account.id();
    }

    // ---- from any thread

    @Override
    public CompletableFuture<List<Entry>> search(SearchText text, int limit) {
        return question(on -> on.search(text, limit));
    }

    @Override
    public CompletableFuture<List<Entry>> lookup(SoughtNumber number, int limit) {
        return question(on -> on.lookup(number));
    }

    private CompletableFuture<List<Entry>> question(Question question) {
        CompletableFuture<List<Entry>> answer = new CompletableFuture<>();
        Threads.post(thread, () -> answer(question, answer));
        if (thread.isShutdown()) {
            answer.completeExceptionally(new Unavailable(TEXTS.get("closed", account.name())));
        }
        return answer;
    }

    @Override
    public void retry() {
        Threads.post(thread, () -> {
            stuck = null;
            pauses.reset();
            attempt();
        });
    }

    @Override
    public void close() {
        context.directories().remove(this);
        Threads.end(thread, this::hangUp, CLOSE);
    }

    // ---- on its thread

    /** Who has given up waiting is not asked for any more. */
    private void answer(Question question, CompletableFuture<List<Entry>> answer) {
        if (answer.isDone()) {
            return;
        }
        try {
            answer.complete(asked(question));
        } catch (Failure failed) {
            answer.completeExceptionally(new Unavailable(failed.sentence()));
        } catch (RuntimeException bug) {
            LOG.error("{}: not foreseen", account.id(), bug);
            answer.completeExceptionally(new Unavailable(TEXTS.get("account.broken")));
        }
    }

    /** Where only a person can help, the server is left in peace: it may count wrong passwords. */
    private List<Entry> asked(Question question) throws Failure {
        Failure before = stuck;
        if (before != null) {
            throw before;
        }
        try {
            List<Entry> found = question.ask(begun());
            good();
            return found;
        } catch (Failure failed) {
            bad(failed);
            throw failed;
        }
    }

    private void attempt() {
        if (stuck != null) {
            return;
        }
        try {
            begun().probe();
            good();
        } catch (Failure failed) {
            bad(failed);
        } catch (RuntimeException bug) {
            LOG.error("{}: not foreseen", account.id(), bug);
            context.report(Phase.FAILED, TEXTS.get("account.broken"));
        }
    }

    private Asking begun() throws Failure {
        if (asking == null) {
            asking = begin();
        }
        return asking;
    }

    private Asking begin() throws Failure {
        try {
            LdapKeys keys = LdapKeys.of(account);
            return new Asking(keys, new Server(keys, context::password), source());
        } catch (Unusable unusable) {
            throw Failure.of(Failure.Help.PERSON, String.valueOf(unusable.getMessage()));
        } catch (GeneralSecurityException | IOException unreadable) {
            LOG.info("{}: {}", account.id(), unreadable.toString());
            throw Failure.of(
                    Failure.Help.PERSON,
                    TEXTS.get("trust.unreadable", account.get("trust").orElse("")));
        }
    }

    private void good() {
        cancelNext();
        pauses.reset();
        lastSaid = "";
        context.report(Phase.ONLINE, null);
    }

    private void bad(Failure failed) {
        if (!failed.sentence().equals(lastSaid)) {
            LOG.info("{}: {} ({})", account.id(), failed.sentence(), String.valueOf(failed.getCause()));
        }
        lastSaid = failed.sentence();
        cancelNext();
        switch (failed.help()) {
            case PASSWORD -> {
                stuck = failed;
                context.reportPasswordWanted(failed.sentence());
            }
            case PERSON -> {
                stuck = failed;
                context.report(Phase.FAILED, failed.sentence());
            }
            case TIME -> {
                context.report(Phase.CONNECTING, failed.sentence());
                next = thread.schedule(this::attempt, pauses.next().toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private void cancelNext() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }

    private void hangUp() {
        cancelNext();
        if (asking != null) {
            asking.close();
        }
    }
}
