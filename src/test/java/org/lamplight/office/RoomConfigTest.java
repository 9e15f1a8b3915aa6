package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.office.RoomClient.ROOM;
import static org.lamplight.office.RoomClient.codes;
import static org.lamplight.office.RoomClient.error;
import static org.lamplight.office.RoomClient.item;
import static org.lamplight.office.RoomClient.join;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** How rooms are set up (XEP-0045 section 10), and what follows for those who enter. */
class RoomConfigTest {
    @RegisterExtension
    final OfficeRule rule = new OfficeRule();

    private RoomClient ada;

    @BeforeEach
    void create() throws Exception {
        ada = RoomClient.create(rule.online("ada", "desk"), "Ada");
    }

    private String refusal(String user, String wish) throws Exception {
        RawClient client = rule.online(user, "laptop");
        client.send(join("Nick-" + user, wish));
        return error(client.awaitPresence(ROOM, "error"));
    }

    private String info() throws Exception {
        return ada.client()
                .ask("get", ROOM, "<query xmlns='" + Ns.DISCO_INFO + "'/>")
                .toString();
    }

    @Test
    void theFormTellsAndTakesEverything() throws Exception {
        ada.configure(
                "roomname=The lab",
                "roomdesc=Where it hums",
                "persistentroom=1",
                "publicroom=0",
                "membersonly=1",
                "moderatedroom=1",
                "passwordprotectedroom=1",
                "roomsecret=hush",
                "whois=anyone",
                "maxusers=20",
                "allowinvites=0",
                "changesubject=1",
                "allowpm=none");
        String form = ada.owner("get", "").toString();
        assertThat(form)
                .contains("The lab", "Where it hums", "hush", "muc#roomconfig_whois", "text-private", "list-single");
        assertThat(info())
                .contains(
                        "The lab",
                        "Where it hums",
                        "muc_persistent",
                        "muc_hidden",
                        "muc_membersonly",
                        "muc_moderated",
                        "muc_passwordprotected",
                        "muc_nonanonymous");
        ada.client().sync();
        assertThat(ada.client().came()).anyMatch(element -> codes(element).contains("104"));
        assertThat(ada.client().came()).anyMatch(element -> codes(element).contains("172"));
        RawClient grace = rule.online("grace", "laptop");
        assertThat(grace.ask("get", "rooms.localhost", "<query xmlns='" + Ns.DISCO_ITEMS + "'/>")
                        .toString())
                .doesNotContain(ROOM);
    }

    @Test
    void aPersistentRoomStays() throws Exception {
        ada.configure("persistentroom=1");
        ada.leave();
        assertThat(info()).contains("muc_persistent");
        RoomClient grace = RoomClient.enter(rule.online("grace", "laptop"), "Grace");
        assertThat(codes(grace.self())).doesNotContain("201");
        ada = RoomClient.enter(ada.client(), "Ada");
        assertThat(item(ada.self()).attribute("affiliation")).isEqualTo("owner");
    }

    @Test
    void aPasswordIsAskedFor() throws Exception {
        ada.configure("passwordprotectedroom=1", "roomsecret=hush");
        assertThat(refusal("grace", "")).isEqualTo("not-authorized");
        assertThat(refusal("john", "<password>wrong</password>")).isEqualTo("not-authorized");
        RoomClient.enter(rule.online("mary", "laptop"), "Mary", "<password>hush</password>");
    }

    @Test
    void onlyMembersGetIn() throws Exception {
        ada.configure("membersonly=1");
        assertThat(refusal("grace", "")).isEqualTo("registration-required");
        ada.admin("set", "<item affiliation='member' jid='grace@localhost'/>");
        RoomClient grace = RoomClient.enter(rule.online("grace", "desk"), "Grace");
        assertThat(item(grace.self()).attribute("affiliation")).isEqualTo("member");
        assertThat(new ArchiveClient(rule.online("john", "desk"), ROOM).ask("").error())
                .isEqualTo("forbidden");
    }

    @Test
    void strangersGoWhenOnlyMembersMayBeIn() throws Exception {
        RoomClient grace = RoomClient.enter(rule.online("grace", "laptop"), "Grace");
        ada.configure("membersonly=1");
        assertThat(codes(grace.awaitPresence("Grace", "unavailable"))).contains("322", "110");
        assertThat(codes(ada.awaitPresence("Grace", "unavailable"))).contains("322");
    }

