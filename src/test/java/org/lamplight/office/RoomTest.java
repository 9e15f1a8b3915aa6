package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.office.RoomClient.ROOM;
import static org.lamplight.office.RoomClient.codes;
import static org.lamplight.office.RoomClient.item;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** Rooms (XEP-0045): entering, talking, leaving. */
class RoomTest {
    @RegisterExtension
    final OfficeRule rule = new OfficeRule();

    private RoomClient create() throws Exception {
        return RoomClient.create(rule.online("ada", "desk"), "Ada");
    }

    private RoomClient enter(String user, String nick) throws Exception {
        return RoomClient.enter(rule.online(user, "laptop"), nick);
    }

    @Test
    void theServiceIsFound() throws Exception {
        RoomClient ada = create();
        RawClient client = ada.client();
        assertThat(client.ask("get", "localhost", "<query xmlns='" + Ns.DISCO_ITEMS + "'/>")
                        .toString())
                .contains("rooms.localhost");
        assertThat(client.ask("get", "rooms.localhost", "<query xmlns='" + Ns.DISCO_INFO + "'/>")
                        .toString())
                .contains("conference", RoomClient.MUC);
        assertThat(client.ask("get", "rooms.localhost", "<query xmlns='" + Ns.DISCO_ITEMS + "'/>")
                        .toString())
                .contains(ROOM);
        String info = client.ask("get", ROOM, "<query xmlns='" + Ns.DISCO_INFO + "'/>")
                .toString();
        assertThat(info).contains("muc_open", "muc_temporary", "muc#roominfo_occupants", "urn:xmpp:occupant-id:0");
        assertThat(client.ask("get", ROOM, "<query xmlns='" + Ns.DISCO_ITEMS + "'/>")
                        .toString())
                .contains(ROOM + "/Ada");
        assertThat(client.ask("get", "none@rooms.localhost", "<query xmlns='" + Ns.DISCO_INFO + "'/>")
                        .toString())
                .contains("item-not-found");
    }

    @Test
    void whoMakesARoomOwnsIt() throws Exception {
        RoomClient ada = create();
        assertThat(codes(ada.self())).contains("110", "201", "170").doesNotContain("100");
        assertThat(item(ada.self()).attribute("affiliation")).isEqualTo("owner");
        assertThat(item(ada.self()).attribute("role")).isEqualTo("moderator");
        assertThat(item(ada.self()).attribute("jid")).isEqualTo("ada@localhost/desk");
    }

    @Test
    void nobodyElseGetsIntoARoomThatIsNotSetUp() throws Exception {
        RoomClient.enter(rule.online("ada", "desk"), "Ada");
        RawClient grace = rule.online("grace", "laptop");
        grace.send(RoomClient.join("Grace", ""));
        assertThat(grace.awaitPresence(ROOM, "error").toString()).contains("item-not-found");
    }

    @Test
    void theyMeetAndTalk() throws Exception {
        RoomClient ada = create();
        RoomClient grace = enter("grace", "Grace");
        assertThat(item(grace.awaitPresence("Ada", "")).attribute("jid")).isNull();
        assertThat(item(ada.awaitPresence("Grace", "")).attribute("jid")).isEqualTo("grace@localhost/laptop");
        assertThat(codes(grace.self())).contains("110").doesNotContain("201");
        ada.say("m1", "hello");
        Element heard = grace.hears("hello");
        Element echo = ada.hears("hello");
        assertThat(heard.attribute("from")).isEqualTo(ROOM + "/Ada");
        assertThat(echo.attribute("id")).isEqualTo("m1");
        assertThat(echo.find("origin-id", "urn:xmpp:sid:0").attribute("id")).isEqualTo("m1");
        assertThat(heard.find("stanza-id", "urn:xmpp:sid:0").attribute("by")).isEqualTo(ROOM);
        assertThat(echo.find("stanza-id", "urn:xmpp:sid:0").attribute("id"))
                .isEqualTo(heard.find("stanza-id", "urn:xmpp:sid:0").attribute("id"));
        assertThat(heard.find("occupant-id", "urn:xmpp:occupant-id:0").attribute("id"))
                .isNotBlank()
                .isEqualTo(
                        ada.self().find("occupant-id", "urn:xmpp:occupant-id:0").attribute("id"));
    }

