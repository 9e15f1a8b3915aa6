package org.lamplight.sip.flow;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lamplight.sip.flow.Records.Pointer;
import org.lamplight.sip.flow.Records.Service;
import org.lamplight.sip.message.SipUri;
import org.lamplight.sip.stack.Place;
import org.lamplight.sip.stack.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds where a URI's host is (RFC 3263). Where neither a port nor a transport is said the domain says which it likes best
 * (NAPTR); if it does not, our order is TLS, TCP, UDP. Blocks for seconds at most; not on core.
 */
public final class Locator {
    private static final Logger LOG = LoggerFactory.getLogger(Locator.class);
    private static final List<Transport> ORDER = List.of(Transport.TLS, Transport.TCP, Transport.UDP);
    private static final Locator SYSTEM = new Locator(new Records("dns:/"));

    private final Records records;

    Locator(Records records) {
        this.records = records;
    }

    /** All places that serve it, best first; throws where there is none. */
    public static List<Place> find(SipUri uri, Optional<Transport> wanted) throws UnknownHostException {
        return SYSTEM.places(uri, wanted);
    }

    List<Place> places(SipUri uri, Optional<Transport> wanted) throws UnknownHostException {
        Optional<Transport> said = wanted.or(() -> uri.parameter("transport").flatMap(Transport::of));
        List<Place> found = new ArrayList<>();
        if (uri.port() == 0 && !isNumeric(uri.bareHost())) {
            if (said.isEmpty()) {
                found.addAll(pointed(uri));
            }
            if (found.isEmpty()) {
                found.addAll(served(uri, said));
            }
        }
        return found.isEmpty() ? direct(uri, secured(uri, said)) : found;
    }

    private static Optional<Transport> secured(SipUri uri, Optional<Transport> said) {
        return uri.secure() ? Optional.of(Transport.TLS) : said;
    }

    /** As the domain says (section 4.1); a sips URI by TLS alone. */
    private List<Place> pointed(SipUri uri) {
        List<Place> found = new ArrayList<>();
        for (Pointer one : records.pointers(uri.bareHost())) {
            if (uri.secure() && one.transport() != Transport.TLS) {
                continue;
            }
            if (one.records()) {
                found.addAll(served(uri.bareHost(), one.name(), one.transport()));
            } else {
                found.addAll(at(uri.bareHost(), one.name(), one.transport().usualPort(), one.transport()));
            }
        }
        return found;
    }

    private List<Place> served(SipUri uri, Optional<Transport> said) {
        List<Place> found = new ArrayList<>();
        for (Transport one : secured(uri, said).map(List::of).orElse(ORDER)) {
            String name = one == Transport.TLS ? "_sips._tcp." : "_sip._" + one.word() + '.';
            found.addAll(served(uri.bareHost(), name + uri.bareHost(), one));
        }
        return found;
    }

    private List<Place> served(String domain, String name, Transport transport) {
        List<Place> found = new ArrayList<>();
        for (Service one : records.services(name)) {
            found.addAll(at(domain, one.host(), one.port(), transport));
        }
        return found;
    }

    /** The domain is what the certificate has to name, whatever the records say (RFC 5922, section 7.3). */
    private static List<Place> at(String domain, String host, int port, Transport transport) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .map(address -> new Place(domain, address, port, transport))
                    .toList();
        } catch (UnknownHostException nowhere) {
            LOG.debug("{} of {} is nowhere", host, domain);
            return List.of();
        }
    }

    /** Where nothing says how: by datagram, as everybody can (section 4.1), and then by TCP. */
    private static List<Place> direct(SipUri uri, Optional<Transport> said) throws UnknownHostException {
        List<Place> found = new ArrayList<>();
        for (Transport one : said.map(List::of).orElse(List.of(Transport.UDP, Transport.TCP))) {
            int port = uri.port() == 0 ? one.usualPort() : uri.port();
            for (InetAddress address : InetAddress.getAllByName(uri.bareHost())) {
                found.add(new Place(uri.bareHost(), address, port, one));
            }
        }
        return found;
    }

    private static boolean isNumeric(String host) {
        return host.matches("[0-9.]+") || host.indexOf(':') >= 0 || host.equals("localhost");
    }
}
