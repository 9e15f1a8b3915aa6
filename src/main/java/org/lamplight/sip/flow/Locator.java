package org.lamplight.sip.flow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
 * (NAPTR), but TLS is first wherever there is any, for anybody may forge such an answer; if it does not, our order is TLS, TCP,
 * UDP. Blocks for seconds at most; not on core.
 */
public final class Locator {
    private static final Logger LOG = LoggerFactory.getLogger(Locator.class);
    private static final List<Transport> ORDER = List.of(Transport.TLS, Transport.TCP, Transport.UDP);
    private static final Locator SYSTEM = new Locator(new Records("dns:/"));

    private final Records records;

    /**
     * All places, best first.
     *
     * @param certain whether whoever knows was heard; else there may be better ones
     */
    record Found(List<Place> places, boolean certain) {}

    Locator(Records records) {
        this.records = records;
    }

    /** All places that serve it, best first; throws where there is none. */
    public static List<Place> find(SipUri uri, Optional<Transport> wanted) throws UnknownHostException {
        return SYSTEM.look(uri, wanted).places();
    }

    static Locator system() {
        return SYSTEM;
    }

    Found look(SipUri uri, Optional<Transport> wanted) throws UnknownHostException {
        Optional<Transport> said = wanted.or(() -> uri.parameter("transport").flatMap(Transport::of));
        Search search = new Search(uri);
        List<Place> found = new ArrayList<>();
        if (uri.port() == 0 && !isNumeric(uri.bareHost())) {
            if (said.isEmpty()) {
                found.addAll(search.pointed());
            }
            if (found.isEmpty()) {
                found.addAll(search.served(said));
            }
        }
        return new Found(found.isEmpty() ? direct(uri, secured(uri, said)) : found, search.certain);
    }

    private static Optional<Transport> secured(SipUri uri, Optional<Transport> said) {
        return uri.secure() ? Optional.of(Transport.TLS) : said;
    }

    /** What the records say; what nobody says is empty, and not certain. */
    private final class Search {
        private final SipUri uri;
        private boolean certain = true;

        Search(SipUri uri) {
            this.uri = uri;
        }

        /** As the domain says (section 4.1), TLS first; a sips URI by TLS alone. */
        List<Place> pointed() {
            List<Place> found = new ArrayList<>();
            for (Pointer one : pointers()) {
                if (uri.secure() && one.transport() != Transport.TLS) {
                    continue;
                }
                if (one.records()) {
                    found.addAll(served(one.name(), one.transport()));
                } else {
                    found.addAll(at(uri.bareHost(), one.name(), one.transport().usualPort(), one.transport()));
                }
            }
            found.sort(Comparator.comparing(place -> place.transport() != Transport.TLS));
            return found;
        }

        private List<Pointer> pointers() {
            try {
                return records.pointers(uri.bareHost());
            } catch (IOException silent) {
                return unsaid(silent);
            }
        }

        List<Place> served(Optional<Transport> said) {
            List<Place> found = new ArrayList<>();
            for (Transport one : secured(uri, said).map(List::of).orElse(ORDER)) {
                String name = one == Transport.TLS ? "_sips._tcp." : "_sip._" + one.word() + '.';
                found.addAll(served(name + uri.bareHost(), one));
            }
            return found;
        }

        private List<Place> served(String name, Transport transport) {
            List<Place> found = new ArrayList<>();
            for (Service one : services(name)) {
                found.addAll(at(uri.bareHost(), one.host(), one.port(), transport));
            }
            return found;
        }

        private List<Service> services(String name) {
            try {
                return records.services(name);
            } catch (IOException silent) {
                return unsaid(silent);
            }
        }

        private <T> List<T> unsaid(IOException silent) {
            LOG.debug("{}", silent.getMessage());
            certain = false;
            return List.of();
        }
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
