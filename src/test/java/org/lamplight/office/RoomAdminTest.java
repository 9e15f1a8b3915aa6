package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.office.RoomClient.ROOM;
import static org.lamplight.office.RoomClient.codes;
import static org.lamplight.office.RoomClient.error;
import static org.lamplight.office.RoomClient.item;
import static org.lamplight.office.RoomClient.join;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** Roles and affiliations in rooms (XEP-0045 sections 8 and 9), private messages and invitations. */
class RoomAdminTest {
    @RegisterExtension
    final OfficeRule rule = new OfficeRule();

    private RoomClient ada;
    private RoomClient grace;

    @BeforeEach
    void meet() throws Exception {
        ada = RoomClient.create(rule.online("ada", "desk"), "Ada");
        grace = RoomClient.enter(rule.online("grace", "laptop"), "Grace");
    }

    @Test
    void whoIsKickedGoesAndMayReturn() throws Exception {
        ada.admin("set", "<item nick='Grace' role='none'><reason>Too loud</reason></item>");
        Element bye = grace.awaitPresence("Grace", "unavailable");
        assertThat(codes(bye)).contains("307", "110");
        assertThat(item(bye).childText("reason")).isEqualTo("Too loud");
        assertThat(item(bye).find("actor").attribute("nick")).isEqualTo("Ada");
        assertThat(codes(ada.awaitPresence("Grace", "unavailable"))).contains("307");
        RoomClient.enter(grace.client(), "Grace");
    }

    @Test
    void whoIsBannedStaysOut() throws Exception {
        ada.admin("set", "<item jid='grace@localhost' affiliation='outcast'><reason>Enough</reason></item>");
        Element bye = grace.awaitPresence("Grace", "unavailable");
        assertThat(codes(bye)).contains("301");
        assertThat(item(bye).attribute("affiliation")).isEqualTo("outcast");
        grace.client().send(join("Grace", ""));
        assertThat(error(grace.client().awaitPresence(ROOM, "error"))).isEqualTo("forbidden");
        assertThat(ada.admin("get", "<item affiliation='outcast'/>").toString()).contains("grace@localhost");
        ada.admin("set", "<item jid='grace@localhost' affiliation='none'/>");
        RoomClient.enter(grace.client(), "Grace");
    }

    @Test
    void whoIsNoMemberAnyMoreGoes() throws Exception {
        ada.admin("set", "<item jid='grace@localhost' affiliation='member'/>");
        ada.configure("membersonly=1");
        ada.admin("set", "<item jid='grace@localhost' affiliation='none'/>");
        assertThat(codes(grace.awaitPresence("Grace", "unavailable"))).contains("321");
    }

    @Test
    void rightsAreGivenAndSeen() throws Exception {
        assertThat(error(grace.admin("set", "<item nick='Ada' role='none'/>"))).isEqualTo("forbidden");
        ada.admin("set", "<item nick='Grace' role='moderator'/>");
        Element now = grace.client()
                .await(
                        "moderator",
                        element -> element.name().equals("presence")
                                && element.toString().contains("role=\"moderator\"")
                                && codes(element).contains("110"));
        assertThat(item(now).attribute("affiliation")).isEqualTo("none");
        assertThat(grace.client()
                        .await(
                                "address",
                                element -> element.attribute("from", "").equals(ROOM + "/Ada")
                                        && item(element).attribute("jid") != null))
                .isNotNull();
        assertThat(error(grace.admin("set", "<item nick='Ada' role='none'/>"))).isEqualTo("not-allowed");
        RoomClient john = RoomClient.enter(rule.online("john", "laptop"), "John");
        grace.admin("set", "<item nick='John' role='none'/>");
        assertThat(codes(john.awaitPresence("John", "unavailable"))).contains("307");
        assertThat(error(grace.admin("set", "<item jid='john@localhost' affiliation='member'/>")))
                .isEqualTo("forbidden");
    }

    @Test
    void adminsAndOwners() throws Exception {
        ada.admin("set", "<item jid='grace@localhost' affiliation='admin'/>");
        assertThat(item(grace.client()
                                .await("admin", element -> element.toString().contains("\"admin\"")))
                        .attribute("role"))
                .isEqualTo("moderator");
        assertThat(error(grace.admin("set", "<item jid='ada@localhost' affiliation='none'/>")))
                .isEqualTo("not-allowed");
        assertThat(error(grace.admin("set", "<item jid='john@localhost' affiliation='owner'/>")))
                .isEqualTo("forbidden");
        assertThat(error(ada.admin("set", "<item jid='ada@localhost' affiliation='admin'/>")))
                .isEqualTo("conflict");
        assertThat(error(ada.admin("set", "<item jid='ada@localhost' affiliation='outcast'/>")))
                .isEqualTo("conflict");
        ada.admin("set", "<item jid='grace@localhost' affiliation='owner'/>");
        ada.admin("set", "<item jid='ada@localhost' affiliation='admin'/>");
        assertThat(ada.admin("get", "<item affiliation='owner'/>").toString()).contains("grace@localhost");
        assertThat(grace.admin("get", "<item role='moderator'/>").toString()).contains("Ada", "Grace");
    }

