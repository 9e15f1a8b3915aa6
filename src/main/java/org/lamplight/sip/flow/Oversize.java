package org.lamplight.sip.flow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.sip.message.Draft;
import org.lamplight.sip.stack.Endpoint;
import org.lamplight.sip.stack.Place;
import org.lamplight.sip.stack.Replies;
import org.lamplight.sip.stack.Sent;
import org.lamplight.sip.stack.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests. What is too long for a datagram goes to our server by TCP where that takes it, else by datagram all the same
 * (RFC 3261, section 18.1.1). We are still called where we registered: Contact does not change. On the account's thread, which
 * waits a second at most, and once in ten minutes, for one that does not even refuse.
 */
final class Oversize {
    private static final Logger LOG = LoggerFactory.getLogger(Oversize.class);
    /** Octets; the path's limit is not known. */
    private static final int LONGEST = 1_300;

    private static final long REMEMBERED_NANOS = Duration.ofMinutes(10).toNanos();

    private final Flow flow;
    /** Since when we know that these take datagrams alone, as seen from one of our addresses. */
    private final Map<Place, Long> without = new HashMap<>();

    private @Nullable Endpoint seenFrom;

    Oversize(Flow flow) {
        this.flow = flow;
    }

    @Nullable
    Sent send(Draft draft, List<String> proofs, Place place, Replies replies) {
        Endpoint endpoint = flow.endpoint();
        String text = draft.text(flow.via(), proofs);
        // a registration is for the way that it comes by
        if (!draft.method().equals("REGISTER") && isTooLong(text, place)) {
            try {
                return endpoint.sendByStream(
                        draft.text(endpoint.streamVia(), proofs),
                        stream(place),
                        replies,
                        () -> closed(draft, proofs, place, replies));
            } catch (IOException refused) {
                remember(place, refused.toString());
            }
        }
        return endpoint.send(text, place, replies);
    }

    /** It took the connection, and closed it without a word. */
    private @Nullable Sent closed(Draft draft, List<String> proofs, Place place, Replies replies) {
        remember(place, "it closes connections");
        return flow.endpoint().send(draft.text(flow.via(), proofs), place, replies);
    }

    /** An ACK, which nobody answers. */
    void sendAlone(Draft ack, Place place) {
        Endpoint endpoint = flow.endpoint();
        String text = ack.text(flow.via(), List.of());
        if (isTooLong(text, place)) {
            try {
                endpoint.sendAloneByStream(ack.text(endpoint.streamVia(), List.of()), stream(place));
                return;
            } catch (IOException refused) {
                remember(place, refused.toString());
            }
        }
        endpoint.sendAlone(text, place);
    }

    private static Place stream(Place place) {
        return new Place(place.name(), place.address(), place.port(), Transport.TCP);
    }

    /** Nobody but our own server has us open connections: a peer's Contact may name anybody. */
    private boolean isTooLong(String text, Place place) {
        if (place.transport() != Transport.UDP
                || !flow.isServer(place.address())
                || text.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return false;
        }
        if (seenFrom != flow.endpoint()) {
            seenFrom = flow.endpoint();
            without.clear();
        }
        Long since = without.get(place);
        return since == null || System.nanoTime() - since > REMEMBERED_NANOS;
    }

    private void remember(Place place, String reason) {
        LOG.debug("{} takes datagrams alone: {}", place, reason);
        without.put(place, System.nanoTime());
    }
}
