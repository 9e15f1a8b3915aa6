package org.lamplight.xmpp.jingle;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where this machine can be reached. Blocks. */
final class OwnAddresses {
    private static final Logger LOG = LoggerFactory.getLogger(OwnAddresses.class);
    private static final int MOST = 6;

    private OwnAddresses() {}

    /** The likeliest first. {@code loopback}: whether peers may be on this very machine. */
    static List<String> find(boolean loopback) {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(OwnAddresses::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> isUseful(address, loopback))
                    .sorted(Comparator.comparing((InetAddress address) -> !address.isLoopbackAddress())
                            .thenComparing(address -> !(address instanceof Inet4Address)))
                    .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                    .distinct()
                    .limit(MOST)
                    .toList();
        } catch (SocketException e) {
            LOG.info("No address of this machine is known: {}", e.toString());
            return List.of();
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException gone) {
            return false;
        }
    }

    private static boolean isUseful(InetAddress address, boolean loopback) {
        return !address.isAnyLocalAddress()
                && !address.isMulticastAddress()
                && !address.isLinkLocalAddress()
                && (loopback || !address.isLoopbackAddress());
    }
}
