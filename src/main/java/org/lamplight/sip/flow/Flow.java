package org.lamplight.sip.flow;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.sip.account.SipKeys;
import org.lamplight.sip.message.NameAddress;
import org.lamplight.sip.message.SipUri;
import org.lamplight.sip.stack.Endpoint;
import org.lamplight.sip.stack.Place;

/**
 * How an account reaches its server, and how it is reached. On the account's thread, but for {@link #isServer}, which any
 * may ask.
 */
public final class Flow {
    private final SipKeys keys;
    private @Nullable Endpoint endpoint;
    private @Nullable Place server;
    private @Nullable SipUri contact;
    private List<String> serviceRoutes = List.of();
    private List<Place> places = List.of();
    private volatile Set<InetAddress> servers = Set.of();

    public Flow(SipKeys keys) {
        this.keys = keys;
    }

    public SipKeys keys() {
        return keys;
    }

    /** From now on, from here to there. */
    public void use(Endpoint from, Place to, List<Place> all) {
        endpoint = from;
        server = to;
        places = List.copyOf(all);
        Set<InetAddress> addresses = new HashSet<>(servers);
        all.forEach(place -> addresses.add(place.address()));
        servers = Set.copyOf(addresses);
    }

    public Endpoint endpoint() {
        Endpoint current = endpoint;
        if (current == null) {
            throw new IllegalStateException("not open yet");
        }
        return current;
    }

    public boolean isOpen() {
        return endpoint != null;
    }

    public Place server() {
        Place current = server;
        if (current == null) {
            throw new IllegalStateException("not open yet");
        }
        return current;
    }

    /** All that serve us, best first. */
    public List<Place> places() {
        return places;
    }

    /** Whether our server, or one of those that stand in for it, has this address. From any thread. */
    public boolean isServer(InetAddress address) {
        return servers.contains(address);
    }

    /** How we are called: in Contact. */
    public SipUri contact() {
        SipUri current = contact;
        if (current == null) {
            throw new IllegalStateException("not open yet");
        }
        return current;
    }

    public void contact(SipUri told) {
        contact = told;
        endpoint().contact(told);
    }

    /** The routes that the registrar gave (RFC 3608), in place of those before. */
    public void serviceRoutes(List<String> routes) {
        serviceRoutes = List.copyOf(routes);
    }

    /** Routes of a request that begins something. */
    public List<String> routes() {
        if (!serviceRoutes.isEmpty()) {
            return serviceRoutes;
        }
        return keys.proxy().map(proxy -> List.of('<' + looseRoute(proxy) + '>')).orElse(List.of());
    }

    private String looseRoute(SipUri proxy) {
        String transport = server().transport().word();
        String base = proxy.parameter("transport").isPresent() ? proxy.toString() : proxy + ";transport=" + transport;
        return proxy.parameter("lr").isPresent() ? base : base + ";lr";
    }

    /** Where a request goes that begins something: everything new goes to our server, which knows the way. */
    public Place first() throws UnknownHostException {
        return next(routes().stream().findFirst().flatMap(NameAddress::of).map(NameAddress::uri));
    }

    /** Where answers to our requests go. */
    public String via() {
        Endpoint here = endpoint();
        return here.transport().name() + ' ' + here.host() + ':' + here.port();
    }

    /**
     * Where a request with this first route or target goes. What is our server's goes over the way that is open to it.
     *
     * @throws UnknownHostException where nobody knows that host
     */
    public Place next(Optional<String> target) throws UnknownHostException {
        Optional<SipUri> uri = target.flatMap(SipUri::of);
        if (uri.isEmpty()) {
            return server();
        }
        Place there =
                Locator.find(uri.get(), Optional.of(endpoint().transport())).get(0);
        boolean says = uri.get()
                .parameter("transport")
                .filter(server().transport().word()::equalsIgnoreCase)
                .isPresent();
        if (there.address().equals(server().address())
                && !says
                && server().transport().isReliable()) {
            return server();
        }
        return there;
    }
}
