package org.lamplight.xmpp.login;

import java.io.IOException;
import org.jivesoftware.smack.SmackException.NotConnectedException;
import org.jivesoftware.smack.packet.ErrorIQ;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves out a stanza that Smack's readers of extensions fail on, and says no without repeating the question, for what
 * could be read may be nothing that can be written again. Without both the stream ends, the server sends the stanza again,
 * and whoever can send us one message keeps us cut off.
 */
final class TolerantConnection extends XMPPTCPConnection {
    private static final Logger LOG = LoggerFactory.getLogger(TolerantConnection.class);

    TolerantConnection(XMPPTCPConnectionConfiguration configuration) {
        super(configuration);
    }

    @Override
    protected void parseAndProcessStanza(XmlPullParser parser)
            throws XmlPullParserException, IOException, InterruptedException {
        int depth = parser.getDepth();
        try {
            super.parseAndProcessStanza(parser);
        } catch (RuntimeException unreadable) {
            LOG.info("A stanza was left out, for it could not be read", unreadable);
            skip(parser, depth);
        }
    }

    @Override
    protected void sendStanzaInternal(Stanza stanza) throws NotConnectedException, InterruptedException {
        super.sendStanzaInternal(stanza instanceof ErrorIQ refusal ? bare(refusal) : stanza);
    }

    /** The refusal by itself: to hold the request too is a courtesy (RFC 6120, section 8.3.1). */
    private static ErrorIQ bare(ErrorIQ refusal) {
        ErrorIQ bare = ErrorIQ.builder(refusal.getError()).build();
        bare.setStanzaId(refusal.getStanzaId());
        bare.setTo(refusal.getTo());
        bare.setFrom(refusal.getFrom());
        return bare;
    }

    private static void skip(XmlPullParser parser, int depth) throws XmlPullParserException, IOException {
        XmlPullParser.Event event = parser.getEventType();
        while (event != XmlPullParser.Event.END_DOCUMENT
                && !(event == XmlPullParser.Event.END_ELEMENT && parser.getDepth() <= depth)) {
            event = parser.next();
        }
    }
}
