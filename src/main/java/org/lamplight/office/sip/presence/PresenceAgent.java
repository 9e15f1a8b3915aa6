package org.lamplight.office.sip.presence;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lamplight.office.sip.dialog.Dialog;
import org.lamplight.office.sip.directory.Directory;
import org.lamplight.office.sip.directory.SipAccount;
import org.lamplight.office.sip.message.Fields;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.message.SipResponse;
import org.lamplight.office.sip.proxy.Ways;
import org.lamplight.office.sip.registrar.Bindings;
import org.lamplight.office.sip.transaction.ServerTransaction;
import org.lamplight.office.sip.transaction.SipThread;
import org.lamplight.office.sip.transaction.Transactions;
import org.lamplight.office.sip.transport.Flow;
import org.lamplight.office.sip.transport.SipPorts;

/** Takes subscriptions to users' presence and calls, and notifies of each change. On the server's thread. */
public final class PresenceAgent {
    static final String PIDF = "application/pidf+xml";
    private static final String DIALOG_INFO = "application/dialog-info+xml";
    private static final String PRESENCE = "presence";
    private static final String DIALOG = "dialog";
    private static final long LONGEST_SECONDS = 3_600;
    private static final int MOST = 2_000;

    private final SipThread thread;
    private final SipPorts ports;
    private final Transactions transactions;
    private final Ways ways;
    private final Directory directory;
    private final Bindings bindings;
    private final CallStates calls;
    private final Publications publications;
    private final long shortestSeconds;
    private final Map<String, Watch> watches = new LinkedHashMap<>();

    /**
     * Tells of these registrations and calls.
     *
     * @param shortest what a subscription or publication must last at least
     */
    public PresenceAgent(
            SipThread thread,
            SipPorts ports,
            Transactions transactions,
            Ways ways,
            Directory directory,
            Bindings bindings,
            CallStates calls,
            Duration shortest) {
        this.thread = thread;
        this.ports = ports;
        this.transactions = transactions;
        this.ways = ways;
        this.directory = directory;
        this.bindings = bindings;
        this.calls = calls;
        this.shortestSeconds = shortest.toSeconds();
        this.publications = new Publications(thread, shortest, user -> changed(user, PRESENCE));
        bindings.whenChanged(user -> changed(user, PRESENCE));
        calls.whenChanged(user -> {
            changed(user, DIALOG);
            changed(user, PRESENCE);
        });
    }

    /** How many subscriptions there are. */
    public int size() {
        return watches.size();
    }

    /** What a user says of himself. */
    public void publish(ServerTransaction asked, SipAccount account) {
        if (isEvent(asked.request(), PRESENCE)) {
            publications.publish(asked, account);
        } else {
            badEvent(asked);
        }
    }

    private static boolean isEvent(SipRequest request, String event) {
        return request.text("Event").split(";", 2)[0].strip().equals(event);
    }

    private static void badEvent(ServerTransaction asked) {
        SipResponse response = asked.answer(489, "Bad Event");
        response.add("Allow-Events", "presence, dialog");
        asked.respond(response);
    }

    /** A new subscription to a user (RFC 6665 section 4.2.1). */
    public void subscribe(ServerTransaction asked, SipAccount account) {
        SipRequest request = asked.request();
        if (!isEvent(request, PRESENCE) && !isEvent(request, DIALOG)) {
            badEvent(asked);
        } else if (watches.size() >= MOST) {
            asked.reply(503, "Too Many Subscriptions");
        } else {
            Dialog dialog = Dialog.called(request, asked.from(), asked.tag());
            take(asked, new Watch(dialog, account.user(), request.text("Event")));
        }
    }

    /** Takes a request of a subscription of ours; false if it is somebody else's. */
    public boolean takes(ServerTransaction asked) {
        SipRequest request = asked.request();
        Watch watch = watches.get(Dialog.name(request.callId(), request.to().tag()));
        if (watch == null) {
            return false;
        }
        if (!watch.dialog.follows(request)) {
            asked.reply(500, "An Older Request Came Later");
        } else if (request.is("SUBSCRIBE")) {
            watch.dialog.moved(request, asked.from());
            take(asked, watch);
        } else {
            asked.reply(501, "Not Implemented");
        }
        return true;
    }

    private void take(ServerTransaction asked, Watch watch) {
        long said = Fields.number(asked.request().text("Expires"), Integer.MAX_VALUE);
        long seconds = said < 0 ? LONGEST_SECONDS : Math.min(said, LONGEST_SECONDS);
        if (seconds > 0 && seconds < shortestSeconds) {
            SipResponse response = asked.answer(423, "Interval Too Brief");
            response.add("Min-Expires", String.valueOf(shortestSeconds));
            asked.respond(response);
            return;
        }
        SipResponse response = asked.answer(200, "OK");
        response.copy(asked.request(), "Record-Route");
        response.add("Expires", String.valueOf(seconds));
        response.add("Contact", contact(watch, asked.from()));
        asked.respond(response);
        last(watch, seconds);
    }

    private String contact(Watch watch, Flow flow) {
        String kind = flow.transport().toLowerCase(Locale.ROOT);
        return "<sip:" + watch.user + "@" + ports.address(flow.transport()) + ";transport=" + kind + ">";
    }

    private void last(Watch watch, long seconds) {
        watch.stop();
        watch.until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        if (seconds == 0) {
            end(watch, "timeout");
            return;
        }
        watches.put(watch.dialog.name(), watch);
        watch.end = thread.later(Duration.ofSeconds(seconds), () -> end(watch, "timeout"));
        tell(watch, "active;expires=" + seconds);
    }

    private void end(Watch watch, String reason) {
        watch.stop();
        watches.remove(watch.dialog.name());
        tell(watch, "terminated;reason=" + reason);
    }

    private void changed(String user, String event) {
        for (Watch watch : List.copyOf(watches.values())) {
            if (watch.user.equals(user) && watch.isOf(event)) {
                tell(watch, "active;expires=" + watch.left());
            }
        }
    }

    private void tell(Watch watch, String state) {
        SipRequest notify = watch.dialog.request("NOTIFY");
        notify.add("Event", watch.event);
        notify.add("Subscription-State", state);
        String entity = "sip:" + watch.user + "@" + directory.domain();
        if (watch.isOf(DIALOG)) {
            notify.body(DIALOG_INFO, Documents.dialogs(entity, watch.version++, calls.of(watch.user)));
        } else {
            notify.body(PIDF, presence(watch.user, entity));
        }
        Flow way = ways.within(watch.dialog.flow(), notify);
        if (way == null) {
            drop(watch);
        } else {
            notify.add("Contact", contact(watch, way));
            transactions.send(notify, way, response -> answered(watch, response));
        }
    }

    /** Who does not know of the subscription any more is not told again (section 4.2.2). */
    private void answered(Watch watch, SipResponse response) {
        if (response.code() >= 300) {
            drop(watch);
        }
    }

    private void drop(Watch watch) {
        watch.stop();
        watches.remove(watch.dialog.name());
    }

    private String presence(String user, String entity) {
        String published = publications.of(user);
        if (published != null) {
            return published;
        }
        SipAccount account = directory.user(user);
        boolean open = !bindings.of(user).isEmpty() || (account != null && account.answers());
        boolean talks = calls.of(user).stream().anyMatch(side -> side.state().equals("confirmed"));
        return Documents.presence(entity, open, talks);
    }
}
