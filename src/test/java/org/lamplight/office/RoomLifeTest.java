package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.office.RoomClient.ROOM;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** The office has rooms where colleagues meet, and they behave there. */
class RoomLifeTest {
    private static final String KITCHEN = "tea-kitchen@rooms.localhost";

    @RegisterExtension
    final OfficeRule rule = new OfficeRule();

    private static void enter(RawClient client, String room) throws Exception {
        client.send("<presence to='" + room + "/Ada'><x xmlns='" + RoomClient.MUC + "'/></presence>");
        client.await("subject", RoomClient::isSubject);
    }

    private static void say(RawClient client, String room, String body) throws Exception {
        client.send("<message to='" + room + "' type='groupchat'><body>" + body + "</body></message>");
        client.await("echo", element -> body.equals(element.childText("body")));
    }

    private static Element answer(RawClient client, String room) throws Exception {
        return client.await(
                "answer",
                element -> element.attribute("from", "").startsWith(room + "/")
                        && !element.attribute("from", "").equals(room + "/Ada")
                        && element.childText("body") != null
                        && element.find("delay", Ns.DELAY) == null);
    }

    @Test
    void theNewcomerHasThemAsBookmarks() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        Element list = ada.ask(
                        "get", "", "<pubsub xmlns='" + Ns.PUBSUB + "'><items node='urn:xmpp:bookmarks:1'/></pubsub>")
                .find("pubsub", Ns.PUBSUB)
                .find("items");
        List<Element> items = list.children();
        assertThat(items).hasSize(2);
        Element first = items.get(0).find("conference", "urn:xmpp:bookmarks:1");
        assertThat(items.get(0).attribute("id")).isEqualTo(KITCHEN);
        assertThat(first.attribute("autojoin")).isEqualTo("true");
        assertThat(first.childText("nick")).isEqualTo("Ada");
        assertThat(items.get(1).toString()).contains("Project Lamp", "autojoin=\"false\"");
        assertThat(ada.ask("get", "rooms.localhost", "<query xmlns='" + Ns.DISCO_ITEMS + "'/>")
                        .toString())
                .contains("Tea kitchen", "Project Lamp");
    }

    @Test
    void thereAreAHistoryAndPeopleAndNoNoise() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        enter(ada, KITCHEN);
        ada.awaitPresence(KITCHEN + "/Grace", "");
        List<Element> said = ada.came().stream()
                .filter(element -> element.childText("body") != null)
                .toList();
        assertThat(said).hasSizeBetween(3, 10).allMatch(element -> element.find("delay", Ns.DELAY) != null);
        assertThat(new ArchiveClient(ada, KITCHEN).ask("").bodies()).hasSize(said.size());
        // Whoever goes home leaves the room too.
        rule.office().colleagues().say("grace@localhost", "offline", "");
        ada.awaitPresence(KITCHEN + "/Grace", "unavailable");
        rule.office().colleagues().say("grace@localhost", "away", "");
        assertThat(ada.awaitPresence(KITCHEN + "/Grace", "").childText("show")).isEqualTo("away");
    }

    @Test
    void whoIsSpokenToAnswers() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        enter(ada, KITCHEN);
        ada.forget();
        say(ada, KITCHEN, "dennis, shall we have lunch?");
        assertThat(answer(ada, KITCHEN).attribute("from")).isEqualTo(KITCHEN + "/Dennis");
        say(ada, KITCHEN, "Hello everybody");
        answer(ada, KITCHEN);
        ada.send("<message to='" + KITCHEN + "/Grace' type='chat'><body>Hello Grace</body></message>");
        Element whisper = ada.awaitBody(KITCHEN + "/Grace");
        assertThat(whisper.attribute("type")).isEqualTo("chat");
        assertThat(whisper.childText("body")).doesNotContain("friend", "{");
    }

    @Test
    void whoIsInvitedComesAndTalks() throws Exception {
        RoomClient ada = RoomClient.create(rule.online("ada", "desk"), "Ada");
        ada.configure("membersonly=1");
        ada.client()
                .send("<message to='" + ROOM + "'><x xmlns='" + RoomClient.USER
                        + "'><invite to='margaret@localhost'/></x></message>");
        ada.awaitPresence("Margaret", "");
        say(ada.client(), ROOM, "The quick brown fox");
        answer(ada.client(), ROOM);
        ada.admin("set", "<item nick='Margaret' role='none'/>");
        ada.awaitPresence("Margaret", "unavailable");
        rule.office().colleagues().say("margaret@localhost", "away", "");
        ada.client().sync();
        assertThat(ada.client().came().toString()).doesNotContain(ROOM + "/Margaret\" type=\"error");
    }

    @Test
    void nowAndThenSomebodySaysSomething() throws Exception {
        OfficeOptions lively = OfficeOptions.defaults().withEncryption(Encryption.NONE);
        try (Office office = Office.open(lively, Tempo.of(0.002));
                RawClient ada = RawClient.online(office, "ada", "desk")) {
            enter(ada, KITCHEN);
            assertThat(answer(ada, KITCHEN).childText("body")).isNotBlank().doesNotContain("{");
        }
    }
}
