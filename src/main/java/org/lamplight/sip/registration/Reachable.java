package org.lamplight.sip.registration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.util.List;
import org.lamplight.sip.flow.OwnAddress;
import org.lamplight.sip.stack.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A place to which a way leads now.
 *
 * @param index which of them it is
 * @param own where the way begins
 */
record Reachable(int index, Place place, InetAddress own) {
    private static final Logger LOG = LoggerFactory.getLogger(Reachable.class);

    /**
     * The first one, looking round from that index on. Of a server with two addresses one may be out of reach: one network
     * knows IPv4 alone, the next IPv6.
     *
     * @throws NoRouteToHostException where no way leads to any of them
     */
    static Reachable from(int first, List<Place> places, OwnAddress system) throws NoRouteToHostException {
        for (int i = 0; i < places.size(); i++) {
            int index = (first + i) % places.size();
            try {
                return new Reachable(index, places.get(index), system.towards(places.get(index)));
            } catch (IOException noWay) {
                LOG.trace("maybe to the next one", noWay);
            }
        }
        throw new NoRouteToHostException("no way leads to any of " + places.size());
    }
}
