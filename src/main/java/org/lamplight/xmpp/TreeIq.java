package org.lamplight.xmpp;

import java.io.IOException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.provider.IQProvider;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.lamplight.core.PlainText;

/** A request or an answer whose content is taken as it is, within bounds: what it means is found out by others. */
final class TreeIq extends IQ {
    private final Tree content;

    TreeIq(Tree content, Type type) {
        super(content.name(), content.namespace());
        this.content = content;
        setType(type);
    }

    Tree content() {
        return content;
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        content.attributes().forEach((key, value) -> xml.attribute(key, PlainText.xml(value)));
        xml.rightAngleBracket();
        content.writeInside(xml);
        return xml;
    }

    /** Smack's own readers give up on a whole form where one field of it is odd, and nobody learns of the answer. */
    static final class Reader extends IQProvider<TreeIq> {
        @Override
        public TreeIq parse(XmlPullParser parser, int depth, XmlEnvironment environment)
                throws XmlPullParserException, IOException {
            return new TreeIq(Tree.read(parser), Type.result);
        }
    }
}
