package org.lamplight.office.sip.presence;

import java.util.List;

/** The bodies of notifications. */
final class Documents {
    private Documents() {}

    /** All calls of an address, as busy lamps want it (RFC 4235 section 4); nothing within means idle. */
    static String dialogs(String entity, long version, List<CallStates.Side> sides) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<dialog-info xmlns=\"urn:ietf:params:xml:ns:dialog-info\" version=\"" + version
                + "\" state=\"full\" entity=\"" + escaped(entity) + "\">\n");
        for (CallStates.Side side : sides) {
            String id = escaped(side.id());
            xml.append("<dialog id=\"").append(id).append("\" call-id=\"").append(id);
            xml.append("\" direction=\"")
                    .append(side.initiator() ? "initiator" : "recipient")
                    .append("\">");
            xml.append("<state>").append(side.state()).append("</state>");
            xml.append("<local><identity>").append(escaped(side.self().uri())).append("</identity></local>");
            xml.append("<remote><identity display=\"")
                    .append(escaped(side.other().name()))
                    .append("\">");
            xml.append(escaped(side.other().uri())).append("</identity></remote></dialog>\n");
        }
        return xml.append("</dialog-info>\n").toString();
    }

    /** What the server knows of somebody who publishes nothing (RFC 3863, RFC 4480). */
    static String presence(String entity, boolean open, boolean onThePhone) {
        String activity = onThePhone
                ? "<r:activities><r:on-the-phone/></r:activities><dm:note xml:lang=\"en\">On the phone</dm:note>"
                : "";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<presence xmlns=\"urn:ietf:params:xml:ns:pidf\""
                + " xmlns:dm=\"urn:ietf:params:xml:ns:pidf:data-model\""
                + " xmlns:r=\"urn:ietf:params:xml:ns:pidf:rpid\" entity=\"" + escaped(entity) + "\">\n"
                + "<tuple id=\"office\"><status><basic>" + (open ? "open" : "closed") + "</basic></status></tuple>\n"
                + "<dm:person id=\"p\">" + activity + "</dm:person>\n</presence>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
