package org.lamplight.xmpp.jingle;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.lamplight.xmpp.http.Refused;
import org.lamplight.xmpp.stream.ElementIq;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file between us and one client of a peer. What the peer says comes on the connection's thread and completes what our
 * own thread waits for; whatever ends the session first decides how it ended, and closes all that it had open.
 */
abstract class JingleSession {
    static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Texts TEXTS = Texts.of(JingleSession.class);
    private static final Logger LOG = LoggerFactory.getLogger(JingleSession.class);

    /** Who ends it says why, but that may come later than the end of the bytes. */
    private static final Duration LAST_WORD = Duration.ofSeconds(3);

    /** What is said to a peer who has ended it: nothing. */
    private static final String SILENCE = "";

    final Means means;
    final Jid peer;
    final String sid;

    /** How it ended: null where all went well, {@link Refused} where not. */
    final CompletableFuture<@Nullable String> result = new CompletableFuture<>();

    /** What the peer says of the way that the bytes are to go. */
    final Signals signals = new Signals();

    final AtomicLong moved = new AtomicLong();
    private final String side;
    private final AtomicReference<@Nullable String> farewell = new AtomicReference<>();
    private final List<Closeable> open = new CopyOnWriteArrayList<>();
    private volatile boolean inBand;
    private boolean isKnownToPeer;

    /** {@code side}: with what the names of its sentences begin. */
    @SuppressWarnings("this-escape") // nothing ends it before somebody has it
    JingleSession(Means means, Jid peer, String sid, String side) {
        this.means = means;
        this.peer = peer;
        this.sid = sid;
        this.side = side;
        result.whenComplete((done, thrown) -> over(thrown));
        keepUntil(
                means.clock().schedule(this::expire, means.patience().offered().toMillis(), TimeUnit.MILLISECONDS));
    }

    /** As the initiator's and the responder's addresses stand in what is said. */
    abstract String initiator();

    abstract String responder();

    /** What the content is called. */
    abstract String content();

    /** Whether it was agreed that the file goes. */
    abstract boolean isAgreed();

    /** The peer thinks that all is done. */
    abstract void finishedByPeer();

    private void over(@Nullable Throwable thrown) {
        farewell.compareAndSet(null, "cancel");
        String word = String.valueOf(farewell.get());
        if (!word.equals(SILENCE) && isKnownToPeer()) {
            say(Words.end(sid, word));
        }
        open.forEach(JingleSession::close);
        signals.fail(thrown == null ? new CancellationException() : thrown);
    }

    static void close(@Nullable Closeable what) {
        try {
            if (what != null) {
                what.close();
            }
        } catch (IOException e) {
            LOG.debug("not closed", e);
        }
    }

    /** Closed when the session ends, if it has not ended already. */
    <T extends Closeable> T keep(T what) {
        open.add(what);
        if (result.isDone()) {
            close(what);
        }
        return what;
    }

    private void keepUntil(Future<?> task) {
        keep(() -> task.cancel(false));
    }

    private synchronized boolean isKnownToPeer() {
        return isKnownToPeer;
    }

    /** Has the peer learn of the session, unless it is over: then nobody is to be told of it. */
    synchronized boolean begin(Runnable telling) {
        if (result.isDone()) {
            return false;
        }
        isKnownToPeer = true;
        telling.run();
        return true;
    }

    // ---- ending; the first one counts

    private void end(String word, @Nullable Refused sentence) {
        if (farewell.compareAndSet(null, word)) {
            if (sentence == null) {
                result.complete(null);
            } else {
                result.completeExceptionally(sentence);
            }
        }
    }

    /** Ends it from our side, for a reason of XEP-0166. */
    void fail(String reason, Refused sentence) {
        end(reason, sentence);
    }

    void fail(String reason, String key) {
        end(reason, refused(key));
    }

