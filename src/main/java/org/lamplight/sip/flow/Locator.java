package org.lamplight.sip.flow;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.lamplight.sip.message.SipUri;
import org.lamplight.sip.stack.Place;
import org.lamplight.sip.stack.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds where a URI's host is (RFC 3263, but for NAPTR: our order is TLS, TCP, UDP). Blocks for seconds at most; not on
 * core.
 */
public final class Locator {
    private static final Logger LOG = LoggerFactory.getLogger(Locator.class);
    private static final List<Transport> ORDER = List.of(Transport.TLS, Transport.TCP, Transport.UDP);

    private Locator() {}

    /** All places that serve it, best first; throws where there is none. */
    public static List<Place> find(SipUri uri, Optional<Transport> wanted) throws UnknownHostException {
        Optional<Transport> said = wanted.or(() -> uri.parameter("transport").flatMap(Transport::of));
        if (uri.secure()) {
            said = Optional.of(Transport.TLS);
        }
        List<Place> found = new ArrayList<>();
        if (uri.port() == 0 && !isNumeric(uri.bareHost())) {
            for (Transport one : said.map(List::of).orElse(ORDER)) {
                found.addAll(records(uri.bareHost(), one));
            }
        }
        return found.isEmpty() ? direct(uri, said) : found;
    }

    /** Where nothing says how: by datagram, as everybody can (RFC 3263, section 4.1), and then by TCP. */
    private static List<Place> direct(SipUri uri, Optional<Transport> said) throws UnknownHostException {
        List<Place> found = new ArrayList<>();
        for (Transport one : said.map(List::of).orElse(List.of(Transport.UDP, Transport.TCP))) {
            found.addAll(direct(uri, one));
        }
        return found;
    }

    private static List<Place> direct(SipUri uri, Transport transport) throws UnknownHostException {
        int port = uri.port() == 0 ? transport.usualPort() : uri.port();
        return Arrays.stream(InetAddress.getAllByName(uri.bareHost()))
                .map(address -> new Place(uri.bareHost(), address, port, transport))
                .toList();
    }

    private static boolean isNumeric(String host) {
        return host.matches("[0-9.]+") || host.indexOf(':') >= 0 || host.equals("localhost");
    }

    /** One line of a service record (RFC 2782). */
    private record Service(int priority, int weight, int port, String host) {}

    private static List<Place> records(String domain, Transport transport) {
        String name = (transport == Transport.TLS ? "_sips._tcp." : "_sip._" + transport.word() + '.') + domain;
        List<Place> found = new ArrayList<>();
        for (Service one : services(name)) {
            try {
                for (InetAddress address : InetAddress.getAllByName(one.host())) {
                    // the domain is what the certificate has to name, whatever the record says (RFC 5922, section 7.3)
                    found.add(new Place(domain, address, one.port(), transport));
                }
            } catch (UnknownHostException nowhere) {
                LOG.debug("{} of {} is nowhere", one.host(), name);
            }
        }
        return found;
    }

    /** What comes of it is text: nothing is ever made an object of. */
    @SuppressWarnings({"BanJNDI", "JdkObsolete"})
    private static List<Service> services(String name) {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        settings.put("com.sun.jndi.dns.timeout.initial", "1000");
        settings.put("com.sun.jndi.dns.timeout.retries", "1");
        List<Service> found = new ArrayList<>();
        try {
            InitialDirContext names = new InitialDirContext(settings);
            try {
                Attribute lines = names.getAttributes("dns:/" + name, new String[] {"SRV"})
                        .get("SRV");
                NamingEnumeration<?> all = lines == null ? null : lines.getAll();
                while (all != null && all.hasMore()) {
                    service(String.valueOf(all.next())).ifPresent(found::add);
                }
            } finally {
                names.close();
            }
        } catch (NamingException none) {
            LOG.trace("no records for {}", name, none);
        }
        found.sort(Comparator.comparingInt(Service::priority)
                .thenComparing(Comparator.comparingInt(Service::weight).reversed()));
        return found;
    }

    private static Optional<Service> service(String line) {
        String[] words = line.split("\\s+");
        if (words.length != 4 || !line.matches("\\d{1,5} \\d{1,5} \\d{1,5} \\S+")) {
            return Optional.empty();
        }
        return Optional.of(new Service(
                Integer.parseInt(words[0]),
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                words[3].replaceFirst("\\.$", "")));
    }
}
