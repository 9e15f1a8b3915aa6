package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lamplight.office.xmpp.CapsHash;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** Bookmarks of rooms (XEP-0402) are personal events that only their owner sees. */
class BookmarksTest {
    private static final String NODE = "urn:xmpp:bookmarks:1";
    private static final String ITEMS = "<pubsub xmlns='" + Ns.PUBSUB + "'><items node='" + NODE + "'/></pubsub>";

    @RegisterExtension
    final OfficeRule rule = new OfficeRule();

    private static String option(String name, String value) {
        return "<field var='" + name + "'><value>" + value + "</value></field>";
    }

    private static String publish(String room) {
        return "<pubsub xmlns='" + Ns.PUBSUB + "'><publish node='" + NODE + "'><item id='" + room
                + "'><conference xmlns='" + NODE + "' name='" + room
                + "' autojoin='true'><nick>Me</nick></conference></item></publish>"
                + "<publish-options><x xmlns='jabber:x:data' type='submit'>"
                + option("FORM_TYPE", Ns.PUBSUB + "#publish-options")
                + option("pubsub#persist_items", "true")
                + option("pubsub#max_items", "max")
                + option("pubsub#send_last_published_item", "never")
                + option("pubsub#access_model", "whitelist") + "</x></publish-options></pubsub>";
    }

    @Test
    void oneItemForEachRoomAndOnlyForOneself() throws Exception {
        RawClient grace = rule.online("grace", "desk");
        for (int i = 0; i < 5; i++) {
            assertThat(grace.ask("set", "", publish("room" + i + "@rooms.localhost"))
                            .attribute("type"))
                    .isEqualTo("result");
        }
        String all = grace.ask("get", "", ITEMS).toString();
        assertThat(all).contains("room0@", "room4@", "<nick>Me</nick>");
        RawClient ada = rule.online("ada", "desk");
        assertThat(ada.ask("get", "grace@localhost", ITEMS).toString()).contains("forbidden");
        assertThat(ada.ask("get", "grace@localhost", "<query xmlns='" + Ns.DISCO_ITEMS + "'/>")
                        .toString())
                .doesNotContain(NODE);
    }

    @Test
    void otherClientsHearOfChangesOnly() throws Exception {
        RawClient desk = rule.online("grace", "desk");
        desk.ask("set", "", publish("first@rooms.localhost"));
        Element info = Element.of("query", Ns.DISCO_INFO);
        info.child("feature", Ns.DISCO_INFO).with("var", NODE + "+notify");
        RawClient phone = rule.session("grace", "phone");
        phone.send("<presence><c xmlns='" + Ns.CAPS + "' hash='sha-1' node='n' ver='" + CapsHash.of(info)
                + "'/></presence>");
        Element question = phone.await("question", element -> element.find("query", Ns.DISCO_INFO) != null);
        info.with("node", question.find("query", Ns.DISCO_INFO).attribute("node"));
        phone.send("<iq type='result' to='localhost' id='" + question.attribute("id") + "'>" + info.toXml(Ns.CLIENT)
                + "</iq>");
        phone.sync();
        assertThat(phone.came().toString()).doesNotContain("first@");
        desk.ask("set", "", publish("second@rooms.localhost"));
        assertThat(phone.awaitEvent("grace@localhost", NODE).toString()).contains("second@", "autojoin");
        desk.ask(
                "set",
                "",
                "<pubsub xmlns='" + Ns.PUBSUB + "'><retract node='" + NODE
                        + "' notify='true'><item id='second@rooms.localhost'/></retract></pubsub>");
        assertThat(phone.awaitEvent("grace@localhost", NODE).toString()).contains("retract", "second@");
    }
}
