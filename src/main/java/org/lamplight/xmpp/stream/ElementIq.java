package org.lamplight.xmpp.stream;

import java.io.IOException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.IqData;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.provider.IqProvider;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;

/**
 * A request or an answer whose content is one tree of elements. Smack's own classes leave out what they don't know, and their
 * readers give up on a whole form where one field of it is odd: nobody would learn of the answer.
 */
public final class ElementIq extends IQ {
    private final StandardExtensionElement content;

    public ElementIq(IQ.Type type, StandardExtensionElement content) {
        super(content.getElementName(), content.getNamespace());
        this.content = content;
        setType(type);
    }

    public StandardExtensionElement content() {
        return content;
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        content.getAttributes().forEach(xml::attribute);
        xml.rightAngleBracket();
        content.getElements().forEach(child -> xml.append(child.toXML()));
        return xml;
    }

    /** Reads such answers. */
    public static final class Provider extends IqProvider<ElementIq> {
        @Override
        public ElementIq parse(XmlPullParser parser, int initialDepth, IqData data, XmlEnvironment environment)
                throws XmlPullParserException, IOException {
            return new ElementIq(IQ.Type.result, new ElementReader(parser).read());
        }
    }
}
