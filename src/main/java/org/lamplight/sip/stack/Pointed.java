package org.lamplight.sip.stack;

import gov.nist.javax.sip.message.MessageExt;
import java.util.List;
import java.util.ListIterator;
import javax.sip.SipException;
import javax.sip.SipStack;
import javax.sip.address.Hop;
import javax.sip.address.Router;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/** Sends each request where its {@link Place} says, and nowhere else. Made by the library, by name. */
public final class Pointed implements Router {

    /** As the library wants it. */
    public Pointed(SipStack stack, @Nullable String proxy) {}

    static void point(Request request, Place place) {
        ((MessageExt) request).setApplicationData(place);
    }

    @Override
    public @Nullable Hop getOutboundProxy() {
        return null;
    }

    @Override
    @Deprecated
    @SuppressWarnings("rawtypes")
    public ListIterator getNextHops(Request request) {
        return List.of().listIterator();
    }

    @Override
    public Hop getNextHop(Request request) throws SipException {
        if (((MessageExt) request).getApplicationData() instanceof Place place) {
            return place;
        }
        throw new SipException("nobody said where this request goes");
    }
}
