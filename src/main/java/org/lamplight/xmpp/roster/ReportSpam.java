package org.lamplight.xmpp.roster;

import org.jivesoftware.smack.packet.IQ;
import org.jxmpp.jid.Jid;

/** Blocks somebody and says why (XEP-0377); a server that keeps no reports blocks all the same. */
final class ReportSpam extends IQ {
    private final Jid whom;

    ReportSpam(Jid whom) {
        super("block", "urn:xmpp:blocking");
        this.whom = whom;
        setType(Type.set);
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        xml.rightAngleBracket();
        xml.halfOpenElement("item").attribute("jid", whom).rightAngleBracket();
        xml.halfOpenElement("report")
                .xmlnsAttribute("urn:xmpp:reporting:1")
                .attribute("reason", "urn:xmpp:reporting:spam")
                .closeEmptyElement();
        xml.closeElement("item");
        return xml;
    }
}
