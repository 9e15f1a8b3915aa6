package org.lamplight.media.ice;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addresses of this machine that others might reach. May take some milliseconds. */
final class Hosts {
    private static final Logger LOG = LoggerFactory.getLogger(Hosts.class);
    private static final int MOST = 6;

    private Hosts() {}

    /**
     * All that are neither for this machine alone nor for one cable (RFC 8445, section 5.1.1.1); this one first if it is among
     * them, and then those of its family. This one alone if there is none.
     */
    static List<InetAddress> rather(InetAddress first) {
        List<InetAddress> all = all();
        all.sort(Comparator.comparing(one -> one.getAddress().length != first.getAddress().length));
        if (all.remove(first) || all.isEmpty()) {
            all.add(0, first);
        }
        return all.subList(0, Math.min(MOST, all.size()));
    }

    private static List<InetAddress> all() {
        Set<InetAddress> all = new LinkedHashSet<>();
        try {
            for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (one.isUp() && !one.isLoopback()) {
                    Collections.list(one.getInetAddresses()).stream()
                            .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
                            .forEach(all::add);
                }
            }
        } catch (SocketException unknown) {
            LOG.debug("the interfaces are not known: {}", unknown.toString());
        }
        return new ArrayList<>(all);
    }
}
