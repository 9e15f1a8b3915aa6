package org.lamplight.sip.event;

import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.lamplight.sip.dialog.SipDialog;
import org.lamplight.sip.event.EventListener.Right;
import org.lamplight.sip.flow.Client;
import org.lamplight.sip.flow.Flow;
import org.lamplight.sip.flow.Lifetime;
import org.lamplight.sip.message.Draft;
import org.lamplight.sip.message.Headers;
import org.lamplight.sip.message.NameAddress;
import org.lamplight.sip.message.Parameters;
import org.lamplight.sip.stack.Arrival;
import org.lamplight.sip.stack.Logged;
import org.lamplight.sip.stack.Replies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscription to what happens to somebody (RFC 6665), kept alive until it is closed or refused for good. On the
 * account's thread.
 */
public final class EventSubscription {
    private static final Logger LOG = LoggerFactory.getLogger(EventSubscription.class);
    private static final long WANTED = 3_600;
    private static final long LONGEST = 86_400;
    private static final long SOON_SECONDS = 5;

    /** Timer N: a subscription of which nobody tells anything is none. */
    private static final long FIRST_WORD_SECONDS = 32;

    private static final long RETRY_SECONDS = 60;
    private static final long LONGEST_RETRY_SECONDS = 1_800;
    private static final int NO_DIALOG = 481;
    private static final int FORBIDDEN = 403;

    /** They pass; all other refusals are for good. */
    private static final Set<Integer> PASSING = Set.of(408, 430, 480, 486, 491);

    private final Client client;
    private final ScheduledExecutorService thread;
    private final String target;
    private final String event;
    private final String accept;
    private final EventListener listener;
    private String callId = "";
    private String tag = "";
    private @Nullable SipDialog dialog;
    private @Nullable ScheduledFuture<?> next;
    private long sequence;
    private final Lifetime lifetime = new Lifetime(WANTED);
    private long granted;
    private int failures;
    private boolean asking;
    private boolean over = true;

    /**
     * Does nothing yet.
     *
     * @param target whom it is about, a SIP URI
     * @param event the package, such as {@code presence}
     * @param accept the types of bodies that are understood
     */
    public EventSubscription(
            Client client,
            ScheduledExecutorService thread,
            String target,
            String event,
            String accept,
            EventListener listener) {
        this.client = client;
        this.thread = thread;
        this.target = target;
        this.event = event;
        this.accept = accept;
        this.listener = listener;
    }

    private Flow flow() {
        return client.flow();
    }

    /** Subscribes, anew if it was subscribed before. */
    public void open() {
        over = false;
        asking = false;
        dialog = null;
        callId = Draft.token();
        tag = Draft.token();
        sequence = 1;
        granted = lifetime.seconds();
        String own = flow().keys().address().toString();
        Draft draft = new Draft("SUBSCRIBE", target)
                .sequence(sequence)
                .with("Call-ID", callId)
                .with("From", NameAddress.text(null, own) + ";tag=" + tag)
                .with("To", NameAddress.text(null, target));
        flow().routes().forEach(route -> draft.with("Route", route));
        in(FIRST_WORD_SECONDS, this::nobodyTells);
        ask(draft, lifetime.seconds());
    }

    private void ask(Draft draft, long seconds) {
        draft.with("Event", event)
                .with("Accept", accept)
                .with("Contact", '<' + flow().contact().toString() + '>')
                .with("Expires", String.valueOf(seconds));
        try {
            asking = true;
            SipDialog known = dialog;
            client.send(
                    draft,
                    this::nextNumber,
                    known == null ? flow().first() : known.next(flow()),
                    new Outcome(callId, seconds, known != null));
        } catch (UnknownHostException nowhere) {
            LOG.debug("{}: nowhere to subscribe at: {}", target, nowhere.toString());
            asking = false;
            lost(0);
        }
    }

    private long nextNumber() {
        SipDialog known = dialog;
        sequence = known == null ? sequence + 1 : known.next();
        return sequence;
    }

    private void nobodyTells() {
        LOG.debug("{}: subscribed, but never told anything", target);
        lost(0);
    }

    /** We are somewhere else than before: there it is to be told from now on. */
    public void renew() {
        if (!over) {
            refresh();
        }
    }

    private void refresh() {
        SipDialog known = dialog;
        if (known == null) {
            open();
        } else if (!asking) {
            ask(known.request("SUBSCRIBE"), lifetime.seconds());
        }
    }

    /** Nothing is wanted any more. */
    public void close() {
        SipDialog known = dialog;
        boolean wasOpen = !over;
        stop();
        if (wasOpen && known != null) {
            ask(known.request("SUBSCRIBE"), 0);
        }
    }

    /** Nothing goes out and nothing is heard any more, for there is no way to the server. */
    public void interrupt() {
        if (!over) {
            stop();
            listener.silent();
        }
    }

    private void stop() {
        over = true;
        cancelNext();
    }

