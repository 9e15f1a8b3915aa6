package org.lamplight.xmpp.jingle;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.iqrequest.AbstractIqRequestHandler;
import org.jivesoftware.smack.iqrequest.IQRequestHandler;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.bytestreams.ibb.InBandBytestreamManager.StanzaType;
import org.jivesoftware.smackx.bytestreams.ibb.packet.Close;
import org.jivesoftware.smackx.bytestreams.ibb.packet.Data;
import org.jivesoftware.smackx.bytestreams.ibb.packet.Open;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;

/**
 * Bytes within the stream of stanzas (XEP-0047, XEP-0261). Smack's own class acknowledges what comes before anybody has
 * taken it, so that whoever sends faster than a disk writes fills the memory; here the answer is given once it was taken.
 * From any thread.
 */
final class InBand {
    static final String NAMESPACE = "urn:xmpp:jingle:transports:ibb:1";

    /** Bytes in one stanza. */
    static final int BLOCK = 4096;

    private static final int LARGEST_BLOCK = 16 * 1024;

    private final Requests requests;
    private final Map<Key, InBandInput> expected = new ConcurrentHashMap<>();

    private record Key(Jid peer, String sid) {}

    InBand(Requests requests) {
        this.requests = requests;
    }

    void attach(XMPPConnection connection) {
        handle(connection, Open.ELEMENT, Open.NAMESPACE, request -> opened((Open) request));
        handle(connection, "data", Open.NAMESPACE, request -> came((Data) request));
        handle(connection, Close.ELEMENT, Close.NAMESPACE, request -> closed((Close) request));
    }

    /** In the reader's thread, so that order is kept; what answers null does so later. */
    private static void handle(
            XMPPConnection connection, String element, String namespace, Function<IQ, @Nullable IQ> action) {
        connection.registerIQRequestHandler(
                new AbstractIqRequestHandler(element, namespace, IQ.Type.set, IQRequestHandler.Mode.sync) {
                    @Override
                    public @Nullable IQ handleIQRequest(IQ request) {
                        return action.apply(request);
                    }
                });
    }

    /** How it is said in a session that bytes go this way. */
    static StandardExtensionElement element(String sid, int block) {
        return StandardExtensionElement.builder("transport", NAMESPACE)
                .addAttribute("block-size", String.valueOf(block))
                .addAttribute("sid", sid)
                .build();
    }

    static boolean is(@Nullable StandardExtensionElement transport) {
        return transport != null
                && NAMESPACE.equals(transport.getNamespace())
                && !Words.attribute(transport, "sid").isEmpty();
    }

    /** The size of a block that suits both. */
    static int block(StandardExtensionElement transport) {
        String said = Words.attribute(transport, "block-size");
        int theirs = said.matches("[1-9]\\d{0,4}") ? Integer.parseInt(said) : BLOCK;
        return Math.min(theirs, LARGEST_BLOCK);
    }

    /** Bytes that the peer is going to send. Whoever gets it closes it. */
    InBandInput expect(Jid peer, String sid, int block) {
        Key key = new Key(peer, sid);
        InBandInput input = new InBandInput(requests, block, () -> expected.remove(key));
        expected.put(key, input);
        return input;
    }

    /** Bytes that go to the peer. Blocks until the peer is ready. */
    InBandOutput open(Jid peer, String sid, int block) throws IOException {
        Open open = new Open(sid, block, StanzaType.IQ);
        open.setTo(peer);
        requests.answer(open);
        return new InBandOutput(requests, peer, sid, block);
    }

    private @Nullable InBandInput find(IQ request, String sid) {
        Jid from = request.getFrom();
        return from == null ? null : expected.get(new Key(from, sid));
    }

    private IQ opened(Open open) {
        InBandInput input = find(open, open.getSessionID());
        if (input == null || open.getStanza() != StanzaType.IQ) {
            return IQ.createErrorResponse(open, StanzaError.Condition.not_acceptable);
        }
        return open.getBlockSize() > input.block()
                ? IQ.createErrorResponse(open, StanzaError.Condition.resource_constraint)
                : IQ.createResultIQ(open);
    }

    private @Nullable IQ came(Data data) {
        InBandInput input = find(data, data.getDataPacketExtension().getSessionID());
        return input == null ? IQ.createErrorResponse(data, StanzaError.Condition.item_not_found) : input.came(data);
    }

    private IQ closed(Close close) {
        InBandInput input = find(close, close.getSessionID());
        if (input == null) {
            return IQ.createErrorResponse(close, StanzaError.Condition.item_not_found);
        }
        input.ended();
        return IQ.createResultIQ(close);
    }
}