    @Test
    void oneWrongItemStopsAll() throws Exception {
        Element answer = ada.admin(
                "set",
                "<item jid='john@localhost' affiliation='member'/><item jid='ada@localhost' affiliation='none'/>");
        assertThat(error(answer)).isEqualTo("conflict");
        assertThat(ada.admin("get", "<item affiliation='member'/>").toString()).doesNotContain("john@localhost");
        assertThat(error(ada.admin("set", "<item nick='Nobody' role='none'/>"))).isEqualTo("item-not-found");
        assertThat(error(ada.admin("set", "<item affiliation='member'/>"))).isEqualTo("jid-malformed");
        assertThat(error(ada.admin("set", "<item jid='x@y' affiliation='king'/>")))
                .isEqualTo("bad-request");
        assertThat(error(grace.admin("get", "<item affiliation='owner'/>"))).isEqualTo("forbidden");
    }

    @Test
    void whispers() throws Exception {
        RawClient john = rule.online("john", "laptop");
        RoomClient.enter(john, "John");
        grace.client()
                .send("<message to='" + ROOM + "/John' type='chat' id='w1'><body>psst</body>"
                        + "<origin-id xmlns='urn:xmpp:sid:0' id='w1'/></message>");
        Element whisper = john.awaitBody(ROOM + "/Grace");
        assertThat(whisper.attribute("type")).isEqualTo("chat");
        assertThat(whisper.attribute("id")).isEqualTo("w1");
        assertThat(whisper.find("x", RoomClient.USER)).isNotNull();
        assertThat(whisper.toString()).doesNotContain("grace@localhost").contains("occupant-id");
        ada.client().sync();
        assertThat(ada.client().came().toString()).doesNotContain("psst");
        assertThat(new ArchiveClient(john, "").ask("").bodies()).containsExactly("psst");
        assertThat(new ArchiveClient(grace.client(), "").ask("").bodies()).containsExactly("psst");
        assertThat(new ArchiveClient(john, ROOM).ask("").results()).isEmpty();
        ada.configure("allowpm=moderators");
        grace.client().send("<message to='" + ROOM + "/John' type='chat'><body>again</body></message>");
        grace.awaitError("forbidden");
        grace.client().send("<message to='" + ROOM + "/Nobody' type='chat'><body>again</body></message>");
        grace.awaitError("item-not-found");
        grace.client().send("<message to='" + ROOM + "/John' type='groupchat'><body>again</body></message>");
        grace.awaitError("bad-request");
    }

    @Test
    void aWhisperToTwoClientsIsKeptOnce() throws Exception {
        RoomClient phone = RoomClient.enter(rule.online("grace", "phone"), "Grace");
        ada.client().send("<message to='" + ROOM + "/Grace' type='chat'><body>psst</body></message>");
        Element one = grace.client().awaitBody(ROOM + "/Ada");
        Element two = phone.client().awaitBody(ROOM + "/Ada");
        assertThat(one.find("stanza-id", "urn:xmpp:sid:0").attribute("id"))
                .isEqualTo(two.find("stanza-id", "urn:xmpp:sid:0").attribute("id"));
        assertThat(new ArchiveClient(grace.client(), "").ask("").bodies()).containsExactly("psst");
    }

    @Test
    void invitations() throws Exception {
        RawClient john = rule.online("john", "laptop");
        john.send("<presence><priority>9</priority></presence>");
        john.sync();
        ada.configure("membersonly=1", "passwordprotectedroom=1", "roomsecret=hush");
        ada.client()
                .send("<message to='" + ROOM + "'><x xmlns='" + RoomClient.USER
                        + "'><invite to='john@localhost'><reason>Come</reason></invite></x></message>");
        Element invitation = john.await("invitation", element -> element.find("x", RoomClient.USER) != null);
        Element invite = invitation.find("x", RoomClient.USER).find("invite");
        assertThat(invitation.attribute("from")).isEqualTo(ROOM);
        assertThat(invite.attribute("from")).isEqualTo("ada@localhost");
        assertThat(invite.childText("reason")).isEqualTo("Come");
        assertThat(invitation.find("x", "jabber:x:conference").attribute("password"))
                .isEqualTo("hush");
        RoomClient inside = RoomClient.enter(john, "John", "<password>hush</password>");
        assertThat(item(inside.self()).attribute("affiliation")).isEqualTo("member");
        RawClient mary = rule.online("mary", "laptop");
        mary.send("<message to='" + ROOM + "'><x xmlns='" + RoomClient.USER
                + "'><decline to='ada@localhost'><reason>Busy</reason></decline></x></message>");
        Element decline =
                ada.client().await("decline", element -> element.toString().contains("decline"));
        assertThat(decline.toString()).contains("mary@localhost", "Busy");
        mary.send("<message to='" + ROOM + "'><x xmlns='" + RoomClient.USER
                + "'><invite to='tim@localhost'/></x></message>");
        mary.await("error", element -> error(element).equals("not-acceptable"));
    }

