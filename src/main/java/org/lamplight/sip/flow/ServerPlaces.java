package org.lamplight.sip.flow;

import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.lamplight.sip.account.SipKeys;
import org.lamplight.sip.flow.Locator.Found;
import org.lamplight.sip.message.SipUri;
import org.lamplight.sip.stack.Place;
import org.lamplight.sip.stack.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an account's server is. Where nobody can be asked now, as in a network that was only just entered, it is where it was;
 * and once it took us by TLS nobody can talk us out of that. Blocks for seconds at most; on the account's thread.
 */
public final class ServerPlaces {
    private static final Logger LOG = LoggerFactory.getLogger(ServerPlaces.class);

    private final Locator locator;
    private final SipUri server;
    private final Optional<Transport> wanted;
    private List<Place> known = List.of();
    private boolean certain;
    private boolean secured;

    ServerPlaces(Locator locator, SipUri server, Optional<Transport> wanted) {
        this.locator = locator;
        this.server = server;
        this.wanted = wanted;
    }

    /** As the servers of names say that this machine asks. */
    public static ServerPlaces of(SipKeys keys) {
        return new ServerPlaces(Locator.system(), keys.first(), keys.transport());
    }

    /** Best first, never empty; throws where none was ever found. */
    public List<Place> find() throws UnknownHostException {
        try {
            Found now = locator.look(server, wanted);
            if (now.certain() || !certain) {
                learn(now);
            }
        } catch (UnknownHostException nowhere) {
            if (known.isEmpty()) {
                throw nowhere;
            }
            LOG.debug("{} is where it was: {}", server.bareHost(), nowhere.toString());
        }
        return known;
    }

    private void learn(Found now) {
        List<Place> next = secured ? secure(now.places()) : now.places();
        if (!next.isEmpty()) {
            known = next;
            certain = now.certain();
        }
    }

    /** We are registered there. */
    public void registered(Place there) {
        if (there.transport() == Transport.TLS) {
            secured = true;
            known = secure(known);
        }
    }

    private static List<Place> secure(List<Place> places) {
        return places.stream()
                .filter(place -> place.transport() == Transport.TLS)
                .toList();
    }
}
