package org.lamplight.lab;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.lamplight.office.xmpp.Component;
import org.lamplight.office.xmpp.ComponentLine;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;
import org.lamplight.office.xmpp.xml.StanzaReader;

/**
 * Everybody at a domain of its own beside an office's, who sends one of the office's people what no server would pass on for
 * its own.
 */
public final class HostilePeer implements Component {
    public static final String DOMAIN = "evil.localhost";
    private static final int LONGEST = 1 << 24;
    private static final long MOST_SECONDS = 15;

    private final ComponentLine line;
    private final CompletableFuture<Jid> victim = new CompletableFuture<>();
    private final BlockingQueue<Element> heard = new LinkedBlockingQueue<>();
    private volatile Consumer<Element> listener = stanza -> {};

    private HostilePeer(ComponentLine line) {
        this.line = line;
    }

    /** Beside this server; to be there before its people sign in. */
    public static HostilePeer at(OfficeServer server) {
        HostilePeer[] peer = new HostilePeer[1];
        server.server().attach("evil", line -> peer[0] = new HostilePeer(line));
        return peer[0];
    }

    @Override
    public String name() {
        return "Peer";
    }

    /** Whoever asks what this is, is known from then on. */
    @Override
    public void received(Element stanza, Jid from, Jid to) {
        victim.complete(from);
        heard.add(stanza);
        if (stanza.name().equals("iq") && stanza.attribute("type", "").equals("set")) {
            line.send(
                    from,
                    Element.of("iq", stanza.namespace())
                            .with("from", to.toString())
                            .with("type", "result")
                            .with("id", stanza.attribute("id")));
        }
        listener.accept(stanza);
    }

    /** Learns of all that is sent to somebody here, on whatever thread sent it. Whoever asks for something to be done is told yes. */
    public void listen(Consumer<Element> newListener) {
        listener = newListener;
    }

    /** What was sent to somebody here and not looked at yet. */
    public Collection<Element> heard() {
        return heard;
    }

    /** Takes out the next of these in which this stands, and all that came before it. */
    public Element hears(String what, Duration most) throws Exception {
        long end = System.nanoTime() + most.toNanos();
        while (true) {
            Element next = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new AssertionError("never said: " + what);
            }
            if (next.toString().contains(what)) {
                return next;
            }
        }
    }

    /** Sends a stanza as it stands, but for {@code to='TO'}, which is replaced by the full address of who asked first. */
    public void send(String stanza) throws Exception {
        Jid to = victim.get(MOST_SECONDS, TimeUnit.SECONDS);
        line.send(to, parsed(stanza.replace("to='TO'", "to='" + to + "'")));
    }

    private static Element parsed(String stanza) throws Exception {
        String stream = "<stream:stream xmlns='jabber:client' xmlns:stream='" + Ns.STREAM + "'>" + stanza;
        StanzaReader reader =
                new StanzaReader(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)), LONGEST);
        reader.open();
        return reader.next();
    }
}
