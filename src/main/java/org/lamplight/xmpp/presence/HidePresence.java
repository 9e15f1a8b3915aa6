package org.lamplight.xmpp.presence;

import org.jivesoftware.smack.packet.IQ;

/** Has the server hide one's presence, or show it again (XEP-0186). */
final class HidePresence extends IQ {
    private final boolean hide;

    HidePresence(String namespace, boolean hide) {
        super(hide ? "invisible" : "visible", namespace);
        this.hide = hide;
        setType(Type.set);
    }

    /** While hidden one still wants to see the others: the server asks for them. */
    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        if (hide) {
            xml.attribute("probe", "true");
        }
        xml.setEmptyElement();
        return xml;
    }
}
