package org.lamplight.xmpp.presence;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.lamplight.core.Threads;
import org.lamplight.xmpp.stream.Wire;

/**
 * Whether the server can hide one's presence while messages still come (XEP-0186). It is asked when somebody first wants
 * to be invisible. On the session's thread.
 */
final class Invisibility {
    private static final List<String> VERSIONS = List.of("urn:xmpp:invisible:1", "urn:xmpp:invisible:0");
    private static final long PATIENCE_MS = 5_000;

    private final Wire wire;
    private final Executor thread;
    private boolean asked;
    private boolean known;
    private String version = "";
    private boolean hidden;

    Invisibility(Wire wire, Executor thread) {
        this.wire = wire;
        this.thread = thread;
    }

    /** A new session: nobody is hidden in it yet, and it may be another server. */
    void opened() {
        asked = false;
        known = false;
        version = "";
        hidden = false;
    }

    /** Whether it is known what the server can do; if not it is asked, and the answer is told once. */
    boolean known(Runnable answered) {
        if (!known && !asked) {
            asked = true;
            var connection = wire.connection();
            DiscoverInfo request = DiscoverInfo.builder(connection)
                    .to(connection.getXMPPServiceDomain())
                    .build();
            connection
                    .sendIqRequestAsync(request, PATIENCE_MS)
                    .onSuccess(info -> Threads.post(thread, () -> take(version(info), answered)))
                    .onError(failure -> Threads.post(thread, () -> take("", answered)));
        }
        return known;
    }

    private void take(String offered, Runnable answered) {
        known = true;
        version = offered;
        answered.run();
    }

    /** Empty: none. */
    private static String version(IQ answer) {
        return answer instanceof DiscoverInfo info
                ? VERSIONS.stream().filter(info::containsFeature).findFirst().orElse("")
                : "";
    }

    boolean offered() {
        return !version.isEmpty();
    }

    /** The request that hides or shows; empty if it is so already or the server can't. */
    Optional<Stanza> change(boolean hide) {
        if (version.isEmpty() || hidden == hide) {
            return Optional.empty();
        }
        hidden = hide;
        return Optional.of(new HidePresence(version, hide));
    }
}
