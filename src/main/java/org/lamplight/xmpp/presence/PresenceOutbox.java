package org.lamplight.xmpp.presence;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.Stanza;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Threads;
import org.lamplight.presence.Presence;
import org.lamplight.presence.PresencePublisher;
import org.lamplight.presence.Status;
import org.lamplight.xmpp.stream.PublishItem;
import org.lamplight.xmpp.stream.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one's own presence and activity: at most one of each in half a second, nothing twice, and never a ringing. Told on
 * core, works on the session's thread.
 */
public final class PresenceOutbox implements PresencePublisher {
    private static final Logger LOG = LoggerFactory.getLogger(PresenceOutbox.class);

    /** What others may ask of us, and what we want to hear of them (XEP-0030). */
    public static final List<String> FEATURES = List.of(Activity.NAMESPACE, Activity.NAMESPACE + "+notify");

    private static final int CALM_MS = 500;

    private final Wire wire;
    private final ScheduledExecutorService thread;
    private final Consumer<Boolean> reachability;
    private final Consumer<org.jivesoftware.smack.packet.@Nullable Presence> shows;

    private final PresenceWriter writer;
    private final ActivityMark mark;
    private final Supplier<StandardExtensionElement> capabilities;
    private final Consumer<Boolean> deafness;

    // ---- all of the session's thread
    private final Invisibility invisibility;
    private boolean deaf;
    private @Nullable Presence wanted;
    private @Nullable Sent sent;
    private @Nullable Future<?> calm;
    private boolean open;

    /** The hash of our card's picture, none, or null for nothing known (XEP-0153). */
    private @Nullable String photo;

    /** What others know, stripped of what they are not told. */
    private record Sent(
            Status status,
            String text,
            boolean reachable,
            @Nullable String photo) {}

    /**
     * @param capabilities what goes with each presence (XEP-0115)
     * @param reachability hears when messages are delivered to us, after the server, and when no more, ahead of it
     * @param shows hears what others are shown from now on, after the server; null: nobody is shown anything
     * @param deafness hears whether one is invisible only by being away, for the server can't hide anybody
     */
    public PresenceOutbox(
            Wire wire,
            ScheduledExecutorService thread,
            PresenceWriter writer,
            ActivityMark mark,
            Supplier<StandardExtensionElement> capabilities,
            Consumer<Boolean> reachability,
            Consumer<org.jivesoftware.smack.packet.@Nullable Presence> shows,
            Consumer<Boolean> deafness) {
        this.wire = wire;
        this.writer = writer;
        this.mark = mark;
        this.capabilities = capabilities;
        this.reachability = reachability;
        this.shows = shows;
        this.deafness = deafness;
        this.thread = thread;
        this.invisibility = new Invisibility(wire, thread);
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

    /** What presence tells of our picture from now on: its hash, none, or null for nothing known. */
    public void carry(@Nullable String photoHash) {
        photo = photoHash;
        flush();
    }

    /** A new session: others know nothing of us yet. Our last session's activity may still stand there. */
    public void opened() {
        sent = null;
        invisibility.opened();
        if (calm != null) {
            calm.cancel(false);
            calm = null;
        }
    }

    /** Stanzas can be sent. */
    public void resumed() {
        open = true;
        flush();
    }

    public void interrupted() {
        open = false;
    }

    private void flush() {
        Presence own = wanted;
        if (!open || own == null || calm != null) {
            return;
        }
        if (own.status() == Status.INVISIBLE && !invisibility.known(this::flush)) {
            return;
        }
        String seen = own.status().isSeenOnline() ? photo : null;
        Sent next = new Sent(own.status(), writer.text(own), reachable(own.status()), seen);
        Sent before = sent;
        if (!next.equals(before)) {
            sent = next;
            sendChange(own, next, before);
            calm = thread.schedule(this::calmed, CALM_MS, TimeUnit.MILLISECONDS);
        }
    }

    private boolean reachable(Status status) {
        return status == Status.INVISIBLE ? invisibility.offered() : status.hasSession();
    }

    private void sendChange(Presence own, Sent next, @Nullable Sent before) {
        boolean news = before == null || next.reachable() != before.reachable();
        if (news && !next.reachable()) {
            reachability.accept(false);
        }
        if (before == null && !next.reachable()) {
            // Whoever was not seen in this session need not say goodbye: it would tell that they are there
            sayWhetherDeaf(next.status() == Status.INVISIBLE);
            return;
        }
        if (next.status() == Status.INVISIBLE) {
            // What one does would give it away, and outlives the session
            sendActivity(next.status(), before);
            sendPresence(own, next, before);
        } else {
            sendPresence(own, next, before);
            sendActivity(next.status(), before);
        }
        if (news && next.reachable()) {
            reachability.accept(true);
        }
    }

    private void sendPresence(Presence own, Sent next, @Nullable Sent before) {
        StandardExtensionElement can = capabilities.get();
        boolean hide = next.status() == Status.INVISIBLE && next.reachable();
        invisibility.change(hide).ifPresent(this::send);
        org.jivesoftware.smack.packet.Presence shown = writer.write(own, can, photo);
        if (!hide) {
            send(shown);
        } else if (before == null || !before.reachable()) {
            send(PresenceWriter.here(can).build());
        }
        shows.accept(hide || !shown.isAvailable() ? null : shown);
        sayWhetherDeaf(next.status() == Status.INVISIBLE && !next.reachable());
    }

    private void sayWhetherDeaf(boolean now) {
        if (now != deaf) {
            deaf = now;
            deafness.accept(now);
        }
    }

    private void calmed() {
        calm = null;
        flush();
    }

    private void sendActivity(Status status, @Nullable Sent before) {
        StandardExtensionElement now = Activity.of(status);
        boolean empty = now.getElements().isEmpty();
        boolean same = before == null
                ? empty && !mark.stands()
                : Activity.of(before.status())
                        .toXML()
                        .toString()
                        .equals(now.toXML().toString());
        if (!same) {
            mark.set(!empty);
            send(activity(now));
        }
    }

    private static PublishItem activity(StandardExtensionElement activity) {
        return new PublishItem(Activity.NAMESPACE, "current", activity);
    }

    /** Clears the activity, which would stand for ever otherwise, and says goodbye. */
    public void signOff() {
        Sent last = sent;
        if (last != null && !Activity.of(last.status()).getElements().isEmpty()) {
            send(activity(Activity.of(Status.AVAILABLE)));
            mark.set(false);
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
