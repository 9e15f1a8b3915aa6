package org.lamplight.xmpp;

import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.Stanza;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Threads;
import org.lamplight.presence.Presence;
import org.lamplight.presence.PresencePublisher;
import org.lamplight.presence.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one's own presence and activity: at most one of each in half a second, nothing twice, and never a ringing. Told on
 * core, works on the session's thread.
 */
final class PresenceOutbox implements PresencePublisher {
    private static final Logger LOG = LoggerFactory.getLogger(PresenceOutbox.class);
    private static final int CALM_MS = 500;

    private final Wire wire;
    private final ScheduledExecutorService thread;
    private final Consumer<Boolean> reachability;

    // ---- all of the session's thread
    private @Nullable Capabilities capabilities;
    private @Nullable Presence wanted;
    private @Nullable Sent sent;
    private @Nullable Future<?> calm;
    private boolean open;

    /** What others know, stripped of what they are not told. */
    private record Sent(Status status, @Nullable String note) {}

    /** @param reachability hears when messages are delivered to us, after the server, and when no more, ahead of it */
    PresenceOutbox(Wire wire, ScheduledExecutorService thread, Consumer<Boolean> reachability) {
        this.wire = wire;
        this.reachability = reachability;
        this.thread = thread;
        wire.each(connection -> capabilities = new Capabilities(connection));
    }

    @Override
    public void publish(Presence own) {
        Threads.post(thread, () -> want(own));
    }

    private void want(Presence own) {
        if (own.status() != Status.RINGING || wanted == null) {
            wanted = own;
        }
        flush();
    }

    /** A new session: others know nothing of us yet. Our last session's activity may still stand there. */
    void opened() {
        sent = null;
        if (calm != null) {
            calm.cancel(false);
            calm = null;
        }
    }

    /** Stanzas can be sent. */
    void resumed() {
        open = true;
        flush();
    }

    void interrupted() {
        open = false;
    }

    private void flush() {
        Presence own = wanted;
        if (!open || own == null || calm != null) {
            return;
        }
        Sent next = new Sent(own.status(), own.note());
        Sent before = sent;
        if (next.equals(before)) {
            return;
        }
        sent = next;
        boolean away = !next.status().hasSession();
        boolean news = before == null || away == before.status().hasSession();
        if (news && away) {
            reachability.accept(false);
        }
        send(PresenceWriter.write(own, Objects.requireNonNull(capabilities).element()));
        if (news && !away) {
            reachability.accept(true);
        }
        sendActivity(next.status(), before);
        calm = thread.schedule(this::calmed, CALM_MS, TimeUnit.MILLISECONDS);
    }

    private void calmed() {
        calm = null;
        flush();
    }

    private void sendActivity(Status status, @Nullable Sent before) {
        StandardExtensionElement now = Activity.of(status);
        boolean same = before != null
                && Activity.of(before.status())
                        .toXML()
                        .toString()
                        .equals(now.toXML().toString());
        if (!same) {
            send(new PublishActivity(now));
        }
    }

    /** Clears the activity, which would stand for ever otherwise, and says goodbye. */
    void signOff() {
        Sent last = sent;
        if (last != null && !Activity.of(last.status()).getElements().isEmpty()) {
            send(new PublishActivity(Activity.of(Status.AVAILABLE)));
        }
    }

    private void send(Stanza stanza) {
        try {
            wire.connection().sendStanza(stanza);
        } catch (SmackException.NotConnectedException e) {
            LOG.debug("not sent, for the connection is gone", e);
            sent = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
