package org.lamplight.xmpp.jingle;

import java.io.IOException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.IqData;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.jivesoftware.smack.parsing.StandardExtensionElementProvider;
import org.jivesoftware.smack.provider.IqProvider;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;

/** What one side of a session says to the other, as elements: Smack's reader gives up where a word in it is unknown. */
final class JingleIq extends IQ {
    static final String ELEMENT = "jingle";
    static final String NAMESPACE = "urn:xmpp:jingle:1";

    private final StandardExtensionElement content;

    JingleIq(StandardExtensionElement content) {
        super(ELEMENT, NAMESPACE);
        this.content = content;
        setType(Type.set);
    }

    StandardExtensionElement content() {
        return content;
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        content.getAttributes().forEach(xml::attribute);
        xml.rightAngleBracket();
        content.getElements().forEach(child -> xml.append(child.toXML()));
        return xml;
    }

    /** Reads it. */
    static final class Provider extends IqProvider<JingleIq> {
        @Override
        public JingleIq parse(XmlPullParser parser, int depth, IqData data, XmlEnvironment environment)
                throws XmlPullParserException, IOException, SmackParsingException {
            return new JingleIq(StandardExtensionElementProvider.INSTANCE.parse(parser, depth, environment));
        }
    }
}
