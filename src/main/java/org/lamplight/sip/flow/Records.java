package org.lamplight.sip.flow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.NoSuchAttributeException;
import org.lamplight.sip.stack.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a server of names says of services. Blocks for seconds at most; what it does not know is empty. */
final class Records {
    private static final Logger LOG = LoggerFactory.getLogger(Records.class);
    private static final int MOST = 32;
    /** What may be asked for: anything else would be read as the place of another server of names. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    /** Bare, or in quotes. */
    private static final String WORD = "(\"[^\"]*\"|[^\\s\"]*)";

    private static final Pattern POINTER =
            Pattern.compile("(\\d{1,5}) (\\d{1,5}) " + WORD + " " + WORD + " " + WORD + " (\\S+)");

    /** A line of a service record (RFC 2782). */
    record Service(int priority, int weight, int port, String host) {}

    /**
     * A way to a service (RFC 3403, RFC 3263, section 4.1).
     *
     * @param records whether {@code name} has service records; else it is a host
     */
    record Pointer(int order, int preference, Transport transport, boolean records, String name) {}

    private final String place;

    /** @param place of servers, as {@code dns://192.0.2.1:53/}; {@code dns:/} means those of this machine */
    Records(String place) {
        this.place = place;
    }

    /** Best first; throws where nobody says whether there are any. */
    List<Service> services(String name) throws IOException {
        return drawn(lines(name, "SRV").stream().flatMap(line -> service(line).stream()), ThreadLocalRandom.current());
    }

    /** Of the same priority, each is the next one as often as its weight says (RFC 2782). */
    static List<Service> drawn(Stream<Service> found, RandomGenerator chance) {
        TreeMap<Integer, List<Service>> ranks =
                found.collect(Collectors.groupingBy(Service::priority, TreeMap::new, Collectors.toList()));
        List<Service> order = new ArrayList<>();
        for (List<Service> rank : ranks.values()) {
            List<Service> left = new ArrayList<>(rank);
            left.sort(Comparator.comparingInt(Service::weight));
            while (!left.isEmpty()) {
                order.add(left.remove(draw(left, chance)));
            }
        }
        return order;
    }

    /** The place of one; those without weight stand first. */
    private static int draw(List<Service> left, RandomGenerator chance) {
        int rest = chance.nextInt(left.stream().mapToInt(Service::weight).sum() + 1);
        int at = 0;
        while (rest > left.get(at).weight()) {
            rest -= left.get(at).weight();
            at++;
        }
        return at;
    }

    /** Those that we can take, best first; throws where nobody says whether there are any. */
    List<Pointer> pointers(String domain) throws IOException {
        return lines(domain, "NAPTR").stream()
                .flatMap(line -> pointer(line).stream())
                .sorted(Comparator.comparingInt(Pointer::order).thenComparingInt(Pointer::preference))
                .toList();
    }

    /** What comes of it is text: nothing is ever made an object of. */
    @SuppressWarnings({"BanJNDI", "JdkObsolete"})
    private List<String> lines(String name, String type) throws IOException {
        if (!NAME.matcher(name).matches()) {
            return List.of();
        }
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        settings.put("com.sun.jndi.dns.timeout.initial", "1000");
        settings.put("com.sun.jndi.dns.timeout.retries", "1");
        List<String> found = new ArrayList<>();
        try {
            InitialDirContext names = new InitialDirContext(settings);
            try {
                Attribute lines =
                        names.getAttributes(place + name, new String[] {type}).get(type);
                NamingEnumeration<?> all = lines == null ? null : lines.getAll();
                while (all != null && all.hasMore() && found.size() < MOST) {
                    found.add(String.valueOf(all.next()));
                }
            } finally {
                names.close();
            }
        } catch (NameNotFoundException | NoSuchAttributeException | InvalidNameException none) {
            LOG.trace("no {} for {}", type, name, none);
        } catch (NamingException silent) {
            throw new IOException("nobody says whether there is " + type + " for " + name, silent);
        }
        return found;
    }

    private static Optional<Service> service(String line) {
        String[] words = line.split("\\s+");
        if (words.length != 4 || !line.matches("\\d{1,5} \\d{1,5} \\d{1,5} \\S+")) {
            return Optional.empty();
        }
        return Optional.of(new Service(
                Integer.parseInt(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]), host(words[3])));
    }

    /** Rules that would make a name of a name are for other services. */
    static Optional<Pointer> pointer(String line) {
        Matcher parts = POINTER.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String flags = bare(parts.group(3));
        Optional<Transport> transport = transport(bare(parts.group(4)));
        String name = host(parts.group(6));
        if (!flags.matches("(?i)[sa]")
                || transport.isEmpty()
                || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Pointer(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                transport.get(),
                flags.equalsIgnoreCase("s"),
                name));
    }

    private static String bare(String word) {
        return word.replace("\"", "");
    }

    private static Optional<Transport> transport(String service) {
        return switch (service.toUpperCase(Locale.ROOT)) {
            case "SIPS+D2T" -> Optional.of(Transport.TLS);
            case "SIP+D2T" -> Optional.of(Transport.TCP);
            case "SIP+D2U" -> Optional.of(Transport.UDP);
            default -> Optional.empty();
        };
    }

    private static String host(String name) {
        return name.replaceFirst("\\.$", "");
    }
}
