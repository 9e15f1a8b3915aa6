package org.lamplight.xmpp.login;

import java.io.IOException;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves out a stanza that Smack's readers of extensions fail on. Without it the stream ends, the server sends the stanza
 * again, and whoever can send us one message keeps us cut off.
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

    private static void skip(XmlPullParser parser, int depth) throws XmlPullParserException, IOException {
        XmlPullParser.Event event = parser.getEventType();
        while (event != XmlPullParser.Event.END_DOCUMENT
                && !(event == XmlPullParser.Event.END_ELEMENT && parser.getDepth() <= depth)) {
            event = parser.next();
        }
    }
}
