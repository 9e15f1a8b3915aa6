package org.lamplight.sip.registration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.lamplight.sip.account.SipKeys;
import org.lamplight.sip.digest.Credentials;
import org.lamplight.sip.flow.Client;
import org.lamplight.sip.flow.Flow;
import org.lamplight.sip.flow.Lifetime;
import org.lamplight.sip.flow.OwnAddress;
import org.lamplight.sip.flow.ServerPlaces;
import org.lamplight.sip.message.Headers;
import org.lamplight.sip.message.SipUri;
import org.lamplight.sip.stack.Endpoint;
import org.lamplight.sip.stack.Inbox;
import org.lamplight.sip.stack.Logged;
import org.lamplight.sip.stack.PeerTrust;
import org.lamplight.sip.stack.Place;
import org.lamplight.sip.stack.Replies;
import org.lamplight.sip.stack.SharedStack;
import org.lamplight.sip.stack.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps an account registered (RFC 3261, section 10). On the account's thread. */
public final class Registration {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
    private static final Texts TEXTS = Texts.of(Registration.class);
    private static final long WANTED = 600;
    /** The library forgets a closed connection on its own time, and with it what took its place too soon. */
    private static final Duration LETTING_GO = Duration.ofMillis(250);

    /** Whom a line that is not registered waits for: in another network a wrong password does not become right. */
    private enum Waits {
        NETWORK,
        SERVER,
        PERSON
    }

    private final Flow flow;
    private final Client client;
    private final Credentials credentials;
    private final SharedStack stack;
    private final Inbox inbox;
    private final PeerTrust trust;
    private final Requests requests;
    private final ScheduledExecutorService thread;
    private final Standing standing;
    private final Backoff backoff = new Backoff(new SecureRandom());
    private final KeepAlive keepAlive;
    private final OwnAddress system;
    private final ServerPlaces server;
    private final Whereabouts whereabouts;
    private final Probe probe;
    private @Nullable ScheduledFuture<?> next;
    private final Lifetime lifetime = new Lifetime(WANTED);
    private int target;
    private boolean registered;
    private boolean asking;
    private Waits waits = Waits.NETWORK;
    private boolean closed;

    /**
     * Does nothing yet.
     *
     * @param instance the name of this telephone; see {@link Instance}
     * @param system says which address of ours leads to the server
     */
    public Registration(
            Client client,
            Credentials credentials,
            SharedStack stack,
            Inbox inbox,
            PeerTrust trust,
            String instance,
            OwnAddress system,
            ScheduledExecutorService thread,
            Standing standing) {
        this.client = client;
        this.flow = client.flow();
        this.credentials = credentials;
        this.stack = stack;
        this.inbox = inbox;
        this.trust = trust;
        this.requests = new Requests(flow, instance);
        this.system = system;
        this.server = ServerPlaces.of(flow.keys());
        this.thread = thread;
        this.standing = standing;
        this.keepAlive = new KeepAlive(flow, thread, this::disconnected);
        this.probe = new Probe(flow, thread, flow.keys().probeEvery(), this::disconnected);
        this.whereabouts = new Whereabouts(flow, system, thread, new Moving());
    }

    private SipKeys keys() {
        return flow.keys();
    }

    /** Registers now; whatever waited does not wait any more. */
    public void attempt() {
        cancelNext();
        if (closed || asking) {
            return;
        }
        waits = Waits.NETWORK;
        whereabouts.watch();
        try {
            open();
            register();
        } catch (UnknownHostException | NoRouteToHostException noNetwork) {
            // that says nothing against the place
            unreached(noNetwork.toString());
        } catch (IOException unusable) {
            target++;
            unreached(unusable.toString());
        }
    }

    /** As {@link #attempt}, with a password that may be another one. */
    public void retry() {
        credentials.forget();
        backoff.reset();
        attempt();
    }

    // ---- the way there

