package org.lamplight.xmpp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jivesoftware.smack.ConnectionListener;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.packet.Bind;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jspecify.annotations.Nullable;
import org.lamplight.backend.Account;
import org.lamplight.backend.AccountSession;
import org.lamplight.backend.AccountState.Phase;
import org.lamplight.backend.BackendContext;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.lamplight.xmpp.login.Backoff;
import org.lamplight.xmpp.login.Connections;
import org.lamplight.xmpp.login.Failure;
import org.lamplight.xmpp.login.KeepAlive;
import org.lamplight.xmpp.login.NothingAcknowledged;
import org.lamplight.xmpp.login.ResourceName;
import org.lamplight.xmpp.login.SignInGuard;
import org.lamplight.xmpp.stream.AccountKeys;
import org.lamplight.xmpp.stream.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs an account in and keeps it signed in: one thread, one state machine. After a loss it tries at once, then as
 * {@link Backoff} says; where the server still holds the session it is resumed (XEP-0198) and nothing is lost.
 */
final class XmppSession implements AccountSession {
    private static final Logger LOG = LoggerFactory.getLogger(XmppSession.class);
    private static final Duration PING_EVERY = Duration.ofSeconds(30);
    private static final Duration PING_TIMEOUT = Duration.ofSeconds(10);

    /**
     * How long a resumed stream may take to show that the server reads it. Prosody 0.12 goes on with the parser of the lost
     * connection, and where that one was cut inside an element it swallows whatever comes.
     */
    private static final Duration CONFIRM_TIMEOUT = Duration.ofSeconds(5);

    private static final int CLOSE_TIMEOUT_MS = 2_000;
    private static final int CONFLICT_MS = 2_000;
    private static final int GOODBYE_MS = 500;

    /** How long acknowledgements may take from the thread that reads to those who wait for them. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(2);

    private static final int LOOK_AGAIN_MS = 50;

    /** How long contacts keep their presence after a loss; a quick return then changes nothing on the screen. */
    private static final Duration PRESENCE_KEPT = Duration.ofSeconds(10);