    /** A sentence of this side, about the peer. */
    Refused refused(String key) {
        return refusedFor(key, peer.asBareJid().toString());
    }

    /** A sentence of this side, about something else. */
    Refused refusedFor(String key, String what) {
        return new Refused(TEXTS.get(side + "." + key, what), false);
    }

    void done() {
        end("success", null);
    }

    /** All is well, and the peer has said so. */
    void confirmed() {
        end(SILENCE, null);
    }

    void endedByPeer(String key) {
        end(SILENCE, refused(key));
    }

    /** The user does not want it. */
    void drop(String reason) {
        farewell.compareAndSet(null, reason);
        result.cancel(true);
    }

    private void expire() {
        if (!isAgreed()) {
            fail("expired", "expired");
        }
    }

    /** Whether it ends with the sessions at the servers: bytes that go by a socket know nothing of these. */
    boolean needsServer() {
        return inBand || moved.get() == 0;
    }

    /** For whoever wants to know why it is slow. */
    void goes(Candidate candidate) {
        LOG.info("A file to or from {} goes {}", peer, candidate.proxy() ? "by a proxy" : "by a socket");
    }

    void goesInBand() {
        inBand = true;
        LOG.info("A file to or from {} goes in band", peer);
    }

    // ---- what the peer says

    /** On the connection's thread: never waits. */
    void heard(Words words) {
        switch (words.action()) {
            case Words.TERMINATE -> ended(words.reason() == null ? "" : words.reason());
            case Words.INFO -> info(words.info());
            default -> signals.heard(words);
        }
    }

    private void ended(String reason) {
        if (reason.equals("success")) {
            finishedByPeer();
        } else {
            endedByPeer(sentence(reason));
        }
    }

    /** Which of our sentences tells of a reason of XEP-0166. */
    private static String sentence(String reason) {
        return switch (reason) {
            case "decline" -> "declined";
            case "cancel" -> "cancelled";
            case "busy", "expired", "gone" -> reason;
            case "media-error" -> "media";
            case "failed-transport", "connectivity-error", "timeout" -> "lost";
            case "unsupported-applications", "unsupported-transports" -> "unable";
            default -> "ended";
        };
    }

    private void info(@Nullable StandardExtensionElement info) {
        StandardExtensionElement file =
                info == null || !info.getElementName().equals("checksum") ? null : Words.child(info, "file");
        if (file != null) {
            FileHash.read(file).ifPresent(signals.checksum::complete);
        }
    }

    // ---- what we say

    void say(Words words) {
        tell(words).whenComplete((answer, refused) -> {
            if (refused != null && !words.action().equals(Words.TERMINATE)) {
                LOG.info("{} refused {}: {}", peer, words.action(), refused.toString());
                fail("general-error", "ended");
            }
        });
    }

    CompletableFuture<IQ> tell(Words words) {
        ElementIq iq = words.toIq(initiator(), responder());
        iq.setTo(peer);
        return means.requests().ask(iq);
    }

    Words words(String action) {
        return Words.of(action, sid, content());
    }

    // ---- the work, on a thread that may block

    /** What is done once both agree. */
    interface Work {
        void run() throws IOException;
    }

    /** Runs it on a thread of its own; what it throws ends the session. */
    void work(Work work) {
        Threads.post(means.workers(), () -> {
            try {
                work.run();
            } catch (Refused refused) {
                fail("failed-transport", refused);
            } catch (IOException | RuntimeException e) {
                stopped(e);
            }
        });
    }

    private void stopped(Exception cause) {
        if (!result.isDone()) {
            LOG.info("A file to or from {} stopped: {}", peer, cause.toString());
            LOG.debug("cause", cause);
            keepUntil(means.clock()
                    .schedule(() -> fail("failed-transport", "lost"), LAST_WORD.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    /** Waits for what the peer is to say. */
    <T> T await(CompletableFuture<T> what, Duration most) {
        try {
            return what.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw refused("silent");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }
}