    private void open() throws IOException {
        List<Place> places = server.find();
        Reachable there = Reachable.from(target % places.size(), places, system);
        target = there.index();
        Place place = there.place();
        InetAddress own = there.own();
        Endpoint endpoint = flow.isOpen() && isStillGood(flow.endpoint(), own, place)
                ? flow.endpoint()
                : opened(own, place.transport());
        boolean fresh = !flow.isOpen() || flow.endpoint() != endpoint;
        flow.use(endpoint, place, places);
        if (place.transport().isReliable()) {
            endpoint.expect(place, trust);
        }
        if (fresh) {
            flow.contact(contact(endpoint, endpoint.host(), endpoint.port()));
        }
    }

    private static boolean isStillGood(Endpoint endpoint, InetAddress own, Place place) {
        return endpoint.address().equals(own) && endpoint.transport() == place.transport();
    }

    private Endpoint opened(InetAddress own, Transport transport) throws IOException {
        Endpoint next = stack.open(own, transport, inbox);
        if (flow.isOpen()) {
            requests.outdated(flow.contact());
            whereabouts.retire(flow.endpoint(), next);
        }
        return next;
    }

    private SipUri contact(Endpoint endpoint, String host, int port) {
        Transport transport = endpoint.transport();
        List<String> parameters = transport == Transport.UDP ? List.of() : List.of("transport=" + transport.word());
        return new SipUri(false, keys().address().user(), host, port, parameters);
    }

    // ---- REGISTER

    private void register() {
        asking = true;
        client.send(requests.next(lifetime.seconds()), requests::number, flow.server(), new Asked(flow.endpoint()));
    }

    /** From there; what is answered after we moved on does not count. */
    private final class Asked implements Replies {
        private final Endpoint from;

        Asked(Endpoint from) {
            this.from = from;
        }

        @Override
        public void replied(Response response) {
            if (response.getStatusCode() >= 200 && from == flow.endpoint()) {
                asking = false;
                answered(response);
            }
        }

        @Override
        public void unanswered(String sentence) {
            if (from != flow.endpoint()) {
                return;
            }
            asking = false;
            if (flow.server().transport().isReliable()) {
                // a path may forget a connection without a word, and the system goes on with it for a quarter of an
                // hour
                flow.endpoint().abandon(flow.server());
            }
            target++;
            unreached(sentence);
        }
    }

    private void answered(Response response) {
        int code = response.getStatusCode();
        if (closed) {
            return;
        }
        if (code < 300) {
            granted(response);
        } else if (lifetime.wasTooBrief(response)) {
            attempt();
        } else if (code == 401 || code == 407) {
            withoutPassword();
        } else if (code == 503 || code == 408 || code == 430 || code >= 500) {
            busy(response);
        } else {
            refused(code);
        }
    }

    private void granted(Response response) {
        backoff.reset();
        requests.forgetOutdated();
        long granted = Bindings.expires(response, flow.contact(), requests.instance(), lifetime.seconds());
        flow.serviceRoutes(Headers.all(response, "Service-Route"));
        if (isElsewhere(response)) {
            attempt();
            return;
        }
        registered = true;
        server.registered(flow.server());
        keepAlive.start(Headers.number(response, "Flow-Timer"));
        probe.start();
        later(Bindings.refresh(granted));
        standing.registered();
    }

    /** Whether the server sees us at another address than we told: it is told that one (RFC 3581). */
    private boolean isElsewhere(Response response) {
        String via = Headers.first(response, "Via").orElse("");
        Optional<SipUri> seen = Seen.at(via, flow.contact());
        boolean reachable = flow.endpoint().transport() != Transport.TLS
                && seen.filter(one ->
                                one.bareHost().equals(flow.endpoint().address().getHostAddress()))
                        .isPresent();
        if (seen.isEmpty() || reachable || seen.get().isSame(flow.contact())) {
            return false;
        }
        requests.outdated(flow.contact());
        flow.contact(contact(flow.endpoint(), seen.get().host(), seen.get().port()));
        return true;
    }

