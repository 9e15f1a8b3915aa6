package org.lamplight.xmpp.stream;

import java.util.Optional;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smackx.pubsub.ItemsExtension;
import org.jivesoftware.smackx.pubsub.PayloadItem;
import org.jivesoftware.smackx.pubsub.PubSubElementType;
import org.jivesoftware.smackx.pubsub.packet.PubSub;
import org.jxmpp.jid.Jid;

/** Asks an account for one item of one of its nodes (XEP-0060, section 6.5.8). */
public final class PepItem extends IQ {
    static final String NAMESPACE = "http://jabber.org/protocol/pubsub";

    private final String node;
    private final String id;

    public PepItem(Jid account, String node, String id) {
        super("pubsub", NAMESPACE);
        this.node = node;
        this.id = id;
        setType(Type.get);
        setTo(account);
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        xml.rightAngleBracket();
        xml.halfOpenElement("items").attribute("node", node).rightAngleBracket();
        xml.halfOpenElement("item").attribute("id", id).closeEmptyElement();
        xml.closeElement("items");
        return xml;
    }

    /** What the first item of the answer holds. */
    public static Optional<StandardExtensionElement> payload(IQ answer) {
        if (answer instanceof PubSub pubsub
                && pubsub.getExtension(PubSubElementType.ITEMS) instanceof ItemsExtension items
                && !items.getItems().isEmpty()
                && items.getItems().get(0) instanceof PayloadItem<?> item
                && item.getPayload() instanceof StandardExtensionElement payload) {
            return Optional.of(payload);
        }
        return Optional.empty();
    }
}
