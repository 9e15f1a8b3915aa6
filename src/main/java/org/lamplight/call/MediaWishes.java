package org.lamplight.call;

import java.net.InetAddress;
import java.util.List;

/**
 * What the media of a call are to be like.
 *
 * @param callId names files
 * @param local our address as the peer's side of the network sees this machine
 * @param security what is offered; offers are answered as they ask
 * @param required whether sound without protection is refused
 * @param codecs names in order of liking, as {@code opus}, {@code g722}, {@code pcmu}, {@code pcma}; unknown ones are left
 *     out, and none at all means all that there are
 */
public record MediaWishes(
        String callId, InetAddress local, MediaSecurity security, boolean required, List<String> codecs) {
    /** Copies its list. */
    public MediaWishes {
        codecs = List.copyOf(codecs);
    }
}