    private final Account account;
    private final BackendContext context;
    private final ResourceName resource;
    private final ScheduledExecutorService thread;
    private final Texts texts = Texts.of(XmppSession.class);
    private final SignInGuard guard = new SignInGuard();
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());

    private @Nullable AccountKeys keys;
    private Connections.@Nullable Made made;
    private @Nullable Wire wire;
    private @Nullable SignedIn signedIn;
    private @Nullable Future<?> next;
    private @Nullable Future<?> forgetting;

    /** A session was asked for and not taken up yet: it may be lost before, and what is resumed then is new to us. */
    private final AtomicBoolean bound = new AtomicBoolean();

    private boolean online;
    private long onlineSince;

    /** What is said of the account stays until the next attempt is over. */
    private boolean quietly;

    /** The connection was used, or tried to be. */
    private boolean spent;

    private boolean closed;

    XmppSession(Account account, BackendContext context) {
        this.account = account;
        this.context = context;
        this.resource = new ResourceName(account, context.cache());
        this.thread = Threads.single("xmpp-" + account.id());
        thread.execute(this::attempt);
        thread.scheduleWithFixedDelay(this::ping, PING_EVERY.toSeconds(), PING_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void retry() {
        Threads.post(thread, () -> {
            if (!online) {
                backoff.reset();
                quietly = false;
                attempt();
            }
        });
    }

    // ---- the state machine, all on the session's thread

    private void attempt() {
        cancel(next);
        if (closed || online) {
            return;
        }
        if (!quietly) {
            context.report(Phase.CONNECTING, null);
        }
        try {
            connect();
        } catch (PasswordMissing missing) {
            context.reportPasswordWanted(String.valueOf(missing.getMessage()));
        } catch (AccountKeys.Unusable unusable) {
            context.report(Phase.FAILED, unusable.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | GeneralSecurityException | SmackException | XMPPException | RuntimeException failed) {
            failed(failed);
        }
    }

    private void connect()
            throws IOException, GeneralSecurityException, SmackException, XMPPException, InterruptedException {
        AccountKeys wanted = AccountKeys.of(account);
        keys = wanted;
        Connections.Made current = made(wanted);
        XMPPTCPConnection connection = current.connection();
        boolean before = spent;
        spent = true;
        try {
            connection.connect();
        } catch (SmackException.EndpointConnectionException unreached) {
            spent = before;
            throw unreached;
        }
        current.verify();
        login(connection, wanted);
        online(current);
    }

    /** What can be resumed goes on with its connection; all else begins with a new one. */
    private Connections.Made made(AccountKeys wanted) throws IOException {
        Connections.Made current = made;
        if (current != null && (!spent || current.connection().isDisconnectedButSmResumptionPossible())) {
            return current;
        }
        if (current != null) {
            current.connection().instantShutdown();
        }
        Connections.Made next = Connections.make(wanted, resource, guard, this::kept);
        made = next;
        spent = false;
        next.connection().addConnectionListener(new Loss(next.connection()));
        noteBinds(next.connection());
        if (wire == null) {
            wire = new Wire(next.connection());
            signedIn = new SignedIn(wanted, context, wire, thread);
        } else {
            wire.replace(next.connection());
        }
        return next;
    }

    /**
     * Completes once all that core was told so far is kept. The session's own thread is not asked: it may be waiting for the
     * server to acknowledge what we sent, which whoever waits for this reads.
     */
    private CompletableFuture<Void> kept() {
        return CompletableFuture.supplyAsync(() -> context.chats().settled(), context.core())
                .thenCompose(Function.identity());
    }

    private void online(Connections.Made current) throws SmackException.NotConnectedException {
        onlineSince = System.nanoTime();
        online = true;
        quietly = false;
        cancel(forgetting);
        if (!current.connection().isConnected()) {
            throw new SmackException.NotConnectedException();
        }
        boolean resumed = !bound.getAndSet(false);
        LOG.info("{}: online, {}", account.id(), resumed ? "resumed" : "a new session");
        if (resumed) {
            current.resumption().resumed();
        }
        if (signedIn != null) {
            signedIn.opened(resumed);
        }
        context.report(Phase.ONLINE, null);
        if (resumed) {
            confirm(current);
        }
    }

    /** Deprecated or not, nothing else tells of a bind whose answer was the last thing to come. */
    @SuppressWarnings("deprecation")
    private void noteBinds(XMPPTCPConnection connection) {
        connection.addStanzaInterceptor(bind -> bound.set(true), Bind.class::isInstance);
    }

    private void login(XMPPTCPConnection connection, AccountKeys wanted)
            throws IOException, SmackException, XMPPException, InterruptedException {
        Optional<char[]> password = context.password();
        if (password.isEmpty()) {
            throw new PasswordMissing(texts.get("password.missing", wanted.bare()));
        }
        try {
            guard.run(() -> connection.login(wanted.address().getLocalpart(), new String(password.get())));
        } finally {
            Arrays.fill(password.get(), '\0');
        }
    }

    private void failed(Exception thrown) {
        online = false;
        Connections.Made current = made;
        AccountKeys wanted = keys;
        if (current != null) {
            current.connection().instantShutdown();
        }
        if (closed || wanted == null) {
            return;
        }
        Optional<CertificateException> refusal =
                current == null ? Optional.empty() : current.trusted().takeRefusal();
        Failure failure = Failure.of(refusal.isPresent() ? refusal.get() : thrown, wanted);
        if (thrown instanceof XMPPException.StreamErrorException) {
            made = null;
        }
        LOG.info("{}: {} ({})", account.id(), failure.sentence(), thrown.toString());
        if (thrown instanceof RuntimeException) {
            LOG.error("{}: not foreseen", account.id(), thrown);
        }
        LOG.debug("cause", thrown);
        report(failure);
        if (failure.isForUser()) {
            forget();
        }
        if (failure.mayPass()) {
            quietly = failure.kind() == Failure.Kind.UNSAFE;
            next = thread.schedule(this::attempt, backoff.next(failure.kind()).toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void report(Failure failure) {
        if (failure.kind() == Failure.Kind.PASSWORD) {
            context.reportPasswordWanted(failure.sentence());
        } else {
            context.report(failure.isForUser() ? Phase.FAILED : Phase.CONNECTING, failure.sentence());
        }
    }

    private void lost(XMPPTCPConnection connection, Exception cause) {
        Connections.Made current = made;
        if (closed || !online || current == null || current.connection() != connection) {
            return;
        }
        online = false;
        AccountKeys wanted = keys;
        LOG.info("{}: the connection was lost ({})", account.id(), cause.toString());
        context.report(Phase.CONNECTING, Failure.lost(wanted == null ? account.id() : wanted.domain()));
        if (signedIn != null) {
            signedIn.interrupted();
        }
        forgetting = thread.schedule(this::forget, PRESENCE_KEPT.toMillis(), TimeUnit.MILLISECONDS);
        Duration wait = backoff.afterOnline(Duration.ofNanos(System.nanoTime() - onlineSince));
        next = thread.schedule(this::attempt, isConflict(cause) ? CONFLICT_MS : wait.toMillis(), TimeUnit.MILLISECONDS);
        if (isConflict(cause)) {
            resource.forget();
        }
        if (cause instanceof StanzaParser.CutInStanza || cause instanceof NothingAcknowledged) {
            // Resumed, the session would go on without what is missing; a new one fetches it
            made = null;
        }
    }

    /** Another client took our resource: the old session can't be resumed, and a new one needs another name. */
    private static boolean isConflict(Exception cause) {
        return cause instanceof XMPPException.StreamErrorException error
                && error.getStreamError().getCondition().name().equals("conflict");
    }

    private void forget() {
        if (signedIn != null) {
            signedIn.forgetPeople();
        }
    }

    /** A peer that is dead without a word is found out by asking. */
    private void ping() {
        Connections.Made current = made;
        if (!online || current == null) {
            return;
        }
        KeepAlive keepAlive = new KeepAlive(current.connection(), thread);
        if (keepAlive.hasBeenQuietFor(PING_EVERY)) {
            keepAlive.ask(PING_TIMEOUT, silent -> {
                if (online) {
                    current.connection().instantShutdown();
                    lost(current.connection(), silent);
                }
            });
        }
    }

    /**
     * A resumed stream that the server does not read is given up together with its session. So is one of which something is
     * nowhere that should have gone again: only a new session finds out what the server does not have.
     */
    private void confirm(Connections.Made current) {
        long since = onlineSince;
        new KeepAlive(current.connection(), thread)
                .ask(CONFIRM_TIMEOUT, () -> confirmed(current, since, System.nanoTime()), silent -> {
                    if (online && onlineSince == since) {
                        giveUp(current.connection(), silent);
                    }
                });
    }

    /** Acknowledgements are told on threads of their own, and may come a little after an answer that was read later. */
    private void confirmed(Connections.Made current, long since, long heard) {
        if (!online || onlineSince != since || signedIn == null) {
            return;
        }
        if (current.resumption().isWhole()) {
            signedIn.confirmed();
        } else if (System.nanoTime() - heard > TOLD_WITHIN.toNanos()) {
            giveUp(current.connection(), new NothingAcknowledged());
        } else {
            thread.schedule(() -> confirmed(current, since, heard), LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void giveUp(XMPPTCPConnection connection, Exception why) {
        lost(connection, why);
        hangUp(connection);
    }

    /** Closes the stream, and with it the session, even where nobody answers. */
    private static void hangUp(XMPPTCPConnection connection) {
        long patience = connection.getReplyTimeout();
        connection.setReplyTimeout(GOODBYE_MS);
        try {
            connection.disconnect(null);
        } catch (SmackException.NotConnectedException gone) {
            LOG.trace("gone by itself", gone);
        } finally {
            connection.setReplyTimeout(patience);
        }
    }

    @Override
    public void close() {
        try {
            thread.submit(this::end).get(CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            LOG.debug("{}: not closed in time", account.id(), e);
        }
        thread.shutdownNow();
    }

    private void end() {
        closed = true;
        Connections.Made current = made;
        if (signedIn != null) {
            signedIn.signOff(online);
            signedIn.close();
        }
        if (current != null && current.connection().isConnected()) {
            hangUp(current.connection());
        }
    }

    private static void cancel(@Nullable Future<?> task) {
        if (task != null) {
            task.cancel(false);
        }
    }

    /** There is none to sign in with. */
    private static final class PasswordMissing extends RuntimeException {
        private static final long serialVersionUID = 1;

        PasswordMissing(String sentence) {
            super(sentence);
        }
    }

    private final class Loss implements ConnectionListener {
        private final XMPPTCPConnection connection;

        Loss(XMPPTCPConnection connection) {
            this.connection = connection;
        }

        @Override
        public void connectionClosedOnError(Exception cause) {
            Threads.post(thread, () -> lost(connection, cause));
        }

        /** Never by us but in {@link #end}: the server said goodbye, so come back. */
        @Override
        public void connectionClosed() {
            Threads.post(thread, () -> lost(connection, new IOException("closed by the server")));
        }
    }
}
