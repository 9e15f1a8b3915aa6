package org.lamplight.xmpp.stream;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;

/** Publishes an item to our own account (XEP-0163, section 3). */
public final class PublishItem extends IQ {
    private final String node;
    private final String id;
    private final StandardExtensionElement payload;

    public PublishItem(String node, String id, StandardExtensionElement payload) {
        super("pubsub", PepItem.NAMESPACE);
        this.node = node;
        this.id = id;
        this.payload = payload;
        setType(Type.set);
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        xml.rightAngleBracket();
        xml.halfOpenElement("publish").attribute("node", node).rightAngleBracket();
        xml.halfOpenElement("item").attribute("id", id).rightAngleBracket();
        xml.append(payload.toXML());
        xml.closeElement("item");
        xml.closeElement("publish");
        return xml;
    }
}