    private void withoutPassword() {
        lost();
        waits = Waits.PERSON;
        standing.passwordWanted(
                credentials.isMissing()
                        ? TEXTS.get("password.missing", keys().address().toString())
                        : TEXTS.get("password.wrong", keys().address().toString()));
        credentials.forget();
    }

    private void busy(Response response) {
        lost();
        waits = Waits.SERVER;
        target++;
        long asked = Headers.number(response, "Retry-After");
        Duration wait = asked >= 0 ? Duration.ofSeconds(Math.min(asked, 1_800)) : backoff.refused();
        standing.waiting(TEXTS.get("server.busy", keys().first().bareHost(), wait.toSeconds()));
        later(wait);
    }

    private void refused(int code) {
        lost();
        waits = Waits.PERSON;
        standing.failed(TEXTS.get(
                code == 404 ? "address.unknown" : "server.refuses",
                keys().first().bareHost(),
                keys().address().toString(),
                code));
        later(backoff.refused());
    }

    private void unreached(String reason) {
        LOG.info("{}: not registered ({})", keys().id(), reason);
        lost();
        if (closed) {
            return;
        }
        Optional<CertificateException> refusal = trust.takeRefusal();
        String host = keys().first().bareHost();
        if (refusal.isPresent()) {
            boolean name = refusal.get() instanceof PeerTrust.WrongName;
            standing.failed(TEXTS.get(name ? "certificate.name" : "certificate.untrusted", host));
            later(backoff.refused());
        } else {
            standing.waiting(TEXTS.get("server.unreached", host));
            later(backoff.unreached());
        }
    }

    private void lost() {
        registered = false;
        keepAlive.stop();
        probe.stop();
    }

    // ---- what happens

    /** The connection to the server is gone: it can't call us until we have registered over another. */
    public void disconnected() {
        if (!registered || closed) {
            return;
        }
        lost();
        LOG.info("{}: the connection was lost", keys().id());
        standing.waiting(TEXTS.get("connection.lost", keys().first().bareHost()));
        later(backoff.unreached().dividedBy(4));
    }

    /** The network changed. */
    private final class Moving implements Whereabouts.Listener {
        @Override
        public void moved() {
            if (closed || waits == Waits.PERSON) {
                return;
            }
            LOG.info("{}: the network changed", keys().id());
            if (registered) {
                standing.moving(TEXTS.get("network.changed", keys().first().bareHost()));
            }
            lost();
            backoff.reset();
            asking = false;
            if (flow.server().transport().isReliable()) {
                flow.endpoint().abandon(flow.server(), flow.endpoint().address());
                later(LETTING_GO);
            } else {
                attempt();
            }
        }

        @Override
        public void stranded() {
            disconnected();
        }

        @Override
        public void back() {
            if (!registered && waits == Waits.NETWORK) {
                backoff.reset();
                attempt();
            }
        }

        @Override
        public void closed() {
            if (registered && !closed) {
                standing.left();
            }
        }
    }

    private void later(Duration wait) {
        cancelNext();
        if (!closed) {
            next = thread.schedule(new Logged(this::attempt), wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void cancelNext() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }

    /** Takes the binding back; {@code done} follows, soon or in 1.5 s at the latest. */
    public void close(Runnable done) {
        closed = true;
        cancelNext();
        keepAlive.stop();
        probe.stop();
        whereabouts.close();
        if (!registered) {
            finish(done);
            return;
        }
        registered = false;
        Runnable once = Threads.once(() -> finish(done));
        thread.schedule(new Logged(once), 1_500, TimeUnit.MILLISECONDS);
        client.send(requests.next(0), requests::number, flow.server(), new Replies() {
            @Override
            public void replied(Response response) {
                if (response.getStatusCode() >= 200) {
                    once.run();
                }
            }

            @Override
            public void unanswered(String sentence) {
                once.run();
            }
        });
    }

    private void finish(Runnable done) {
        if (flow.isOpen()) {
            flow.endpoint().close();
        }
        done.run();
    }
}
