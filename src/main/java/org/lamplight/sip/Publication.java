package org.lamplight.sip;

import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Threads;
import org.lamplight.presence.Presence;
import org.lamplight.presence.PresencePublisher;
import org.lamplight.presence.Status;
import org.lamplight.sip.flow.Client;
import org.lamplight.sip.flow.Flow;
import org.lamplight.sip.flow.Lifetime;
import org.lamplight.sip.message.Draft;
import org.lamplight.sip.message.Headers;
import org.lamplight.sip.message.NameAddress;
import org.lamplight.sip.stack.Logged;
import org.lamplight.sip.stack.Replies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one's own presence published at the account's server (RFC 3903), if that takes it; nobody is told where it does not.
 * Who is seen offline has nothing published. All but {@link #publish} on the account's thread.
 */
final class Publication implements PresencePublisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);
    private static final String TYPE = "application/pidf+xml";
    private static final long WANTED = 3_600;
    private static final int CONDITION_FAILED = 412;
    private static final long AGAIN_SECONDS = 30;

    private final Client client;
    private final ScheduledExecutorService thread;
    private final Clock clock;
    private final String callId = Draft.token();
    private final String tag = Draft.token();
    private long sequence;
    private final Lifetime lifetime = new Lifetime(WANTED);
    private @Nullable Presence wanted;
    private Instant asOf = Instant.EPOCH;
    /** What the server has, as it was written. */
    private @Nullable String published;

    private @Nullable String entityTag;
    private @Nullable ScheduledFuture<?> next;
    private boolean registered;
    private boolean refused;
    private boolean asking;
    private boolean closed;
    private Runnable whenGone = () -> {};

    Publication(Client client, ScheduledExecutorService thread, Clock clock) {
        this.client = client;
        this.thread = thread;
        this.clock = clock;
    }

    @Override
    public void publish(Presence own) {
        Threads.post(thread, new Logged(() -> want(own)));
    }

    /** It rings: that is nobody's business. */
    private void want(Presence own) {
        if ((own.status() != Status.RINGING || wanted == null) && !own.equals(wanted)) {
            wanted = own;
            asOf = clock.instant();
        }
        flush();
    }

    /** The account is registered, for the first time or again; a server that took nothing may do so now. */
    void registered() {
        if (!registered) {
            registered = true;
            refused = false;
            published = null;
        }
        flush();
    }

    void interrupted() {
        registered = false;
    }

    private void flush() {
        if (!registered || refused || asking) {
            return;
        }
        String document = document();
        if (document == null && entityTag != null) {
            send(null, 0);
        } else if (document != null && !document.equals(published)) {
            send(document, lifetime.seconds());
        }
    }

    /** Null while nothing is to be seen. */
    private @Nullable String document() {
        Presence own = wanted;
        if (closed || own == null || !own.status().isSeenOnline()) {
            return null;
        }
        return new String(new PidfWriter(own, address(), asOf).document(), StandardCharsets.UTF_8);
    }

    private String address() {
        return flow().keys().address().toString();
    }

    private Flow flow() {
        return client.flow();
    }

    private void refresh() {
        if (registered && !asking && entityTag != null) {
            send(null, lifetime.seconds());
        }
    }

    /** Without a document what the server has is kept for longer, or for no longer. */
    private void send(@Nullable String document, long seconds) {
        cancelNext();
        Draft draft = draft(seconds);
        if (document != null) {
            draft.body(TYPE, document);
        }
        try {
            client.send(draft, () -> ++sequence, flow().first(), new Outcome(document, seconds));
            asking = true;
        } catch (UnknownHostException nowhere) {
            LOG.info("{}: presence is not published: {}", flow().keys().id(), nowhere.toString());
            again();
        }
    }

    private Draft draft(long seconds) {
        Draft draft = new Draft("PUBLISH", address())
                .sequence(++sequence)
                .with("Call-ID", callId)
                .with("From", NameAddress.text(null, address()) + ";tag=" + tag)
                .with("To", NameAddress.text(null, address()))
                .with("Event", "presence")
                .with("Expires", String.valueOf(seconds));
        flow().routes().forEach(route -> draft.with("Route", route));
        if (entityTag != null) {
            draft.with("SIP-If-Match", entityTag);
        }
        return draft;
    }

    /** All anew, for nobody knows what the server has. */
    private void again() {
        published = null;
        cancelNext();
        if (!closed) {
            next = thread.schedule(new Logged(this::flush), AGAIN_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void cancelNext() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }

    /** What became of one PUBLISH. */
    private final class Outcome implements Replies {
        private final @Nullable String document;
        private final long seconds;

        Outcome(@Nullable String document, long seconds) {
            this.document = document;
            this.seconds = seconds;
        }

        @Override
        public void replied(Response response) {
            read(response);
            tellIfGone();
        }

        private void read(Response response) {
            int code = response.getStatusCode();
            if (code < 200) {
                return;
            }
            asking = false;
            if (code < 300) {
                taken(response);
            } else if (code == CONDITION_FAILED && entityTag != null) {
                forget();
            } else if (lifetime.wasTooBrief(response)) {
                LOG.debug("the server wants presence for {} s", lifetime.seconds());
            } else if (code >= 500 || code == 408 || code == 480) {
                forget();
                again();
                if (Objects.equals(document, document())) {
                    // news does not wait for that
                    return;
                }
            } else {
                refused = true;
                forget();
                LOG.info(
                        "{}: the server does not take presence, {}",
                        flow().keys().id(),
                        code);
            }
            flush();
        }

        private void taken(Response response) {
            if (seconds == 0) {
                forget();
                return;
            }
            Headers.first(response, "SIP-ETag").ifPresent(given -> entityTag = given.strip());
            published = document == null ? published : document;
            long again = Lifetime.refreshAfter(Lifetime.granted(response, seconds));
            next = thread.schedule(new Logged(Publication.this::refresh), again, TimeUnit.SECONDS);
        }

        @Override
        public void unanswered(String sentence) {
            asking = false;
            LOG.debug("{}: PUBLISH was not answered", flow().keys().id());
            again();
            tellIfGone();
        }
    }

    private void forget() {
        entityTag = null;
        published = null;
    }

    /** Nobody sees us any more; {@code done} runs when the server has said so, or at once if there is nothing to be said. */
    void close(Runnable done) {
        closed = true;
        whenGone = done;
        cancelNext();
        flush();
        tellIfGone();
    }

    private void tellIfGone() {
        if (closed && !asking) {
            whenGone.run();
            whenGone = () -> {};
        }
    }
}
