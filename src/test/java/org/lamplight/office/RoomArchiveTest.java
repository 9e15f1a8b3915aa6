package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.office.ArchiveClient.field;
import static org.lamplight.office.ArchiveClient.form;
import static org.lamplight.office.ArchiveClient.page;
import static org.lamplight.office.RoomClient.ROOM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** What was said in a room can be read later (XEP-0313 at the room's address). */
class RoomArchiveTest {
    @RegisterExtension
    final OfficeRule rule = new OfficeRule();

    @Test
    void everythingSaidIsThere() throws Exception {
        RoomClient ada = RoomClient.create(rule.online("ada", "desk"), "Ada");
        RoomClient grace = RoomClient.enter(rule.online("grace", "desk"), "Grace");
        ada.say("m1", "one");
        grace.hears("one");
        grace.say("m2", "two");
        Element live = ada.hears("two");
        ada.client()
                .send("<message to='" + ROOM
                        + "' type='groupchat'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>");
        ada.client().sync();
        ArchiveClient archive = new ArchiveClient(grace.client(), ROOM);
        ArchiveClient.Answer answer = archive.ask("");
        assertThat(answer.bodies()).containsExactly("one", "two");
        assertThat(answer.id(1))
                .isEqualTo(live.find("stanza-id", "urn:xmpp:sid:0").attribute("id"));
        assertThat(answer.messages().get(0).attribute("from")).isEqualTo(ROOM + "/Ada");
        assertThat(answer.messages().get(0).attribute("type")).isEqualTo("groupchat");
        assertThat(answer.messages().get(0).toString()).doesNotContain("ada@localhost");
        assertThat(archive.ask(form(field("with", ROOM + "/Grace"))).bodies()).containsExactly("two");
        assertThat(archive.ask(page("<max>1</max><before/>")).bodies()).containsExactly("two");
        assertThat(grace.client()
                        .ask("get", ROOM, "<query xmlns='" + Ns.DISCO_INFO + "'/>")
                        .toString())
                .contains("urn:xmpp:mam:2");
        // The account's own archive holds nothing of it.
        assertThat(new ArchiveClient(grace.client(), "").ask("").results()).isEmpty();
    }

    @Test
    void theRoomIsNotYetSetUp() throws Exception {
        RoomClient.enter(rule.online("ada", "desk"), "Ada");
        RawClient grace = rule.online("grace", "desk");
        assertThat(new ArchiveClient(grace, ROOM).ask("").error()).isEqualTo("forbidden");
    }
}