    private void cancelNext() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }

    private void in(long seconds, Runnable task) {
        cancelNext();
        next = thread.schedule(new Logged(task), seconds, TimeUnit.SECONDS);
    }

    /** It is not there any more, and is asked for again later; not before {@code seconds}. */
    private void lost(long seconds) {
        if (over) {
            return;
        }
        listener.silent();
        openAgain(Math.max(Math.min(seconds, LONGEST), patience()));
    }

    /** It ended as such things do: nobody has to wait long for the next one, unless that goes on so. */
    private void ended() {
        openAgain(failures == 0 ? SOON_SECONDS : patience());
    }

    private long patience() {
        return Math.min(LONGEST_RETRY_SECONDS, RETRY_SECONDS << Math.min(failures, 5));
    }

    private void openAgain(long seconds) {
        failures++;
        dialog = null;
        callId = "";
        in(seconds, this::open);
    }

    private void refused(int code) {
        if (!over) {
            stop();
            listener.refused(code);
        }
    }

    private void lasts(long seconds) {
        in(Lifetime.refreshAfter(seconds), this::refresh);
    }

    /** What became of one SUBSCRIBE. */
    private final class Outcome implements Replies {
        private final String of;
        private final long seconds;
        private final boolean refreshes;

        Outcome(String of, long seconds, boolean refreshes) {
            this.of = of;
            this.seconds = seconds;
            this.refreshes = refreshes;
        }

        private boolean isOld() {
            return over || !of.equals(callId);
        }

        @Override
        public void replied(Response response) {
            int code = response.getStatusCode();
            if (code < 200 || isOld()) {
                return;
            }
            asking = false;
            if (code < 300) {
                taken(response);
            } else if (lifetime.wasTooBrief(response)) {
                refresh();
            } else if (code == NO_DIALOG) {
                forgotten();
            } else if (isPassing(code)) {
                lost(Headers.number(response, "Retry-After"));
            } else {
                refused(code);
            }
        }

        private boolean isPassing(int code) {
            boolean serverFails = code >= 500 && code < 600 && code != 501;
            return serverFails || PASSING.contains(code);
        }

        private void taken(Response response) {
            granted = Lifetime.granted(response, seconds);
            failures = refreshes ? 0 : failures;
            // until the first word timer N runs
            if (dialog != null) {
                lasts(granted);
            }
        }

        /** The other side does not know of it any more. */
        private void forgotten() {
            if (refreshes) {
                listener.silent();
                open();
            } else {
                lost(0);
            }
        }

        @Override
        public void unanswered(String sentence) {
            if (!isOld()) {
                asking = false;
                lost(0);
            }
        }
    }

    // ---- what is told

    /** Whether this NOTIFY was for this subscription. */
    public boolean request(Arrival arrival) {
        Request request = arrival.request();
        boolean ours = !over
                && !callId.isEmpty()
                && callId.equals(Headers.callId(request))
                && tag.equals(Headers.tag(request, "To"));
        if (ours) {
            notified(arrival, request);
        }
        return ours;
    }

    private void notified(Arrival arrival, Request request) {
        SipDialog known = dialog;
        if (known != null && !known.has(request)) {
            // a fork's: one subscription is enough (section 4.1.2.4)
            arrival.reply(NO_DIALOG);
        } else if (!isOurEvent(request)) {
            arrival.reply(489);
        } else if (known != null && !known.isInOrder(request)) {
            arrival.reply(500);
        } else {
            arrival.reply(200);
            told(request);
        }
    }

    private boolean isOurEvent(Request request) {
        return Headers.first(request, "Event")
                .map(value -> value.split(";", 2)[0].strip())
                .filter(event::equalsIgnoreCase)
                .isPresent();
    }

    private void told(Request request) {
        String state = Headers.first(request, "Subscription-State").orElse("");
        String word = state.replaceFirst(";.*", "");
        Optional<Right> right = Right.of(word);
        if (right.isEmpty()) {
            return;
        }
        boolean first = dialog == null;
        if (dialog == null) {
            dialog = SipDialog.subscribed(flow(), request, tag, sequence);
        } else {
            dialog.refresh(request);
        }
        byte[] raw = request.getRawContent();
        listener.notified(right.get(), raw == null ? new byte[0] : raw);
        Map<String, String> said = Parameters.of(state.substring(word.length()));
        if (right.get() == Right.TERMINATED) {
            terminated(said);
        } else if (!over && (first || said.containsKey("expires"))) {
            lasts(number(said, "expires").orElse(granted));
        }
    }

    /** What is to be done then, RFC 6665 says in section 4.1.3. */
    private void terminated(Map<String, String> said) {
        if (over) {
            return;
        }
        switch (said.getOrDefault("reason", "").toLowerCase(Locale.ROOT)) {
            case "rejected", "invariant" -> refused(FORBIDDEN);
            case "noresource" -> refused(404);
            case "deactivated", "timeout" -> ended();
            default -> lost(number(said, "retry-after").orElse(0L));
        }
    }

    private static Optional<Long> number(Map<String, String> said, String name) {
        return Optional.ofNullable(said.get(name))
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Long::valueOf);
    }
}
