package org.lamplight.sip;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lamplight.backend.BackendContext;
import org.lamplight.call.PersonTarget;
import org.lamplight.core.Threads;
import org.lamplight.people.Witness;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Source;
import org.lamplight.sip.event.EventListener;
import org.lamplight.sip.event.EventSubscription;
import org.lamplight.sip.flow.Client;
import org.lamplight.sip.stack.Arrival;
import org.lamplight.sip.stack.Logged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the account's server how the people of its domain are (RFC 3856), and tells what it says. A server that knows nothing
 * of presence is asked once a registration. On the account's thread, but for what {@link Witness} says.
 */
final class ContactWatch implements Witness {
    private static final Logger LOG = LoggerFactory.getLogger(ContactWatch.class);

    /** So many are watched, the first ones; a server has to hold each. */
    private static final int MOST = 1_000;

    private static final long PACE_MS = 50;
    private static final String ACCEPT = Pidf.TYPE + ", application/xpidf+xml";

    private final Client client;
    private final ScheduledExecutorService thread;
    private final BackendContext context;
    private final Clock clock;
    private final Source source;
    private final String domain;
    private final String own;
    private final Map<String, EventSubscription> watched = new LinkedHashMap<>();
    private final Queue<EventSubscription> due = new ArrayDeque<>();
    private boolean registered;
    private boolean useless;
    private boolean opening;

    ContactWatch(Client client, ScheduledExecutorService thread, BackendContext context, Clock clock) {
        this.client = client;
        this.thread = thread;
        this.context = context;
        this.clock = clock;
        String address = client.flow().keys().address().toString();
        this.source = Source.sip(client.flow().keys().id());
        this.domain = PersonTarget.domain(address);
        this.own = PersonTarget.bare(address);
    }

    /** Begins to look. */
    void open() {
        context.core().execute(() -> context.people().addWitness(this));
    }

    @Override
    public void appeared(Collection<String> addresses) {
        List<String> ours = addresses.stream().filter(this::isOurs).toList();
        if (!ours.isEmpty()) {
            Threads.post(thread, new Logged(() -> ours.forEach(this::watch)));
        }
    }

    private boolean isOurs(String address) {
        return PersonTarget.domain(address).equals(domain) && !address.equals(own);
    }

    @Override
    public void disappeared(Collection<String> addresses) {
        List<String> ours = addresses.stream().filter(this::isOurs).toList();
        if (!ours.isEmpty()) {
            Threads.post(thread, new Logged(() -> ours.forEach(this::leave)));
        }
    }

    private void watch(String address) {
        if (watched.size() >= MOST || watched.containsKey(address)) {
            return;
        }
        EventSubscription subscription =
                new EventSubscription(client, thread, "sip:" + address, "presence", ACCEPT, new Told(address));
        watched.put(address, subscription);
        if (registered && !useless) {
            due.add(subscription);
            openSoon();
        }
    }

    private void leave(String address) {
        EventSubscription subscription = watched.remove(address);
        if (subscription != null) {
            due.remove(subscription);
            subscription.close();
        }
    }

    /** One at a time, so that a long list is no flood. */
    private void openSoon() {
        if (!opening && !due.isEmpty()) {
            opening = true;
            thread.schedule(new Logged(this::openNext), PACE_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void openNext() {
        opening = false;
        EventSubscription subscription = due.poll();
        if (subscription != null) {
            subscription.open();
        }
        openSoon();
    }

    /** The account is registered, for the first time or again. */
    void registered() {
        if (!registered) {
            registered = true;
            useless = false;
            due.addAll(watched.values());
            openSoon();
        }
    }

    /** The account has no way to its server: nothing is known. */
    void interrupted() {
        if (registered) {
            registered = false;
            due.clear();
            watched.values().forEach(EventSubscription::interrupt);
        }
    }

    /** Whether it was for a subscription. */
    boolean request(Arrival arrival) {
        return watched.values().stream().anyMatch(one -> one.request(arrival));
    }

    void close() {
        context.core().execute(() -> context.people().removeWitness(this));
        due.clear();
        watched.forEach((address, subscription) -> {
            subscription.close();
            say(address, List.of());
        });
        watched.clear();
    }

    private void say(String address, List<Observation> now) {
        context.core().execute(() -> context.people().observed(address, source, now));
    }

    /** What is told of one address. */
    private final class Told implements EventListener {
        private final String address;
        private @Nullable List<Observation> last;

        Told(String address) {
            this.address = address;
        }

        /** Who does not let us see them here may do so elsewhere: that is no news of theirs. */
        @Override
        public void notified(Right right, byte[] body) {
            if (right == Right.PENDING) {
                tell(List.of());
                return;
            }
            try {
                List<Observation> seen = Pidf.read(body, Subscription.ACTIVE, source.id(), clock.instant());
                if (body.length > 0) {
                    tell(seen);
                }
            } catch (UnreadableBody unreadable) {
                LOG.debug("presence of {} can't be read: {}", address, unreadable.toString());
            }
        }

        private void tell(List<Observation> now) {
            if (!now.equals(last)) {
                last = now;
                say(address, now);
            }
        }

        @Override
        public void silent() {
            tell(List.of());
        }

        @Override
        public void refused(int code) {
            tell(List.of());
            if (code == 489 || code == 405 || code == 501) {
                useless = true;
                due.clear();
                LOG.info("{}: the server has no presence of others, {}", source.id(), code);
            }
        }
    }
}