    @Test
    void leavingIsSeen() throws Exception {
        RoomClient ada = create();
        RoomClient grace = enter("grace", "Grace");
        grace.leave();
        assertThat(item(ada.awaitPresence("Grace", "unavailable")).attribute("role"))
                .isEqualTo("none");
        ada.say("m1", "alone");
        ada.hears("alone");
        grace.client().sync();
        assertThat(grace.client().came().toString()).doesNotContain("alone");
    }

    @Test
    void whoseConnectionEndsLeaves() throws Exception {
        RoomClient ada = create();
        RoomClient grace = enter("grace", "Grace");
        RoomClient john = enter("john", "John");
        grace.client().cut();
        ada.awaitPresence("Grace", "unavailable");
        john.client().send("<presence type='unavailable'/>");
        ada.awaitPresence("John", "unavailable");
    }

    @Test
    void anEmptyTemporaryRoomIsGone() throws Exception {
        RoomClient ada = create();
        ada.leave();
        assertThat(ada.client()
                        .ask("get", ROOM, "<query xmlns='" + Ns.DISCO_INFO + "'/>")
                        .toString())
                .contains("item-not-found");
    }

    @Test
    void theSubjectIsToldToAllAndToWhoComesLater() throws Exception {
        RoomClient ada = create();
        RoomClient grace = enter("grace", "Grace");
        ada.client().send("<message to='" + ROOM + "' type='groupchat'><subject>Engines</subject></message>");
        Element subject = grace.client().await("subject", RoomClient::isSubject);
        assertThat(subject.childText("subject")).isEqualTo("Engines");
        assertThat(subject.attribute("from")).isEqualTo(ROOM + "/Ada");
        RawClient john = rule.online("john", "laptop");
        john.send(RoomClient.join("John", ""));
        Element later = john.await("subject", RoomClient::isSubject);
        assertThat(later.childText("subject")).isEqualTo("Engines");
        assertThat(later.find("delay", Ns.DELAY)).isNotNull();
        grace.client().send("<message to='" + ROOM + "' type='groupchat'><subject>Cards</subject></message>");
        grace.awaitError("forbidden");
        ada.client()
                .send("<message to='" + ROOM + "' type='groupchat'><subject>" + "x".repeat(3000)
                        + "</subject></message>");
        ada.awaitError("not-acceptable");
    }

    @Test
    void theHistoryComesBeforeTheSubjectAndAsMuchAsWanted() throws Exception {
        RoomClient ada = create();
        for (int i = 0; i < 30; i++) {
            ada.say("m" + i, "line " + i);
        }
        RoomClient usual = enter("grace", "Grace");
        assertThat(usual.client().came().stream()
                        .filter(element -> element.childText("body") != null)
                        .map(element -> element.childText("body")))
                .hasSize(20)
                .endsWith("line 29");
        assertThat(usual.hears("line 29").find("delay", Ns.DELAY)).isNotNull();
        RoomClient little = RoomClient.enter(rule.online("john", "laptop"), "John", "<history maxstanzas='3'/>");
        assertThat(little.client().came().stream().filter(element -> element.childText("body") != null))
                .hasSize(3);
        RoomClient none = RoomClient.enter(rule.online("mary", "laptop"), "Mary", "<history maxchars='0'/>");
        assertThat(none.client().came().stream().filter(element -> element.childText("body") != null))
                .isEmpty();
        RoomClient late = RoomClient.enter(
                rule.online("tim", "laptop"), "Tim", "<history since='2090-01-01T00:00:00Z' maxstanzas='x'/>");
        assertThat(late.client().came().stream().filter(element -> element.childText("body") != null))
                .isEmpty();
    }

    @Test
    void aNickHasOnePerson() throws Exception {
        RoomClient ada = create();
        RawClient grace = rule.online("grace", "laptop");
        grace.send(RoomClient.join("Ada", ""));
        assertThat(grace.awaitPresence(ROOM + "/Ada", "error").toString()).contains("conflict");
        RoomClient inside = RoomClient.enter(grace, "Grace");
        grace.send("<presence to='" + ROOM + "/Ada'/>");
        assertThat(grace.awaitPresence(ROOM + "/Ada", "error").toString()).contains("conflict");
        grace.send("<presence to='" + ROOM + "/Admiral'/>");
        Element gone = ada.awaitPresence("Grace", "unavailable");
        assertThat(codes(gone)).contains("303");
        assertThat(item(gone).attribute("nick")).isEqualTo("Admiral");
        ada.awaitPresence("Admiral", "");
        assertThat(codes(inside.awaitPresence("Grace", "unavailable"))).contains("303", "110");
        assertThat(codes(inside.awaitPresence("Admiral", ""))).contains("110");
    }

