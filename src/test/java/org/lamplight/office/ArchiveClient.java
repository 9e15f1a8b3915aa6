package org.lamplight.office;

import java.util.ArrayList;
import java.util.List;
import org.lamplight.office.xmpp.xml.Element;

/** Reads an archive (XEP-0313) as a client does. */
final class ArchiveClient {
    static final String MAM = "urn:xmpp:mam:2";
    static final String RSM = "http://jabber.org/protocol/rsm";

    private final RawClient client;
    private final String address;

    /** {@code address} is empty for the own account's. */
    ArchiveClient(RawClient client, String address) {
        this.client = client;
        this.address = address;
    }

    /** What a query brought. */
    record Answer(List<Element> results, Element iq) {
        List<String> bodies() {
            return messages().stream().map(message -> message.childText("body")).toList();
        }

        List<Element> messages() {
            return results.stream()
                    .map(result ->
                            result.find("forwarded", "urn:xmpp:forward:0").find("message", "jabber:client"))
                    .toList();
        }

        String id(int index) {
            return results.get(index).attribute("id");
        }

        boolean isComplete() {
            return "true".equals(iq.find("fin", MAM).attribute("complete"));
        }

        String count() {
            return set().childText("count");
        }

        Element set() {
            return iq.find("fin", MAM).find("set", RSM);
        }

        String error() {
            return iq.find("error").children().get(0).name();
        }
    }

    static String field(String name, String value) {
        return "<field var='" + name + "'><value>" + value + "</value></field>";
    }

    static String form(String fields) {
        return "<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>" + MAM
                + "</value></field>" + fields + "</x>";
    }

    static String page(String content) {
        return "<set xmlns='" + RSM + "'>" + content + "</set>";
    }

    Answer ask(String content) throws Exception {
        client.sync();
        client.forget();
        Element iq = client.ask("set", address, "<query xmlns='" + MAM + "' queryid='q'>" + content + "</query>");
        List<Element> results = new ArrayList<>();
        for (Element element : client.came()) {
            Element result = element.find("result", MAM);
            if (result != null && "q".equals(result.attribute("queryid"))) {
                results.add(result);
            }
        }
        return new Answer(results, iq);
    }
}