    @Test
    void whoMayNotInviteDoesNot() throws Exception {
        ada.configure("allowinvites=0");
        grace.client()
                .send("<message to='" + ROOM + "'><x xmlns='" + RoomClient.USER
                        + "'><invite to='john@localhost'/></x></message>");
        grace.awaitError("forbidden");
    }

    @Test
    void directInvitationsWaitForWhoIsAway() throws Exception {
        rule.office().colleagues().say("margaret@localhost", "offline", "");
        ada.client()
                .send("<message to='margaret@localhost'><body>Come in</body><x xmlns='jabber:x:conference' jid='" + ROOM
                        + "'/></message>");
        ada.client().sync();
        RawClient margaret = rule.online("margaret", "laptop");
        assertThat(margaret.awaitBody("ada@localhost")
                        .find("x", "jabber:x:conference")
                        .attribute("jid"))
                .isEqualTo(ROOM);
    }

    @Test
    void occupantsClientsAreAskedThroughTheRoom() throws Exception {
        grace.client().send("<iq type='get' id='v1' to='" + ROOM + "/Ada'><query xmlns='jabber:iq:version'/></iq>");
        Element question = ada.client().await("question", element -> element.find("query", Ns.VERSION) != null);
        assertThat(question.attribute("from")).isEqualTo(ROOM + "/Grace");
        ada.client()
                .send("<iq type='result' id='" + question.attribute("id") + "' to='" + ROOM
                        + "/Grace'><query xmlns='jabber:iq:version'><name>N</name></query></iq>");
        Element answer = grace.client().await("answer", element -> "v1".equals(element.attribute("id")));
        assertThat(answer.attribute("from")).isEqualTo(ROOM + "/Ada");
        assertThat(answer.toString()).contains("<name>N</name>").doesNotContain("ada@localhost");
        assertThat(error(grace.client().ask("get", ROOM + "/Ada", "<vCard xmlns='vcard-temp'/>")))
                .isEqualTo("service-unavailable");
    }

    @Test
    void whoBreaksConnectionLeavesTheRoomUsable() throws Exception {
        grace.client().send("<presence type='error' to='" + ROOM + "/Ada'/>");
        ada.awaitPresence("Grace", "unavailable");
        grace.say("m", "outside");
        grace.awaitError("not-acceptable");
    }

    @Test
    void anyRubbishIsAnsweredAndTheRoomGoesOn() throws Exception {
        String[] good = {
            "<iq type='set' id='1' to='" + ROOM + "'><query xmlns='http://jabber.org/protocol/muc#admin'>"
                    + "<item nick='Grace' role='visitor'/></query></iq>",
            "<iq type='set' id='2' to='" + ROOM + "'><query xmlns='http://jabber.org/protocol/muc#owner'>"
                    + "<x xmlns='jabber:x:data' type='submit'><field var='muc#roomconfig_maxusers'>"
                    + "<value>20</value></field></x></query></iq>",
            "<message to='" + ROOM + "'><x xmlns='http://jabber.org/protocol/muc#user'>"
                    + "<invite to='john@localhost'><reason>x</reason></invite></x></message>",
            "<presence to='" + ROOM + "/Ada'><x xmlns='http://jabber.org/protocol/muc'>"
                    + "<history maxstanzas='3' since='2020-01-01T00:00:00Z'/></x></presence>",
            "<message to='" + ROOM + "' type='groupchat'><subject>x</subject></message>"
        };
        Random random = new Random(23);
        RawClient client = ada.client();
        for (int i = 0; i < 500; i++) {
            StringBuilder bad = new StringBuilder(good[i % good.length]);
            for (int j = 0; j < 3; j++) {
                int at = random.nextInt(bad.length());
                if (Character.isLetterOrDigit(bad.charAt(at)) && quoted(bad, at)) {
                    bad.setCharAt(at, "0a9-Z@/ ".charAt(random.nextInt(8)));
                }
            }
            client.send(bad.toString());
        }
        client.sync();
        RawClient mary = rule.online("mary", "laptop");
        mary.send(join("Mary", ""));
        mary.await("an answer", element -> element.attribute("from", "").startsWith(ROOM));
    }

    /** Whether a place is inside a value, where anything keeps the XML well-formed. */
    private static boolean quoted(CharSequence xml, int at) {
        return xml.toString().substring(0, at).chars().filter(c -> c == '\'').count() % 2 == 1
                && xml.toString().lastIndexOf("xmlns='", at) < xml.toString().lastIndexOf('\'', at) - 6;
    }
}
