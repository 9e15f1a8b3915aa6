package org.lamplight.sip.registration;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.lamplight.sip.flow.Flow;
import org.lamplight.sip.message.Draft;
import org.lamplight.sip.message.NameAddress;
import org.lamplight.sip.stack.Logged;
import org.lamplight.sip.stack.Replies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the server from time to time whether it is there (OPTIONS, RFC 3261, section 11), for of a machine that hangs or lost
 * its power neither datagrams nor a connection tell. Any answer will do; one that never gave any is left alone. On the
 * account's thread.
 */
final class Probe {
    private static final Logger LOG = LoggerFactory.getLogger(Probe.class);
    private static final long MOST_PATIENT_MS = 8_000;
    private static final long SOON = TimeUnit.SECONDS.toNanos(20);
    private static final int MOST_STRIKES = 6;

    private final Flow flow;
    private final ScheduledExecutorService thread;
    private final Duration every;
    private final Runnable silent;
    private final String callId = Draft.token();
    private final String tag = Draft.token();
    private @Nullable ScheduledFuture<?> next;
    private long sequence;
    private long asked;
    private boolean answers;
    /** How often it was silent to this and yet took a registration at once: so much seldomer it is asked. */
    private int strikes;

    private long silentAt;
    private boolean suspected;

    /**
     * Does nothing yet.
     *
     * @param every zero: never
     * @param silent done when an answer stays out
     */
    Probe(Flow flow, ScheduledExecutorService thread, Duration every, Runnable silent) {
        this.flow = flow;
        this.thread = thread;
        this.every = every;
        this.silent = silent;
    }

    /** The first time at once, to learn whether it answers at all. */
    void start() {
        if (next != null || every.isZero()) {
            return;
        }
        if (suspected && System.nanoTime() - silentAt < SOON) {
            strikes = Math.min(MOST_STRIKES, strikes + 1);
        }
        suspected = false;
        ask();
    }

    void stop() {
        asked = 0;
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }

    private void in(long millis, Runnable task) {
        stop();
        next = thread.schedule(new Logged(task), millis, TimeUnit.MILLISECONDS);
    }

    private void ask() {
        in(Math.min(MOST_PATIENT_MS, every.toMillis()), this::noAnswer);
        asked = ++sequence;
        String own = flow.keys().address().toString();
        Draft draft = new Draft("OPTIONS", flow.keys().registrar().toString())
                .sequence(sequence)
                .with("Call-ID", callId)
                .with("From", NameAddress.text(null, own) + ";tag=" + tag)
                .with("To", NameAddress.text(null, flow.keys().registrar().toString()));
        flow.endpoint().send(draft.text(flow.via(), List.of()), flow.server(), new Answer(sequence));
    }

    private void noAnswer() {
        stop();
        if (answers) {
            answers = false;
            suspected = true;
            silentAt = System.nanoTime();
            LOG.info("{}: the server does not answer any more", flow.keys().id());
            silent.run();
        }
    }

    /** To the OPTIONS with this number. */
    private final class Answer implements Replies {
        private final long number;

        Answer(long number) {
            this.number = number;
        }

        @Override
        public void replied(Response response) {
            if (response.getStatusCode() >= 200 && asked == number) {
                answers = true;
                in(every.toMillis() << strikes, Probe.this::ask);
            }
        }

        @Override
        public void unanswered(String sentence) {
            // our own patience is shorter
        }
    }
}
