package org.lamplight.xmpp;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;

/** Publishes our activity to our own account (XEP-0163, section 3). */
final class PublishActivity extends IQ {
    private final StandardExtensionElement activity;

    PublishActivity(StandardExtensionElement activity) {
        super("pubsub", "http://jabber.org/protocol/pubsub");
        this.activity = activity;
        setType(Type.set);
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        xml.rightAngleBracket();
        xml.halfOpenElement("publish").attribute("node", Activity.NAMESPACE).rightAngleBracket();
        xml.halfOpenElement("item").attribute("id", "current").rightAngleBracket();
        xml.append(activity.toXML());
        xml.closeElement("item");
        xml.closeElement("publish");
        return xml;
    }
}
