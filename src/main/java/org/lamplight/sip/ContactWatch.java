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
import javax.sip.message.Request;
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

    /** Of so many leave is taken; more would be a flood, and a server drops what is not heard any more. */
    private static final int FEW = 20;

    private static final String ACCEPT = Pidf.TYPE + ", application/xpidf+xml";

    private final Client client;
    private final ScheduledExecutorService thread;
    private final BackendContext context;
    private final Clock clock;
    private final Source source;
    private final String domain;
    private final String own;
    private final Map<String, EventSubscription> watched = new LinkedHashMap<>();
    private final Queue<Runnable> due = new ArrayDeque<>();
    private String contact = "";
    private boolean registered;
    private boolean useless;
    private boolean served;
    private boolean waiting;

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
            Threads.post(thread, new Logged(() -> leave(ours)));
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
            openInTurn(address, subscription);
        }
    }

    private void leave(List<String> addresses) {
        boolean few = addresses.size() <= FEW;
        for (String address : addresses) {
            EventSubscription subscription = watched.remove(address);
            if (subscription != null && few) {
                subscription.close();
            } else if (subscription != null) {
                subscription.interrupt();
            }
        }
    }

    /** Unless it is not wanted any more when its turn comes. */
    private void openInTurn(String address, EventSubscription subscription) {
        inTurn(() -> {
            if (subscription.equals(watched.get(address)) && !useless) {
                subscription.open();
            }
        });
    }

    /** One at a time, so that a long list is no flood. */
    private void inTurn(Runnable task) {
        due.add(task);
        if (!waiting) {
            waiting = true;
            thread.schedule(new Logged(this::next), PACE_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void next() {
        Runnable task = due.poll();
        waiting = !due.isEmpty();
        if (waiting) {
            thread.schedule(new Logged(this::next), PACE_MS, TimeUnit.MILLISECONDS);
        }
        if (task != null) {
            task.run();
        }
    }

    /** The account is registered, for the first time or again, maybe somewhere else. */
    void registered() {
        String now = client.flow().contact().toString();
        if (!registered) {
            registered = true;
            useless = false;
            watched.forEach(this::openInTurn);
        } else if (!now.equals(contact)) {
            watched.values().forEach(subscription -> inTurn(subscription::renew));
        }
        contact = now;
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
        return arrival.method().equals(Request.NOTIFY)
                && watched.values().stream().anyMatch(one -> one.request(arrival));
    }

    void close() {
        context.core().execute(() -> context.people().removeWitness(this));
        due.clear();
        List<String> all = List.copyOf(watched.keySet());
        leave(all);
        all.forEach(address -> say(address, List.of()));
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
            served = true;
            if (right == Right.PENDING) {
                tell(List.of());
                return;
            }
            try {
                List<Observation> seen = Pidf.read(body, Right.ACTIVE, source.id(), clock.instant());
                if (right == Right.ACTIVE || body.length > 0) {
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
            boolean unknown = code == 489 || code == 405 || code == 501;
            // it may be but this one's telephone that was asked
            if (unknown && !served) {
                useless = true;
                due.clear();
                LOG.info("{}: the server has no presence of others, {}", source.id(), code);
            }
        }
    }
}