    @Test
    void aFullRoomTakesNobodyButItsOwners() throws Exception {
        ada.configure("maxusers=2");
        RoomClient.enter(rule.online("grace", "laptop"), "Grace");
        assertThat(refusal("john", "")).isEqualTo("service-unavailable");
        ada.leave();
        RoomClient.enter(rule.online("john", "desk"), "John");
        RoomClient.enter(ada.client(), "Ada");
    }

    @Test
    void voiceIsNeededWhereItIsModerated() throws Exception {
        RoomClient grace = RoomClient.enter(rule.online("grace", "laptop"), "Grace");
        ada.configure("moderatedroom=1");
        Element now =
                grace.client().await("visitor", element -> element.toString().contains("visitor"));
        assertThat(item(now).attribute("role")).isEqualTo("visitor");
        grace.say("m1", "may I?");
        grace.awaitError("forbidden");
        ada.admin("set", "<item nick='Grace' role='participant'/>");
        grace.client()
                .await(
                        "voice",
                        element -> element.name().equals("presence")
                                && element.toString().contains("participant"));
        grace.say("m2", "thank you");
        ada.hears("thank you");
    }

    @Test
    void addressesAreSeenOnlyWhereTheyMayBe() throws Exception {
        RoomClient grace = RoomClient.enter(rule.online("grace", "laptop"), "Grace");
        assertThat(item(grace.awaitPresence("Ada", "")).attribute("jid")).isNull();
        ada.configure("whois=anyone");
        RoomClient john = RoomClient.enter(rule.online("john", "laptop"), "John");
        assertThat(codes(john.self())).contains("100");
        assertThat(item(john.awaitPresence("Ada", "")).attribute("jid")).isEqualTo("ada@localhost/desk");
        assertThat(item(grace.awaitPresence("John", "")).attribute("jid")).isEqualTo("john@localhost/laptop");
    }

    @Test
    void onlyOwnersSetUp() throws Exception {
        RoomClient grace = RoomClient.enter(rule.online("grace", "laptop"), "Grace");
        assertThat(error(grace.owner("get", ""))).isEqualTo("forbidden");
        assertThat(error(grace.configure("roomname=Mine"))).isEqualTo("forbidden");
        assertThat(error(grace.owner("set", "<destroy/>"))).isEqualTo("forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maxusers=many",
                "whois=everybody",
                "allowpm=sometimes",
                "membersonly=maybe",
                "passwordprotectedroom=1"
            })
    void whatCannotBeSetChangesNothing(String field) throws Exception {
        assertThat(error(ada.configure("roomname=Half", field))).isEqualTo("not-acceptable");
        assertThat(info()).doesNotContain("Half");
    }

    @Test
    void tooLongANameIsRefused() throws Exception {
        assertThat(error(ada.configure("roomname=" + "x".repeat(1000)))).isEqualTo("not-acceptable");
    }

    @Test
    void aRoomThatIsCancelledIsGone() throws Exception {
        RawClient grace = rule.online("grace", "laptop");
        grace.send("<presence to='other@rooms.localhost/Grace'><x xmlns='" + RoomClient.MUC + "'/></presence>");
        grace.awaitPresence("other@rooms.localhost/Grace", "");
        grace.ask(
                "set",
                "other@rooms.localhost",
                "<query xmlns='" + RoomClient.MUC + "#owner'><x xmlns='jabber:x:data' type='cancel'/></query>");
        grace.awaitPresence("other@rooms.localhost/Grace", "unavailable");
        assertThat(grace.ask("get", "other@rooms.localhost", "<query xmlns='" + Ns.DISCO_INFO + "'/>")
                        .toString())
                .contains("item-not-found");
    }

    @Test
    void aRoomIsDestroyed() throws Exception {
        ada.configure("persistentroom=1");
        RoomClient grace = RoomClient.enter(rule.online("grace", "laptop"), "Grace");
        ada.owner("set", "<destroy jid='new@rooms.localhost'><reason>Moved</reason></destroy>");
        Element bye = grace.awaitPresence("Grace", "unavailable");
        Element destroy = bye.find("x", RoomClient.USER).find("destroy");
        assertThat(destroy.attribute("jid")).isEqualTo("new@rooms.localhost");
        assertThat(destroy.childText("reason")).isEqualTo("Moved");
        assertThat(info()).contains("item-not-found");
    }
}
