package org.lamplight.sip.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lamplight.sip.flow.OwnAddress;
import org.lamplight.sip.stack.Place;
import org.lamplight.sip.stack.Transport;

/** Of a server with several addresses, the one that a way leads to. */
class ReachableTest {
    private static final Place SIX = place("2001:db8::1");
    private static final Place FOUR = place("192.0.2.1");
    private static final List<Place> BOTH = List.of(SIX, FOUR);

    private static Place place(String address) {
        try {
            return new Place("office.test", InetAddress.getByName(address), 5060, Transport.UDP);
        } catch (IOException numeric) {
            throw new IllegalStateException(numeric);
        }
    }

    /** A machine from which ways lead there alone. */
    private static OwnAddress to(Place... places) {
        Set<Place> led = Set.of(places);
        return new OwnAddress() {
            @Override
            public InetAddress towards(Place place) throws IOException {
                if (!led.contains(place)) {
                    throw new IOException("no way there");
                }
                return place.address();
            }

            @Override
            public boolean has(InetAddress address) {
                return true;
            }
        };
    }

    @Test
    void theFirstThatAWayLeadsToIsTaken() throws Exception {
        assertThat(Reachable.from(0, BOTH, to(SIX, FOUR)).place()).isEqualTo(SIX);
        assertThat(Reachable.from(1, BOTH, to(SIX, FOUR)).place()).isEqualTo(FOUR);
        assertThat(Reachable.from(0, BOTH, to(FOUR)).index()).isEqualTo(1);
        assertThat(Reachable.from(1, BOTH, to(SIX)).index()).isZero();
        assertThat(Reachable.from(1, BOTH, to(SIX)).own()).isEqualTo(SIX.address());
    }

    @Test
    void whereNoneIsItSaysSo() {
        assertThatThrownBy(() -> Reachable.from(0, BOTH, to())).isInstanceOf(NoRouteToHostException.class);
        assertThatThrownBy(() -> Reachable.from(0, List.of(), to())).isInstanceOf(NoRouteToHostException.class);
    }
}
