package org.lamplight.xmpp.files;

import org.jivesoftware.smack.packet.IQ;
import org.jxmpp.jid.Jid;

/** Asks for a place for a file (XEP-0363, section 4). */
final class UploadRequest extends IQ {
    private final String name;
    private final long size;
    private final String type;

    UploadRequest(Jid service, String name, long size, String type) {
        super("request", UploadSlot.NAMESPACE);
        this.name = name;
        this.size = size;
        this.type = type;
        setType(Type.get);
        setTo(service);
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        xml.attribute("filename", name);
        xml.attribute("size", String.valueOf(size));
        xml.attribute("content-type", type);
        xml.setEmptyElement();
        return xml;
    }
}