    @Test
    void aPersonMayBeInWithSeveralClients() throws Exception {
        RoomClient grace = RoomClient.create(rule.online("grace", "desk"), "Grace");
        RoomClient desk = RoomClient.enter(rule.online("ada", "desk"), "Ada");
        RoomClient phone = RoomClient.enter(rule.online("ada", "phone"), "Ada");
        grace.say("m1", "both");
        desk.hears("both");
        phone.hears("both");
        grace.client().forget();
        phone.leave();
        grace.client().sync();
        assertThat(grace.client().came().toString()).doesNotContain("unavailable");
        desk.leave();
        grace.awaitPresence("Ada", "unavailable");
    }

    @Test
    void aNickIsTidied() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        ada.send(RoomClient.join(" Ada ", ""));
        assertThat(codes(ada.awaitPresence(ROOM + "/Ada", ""))).contains("210");
    }

    @Test
    void pingTellsWhetherOneIsIn() throws Exception {
        RoomClient ada = create();
        String ping = "<ping xmlns='urn:xmpp:ping'/>";
        assertThat(ada.client().ask("get", ROOM + "/Ada", ping).attribute("type"))
                .isEqualTo("result");
        ada.leave();
        assertThat(ada.client().ask("get", ROOM + "/Ada", ping).toString()).contains("not-acceptable");
        RoomClient grace = RoomClient.create(rule.online("grace", "desk"), "Grace");
        assertThat(ada.client().ask("get", ROOM + "/Ada", ping).toString()).contains("not-acceptable");
        assertThat(grace.client().ask("get", ROOM + "/Nobody", ping).toString()).contains("item-not-found");
    }

    @Test
    void whoIsOutsideHasNoSay() throws Exception {
        RoomClient ada = create();
        RawClient grace = rule.online("grace", "laptop");
        grace.send("<message to='" + ROOM + "' type='groupchat' id='x'><body>hello</body></message>");
        grace.await("error", element -> element.toString().contains("not-acceptable"));
        grace.send("<presence to='" + ROOM + "/Grace'/>");
        assertThat(grace.awaitPresence(ROOM, "error").toString()).contains("item-not-found");
        grace.send("<presence to='" + ROOM + "'><x xmlns='" + RoomClient.MUC + "'/></presence>");
        assertThat(grace.awaitPresence(ROOM, "error").toString()).contains("jid-malformed");
        ada.client().sync();
        assertThat(ada.client().came().toString()).doesNotContain("hello");
    }

    @Test
    void onlyTheRoomSaysWhatTheRoomSays() throws Exception {
        RoomClient ada = create();
        RoomClient grace = enter("grace", "Grace");
        grace.client()
                .send("<message to='" + ROOM + "' type='groupchat'><body>false</body>"
                        + "<stanza-id xmlns='urn:xmpp:sid:0' by='" + ROOM + "' id='forged'/>"
                        + "<occupant-id xmlns='urn:xmpp:occupant-id:0' id='forged'/>"
                        + "<delay xmlns='urn:xmpp:delay' stamp='2000-01-01T00:00:00Z'/>"
                        + "<x xmlns='" + RoomClient.USER + "'><status code='104'/></x></message>");
        assertThat(ada.hears("false").toString()).doesNotContain("forged", "104", "2000");
        grace.client()
                .send("<presence to='" + ROOM + "/Grace'><x xmlns='" + RoomClient.USER
                        + "'><item affiliation='owner'/></x></presence>");
        ada.awaitPresence("Grace", "");
        assertThat(ada.awaitPresence("Grace", "").toString()).doesNotContain("owner");
    }

    @Test
    void aShutdownIsTold() throws Exception {
        OfficeOptions quiet = OfficeOptions.defaults().withLively(false).withEncryption(Encryption.NONE);
        Office office = Office.open(quiet, Tempo.of(0.01));
        try (RawClient client = RawClient.online(office, "ada", "desk")) {
            RoomClient ada = RoomClient.create(client, "Ada");
            office.close();
            assertThat(codes(ada.awaitPresence("Ada", "unavailable"))).contains("332");
        }
    }
}
