package org.lamplight.call;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What the media of a call are to be like.
 *
 * @param callId names files
 * @param local our address as the peer's side of the network sees this machine
 * @param security what is offered; offers are answered as they ask
 * @param required whether sound without protection is refused
 * @param signalledInSecret whether what is offered and answered reaches our server protected
 * @param codecs names in order of liking, as {@code opus}, {@code g722}, {@code pcmu}, {@code pcma}; unknown ones are left
 *     out, and none at all means all that there are
 * @param suppressSilence whether nothing is sent while nobody speaks, where the peer takes part in it
 * @param traversal how ways are found where routers stand between the ends; empty: the one address has to do
 */
public record MediaWishes(
        String callId,
        InetAddress local,
        MediaSecurity security,
        boolean required,
        boolean signalledInSecret,
        List<String> codecs,
        boolean suppressSilence,
        Optional<Traversal> traversal) {
    /** Copies its list. */
    public MediaWishes {
        codecs = List.copyOf(codecs);
    }
}
