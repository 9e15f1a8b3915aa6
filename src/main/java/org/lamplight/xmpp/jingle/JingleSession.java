package org.lamplight.xmpp.jingle;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
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
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.lamplight.xmpp.http.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file between us and one client of a peer. What the peer says comes on the connection's thread and completes what our
 * own thread waits for; whatever ends the session first decides how it ended, and closes all that it had open.
 */
abstract class JingleSession {
    static final Texts TEXTS = Texts.of(JingleSession.class);
    static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(JingleSession.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Who ends it says why, but that may come later than the end of the bytes. */
    private static final Duration LAST_WORD = Duration.ofSeconds(3);

    private static final int BUFFER = 64 * 1024;

    final Means means;
    final Jid peer;
    final String sid;

    /** How it ended: null where all went well, {@link Refused} where not. */
    final CompletableFuture<@Nullable String> result = new CompletableFuture<>();

    /** What the peer says of the way that the bytes are to go. */
    final Signals signals = new Signals();

    final AtomicLong moved = new AtomicLong();
    private volatile String farewell = "cancel";
    private volatile boolean endedByPeer;
    private final List<Closeable> open = new CopyOnWriteArrayList<>();

    JingleSession(Means means, Jid peer, String sid) {
        this.means = means;
        this.peer = peer;
        this.sid = sid;
        result.whenComplete((done, thrown) -> over(thrown));
    }

    /** As the initiator's and the responder's addresses stand in what is said. */
    abstract String initiator();

    abstract String responder();

    /** What the content is called. */
    abstract String content();

    /** The peer thinks that all is done. */
    abstract void finishedByPeer();

    private void over(@Nullable Throwable thrown) {
        if (!endedByPeer) {
            say(Words.end(sid, farewell));
        }
        open.forEach(JingleSession::close);
        Throwable cause = thrown == null ? new CancellationException() : thrown;
        signals.fail(cause);
        means.forget(this);
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

    // ---- ending

    /** Ends it from our side. */
    void fail(String reason, Refused sentence) {
        farewell = reason;
        result.completeExceptionally(sentence);
    }

    void fail(String reason, String key) {
        fail(reason, new Refused(TEXTS.get(key, name()), false));
    }

    void done() {
        farewell = "success";
        result.complete(null);
    }

    /** The user does not want it. */
    void drop(String reason) {
        farewell = reason;
        result.cancel(true);
    }

    /** The peer's client is not there any more. */
    void gone() {
        endedByPeer = true;
        result.completeExceptionally(new Refused(TEXTS.get("peer.gone", name()), false));
    }

    /** Our connection was lost, and with it all that waited. */
    void lost() {
        endedByPeer = true;
        result.completeExceptionally(new Refused(TEXTS.get("session.lost"), false));
    }

    /** Whether nothing moves yet, so that without the one who was asked nothing ever will. */
    boolean isWaiting() {
        return moved.get() == 0;
    }

    String name() {
        return peer.asBareJid().toString();
    }

    /** For whoever wants to know why it is slow. */
    void goes(Candidate candidate) {
        LOG.info("A file to or from {} goes {}", peer, candidate.proxy() ? "by a proxy" : "by a socket");
    }

    void goesInBand() {
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
        endedByPeer = true;
        if (reason.equals("success")) {
            finishedByPeer();
            return;
        }
        String key = switch (reason) {
            case "decline" -> "peer.declined";
            case "cancel" -> "peer.cancelled";
            case "busy" -> "peer.busy";
            case "media-error" -> "peer.media";
            case "unsupported-applications", "unsupported-transports" -> "peer.unable";
            default -> "peer.ended";
        };
        result.completeExceptionally(new Refused(TEXTS.get(key, name()), false));
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
                fail("general-error", "peer.ended");
            }
        });
    }

    CompletableFuture<IQ> tell(Words words) {
        JingleIq iq = words.toIq(initiator(), responder());
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
                if (!result.isDone()) {
                    LOG.info("A file to or from {} stopped: {}", peer, e.toString());
                    LOG.debug("cause", e);
                }
                means.clock()
                        .schedule(
                                () -> fail("failed-transport", "line.lost"),
                                LAST_WORD.toMillis(),
                                TimeUnit.MILLISECONDS);
            }
        });
    }

    /** Waits for what the peer is to say. */
    <T> T await(CompletableFuture<T> what, Duration most) {
        try {
            return what.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Refused(TEXTS.get("peer.silent", name()), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    /** Told of each piece. */
    interface Piece {
        void took(byte[] bytes, int count) throws IOException;
    }

    /** Moves so many bytes, or fewer if there are no more; stops a session in which nothing moves. Returns how many. */
    long copy(InputStream in, long size, Piece piece) throws IOException {
        Future<?> watch = watch();
        try {
            byte[] buffer = new byte[BUFFER];
            long done = 0;
            while (done < size) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, size - done));
                if (count < 0) {
                    break;
                }
                done += count;
                piece.took(buffer, count);
                moved.set(done);
            }
            return done;
        } finally {
            watch.cancel(false);
        }
    }

    private Future<?> watch() {
        AtomicLong seen = new AtomicLong(-1);
        long every = PATIENCE.toMillis();
        return means.clock()
                .scheduleWithFixedDelay(
                        () -> {
                            long now = moved.get();
                            if (seen.getAndSet(now) == now) {
                                fail("timeout", "peer.silent");
                            }
                        },
                        every,
                        every,
                        TimeUnit.MILLISECONDS);
    }
}
