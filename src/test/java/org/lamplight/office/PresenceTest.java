package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** Who sees whose presence (RFC 6121 section 4), and how colleagues say what they do. */
class PresenceTest {
    @RegisterExtension
    final OfficeRule rule = new OfficeRule();

    @Test
    void whoComesSeesAllWhoAreThere() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        Element charles = ada.awaitPresence("charles@localhost/desk", "");
        assertThat(charles.childText("show")).isEqualTo("away");
        assertThat(charles.childText("status")).isEqualTo("In a meeting");
        assertThat(charles.find("delay", Ns.DELAY).attribute("stamp")).endsWith("Z");
        assertThat(charles.find("status", "urn:lamplight:presence:0")).isNull();
        Element grace = ada.awaitPresence("grace@localhost/desk", "");
        assertThat(grace.find("status", "urn:lamplight:presence:0").attribute("key"))
                .isEqualTo("available");
        assertThat(grace.childText("show")).isNull();
        Element alan = ada.awaitPresence("alan@localhost/desk", "");
        assertThat(alan.find("idle", Ns.IDLE).attribute("since")).isNotEmpty();
        assertThat(ada.came().stream().map(each -> each.attribute("from", "")))
                .noneMatch(from -> from.startsWith("donald") || from.startsWith("john"));
    }

    @Test
    void aColleagueChanges() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        ada.forget();
        rule.office().colleagues().say("grace@localhost", "presenting", "slide 7");
        Element presenting = ada.awaitPresence("grace@localhost/desk", "");
        assertThat(presenting.childText("show")).isEqualTo("dnd");
        assertThat(presenting.childText("status")).isEqualTo("Presenting, slide 7");
        assertThat(presenting.find("delay", Ns.DELAY)).isNull();
        rule.office().colleagues().say("grace@localhost", "offline", "");
        ada.awaitPresence("grace@localhost/desk", "unavailable");
        rule.office().colleagues().say("grace@localhost", "available", "");
        ada.awaitPresence("grace@localhost/desk", "");
    }

    @Test
    void anotherClientTakesTheStageFromAColleague() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        RawClient grace = rule.session("grace", "laptop");
        ada.awaitPresence("grace@localhost/desk", "unavailable");
        grace.send("<presence><show>chat</show><priority>3</priority></presence>");
        assertThat(ada.awaitPresence("grace@localhost/laptop", "").childText("show"))
                .isEqualTo("chat");
        grace.awaitPresence("ada@localhost/desk", "");
        grace.cut();
        ada.awaitPresence("grace@localhost/laptop", "unavailable");
        ada.awaitPresence("grace@localhost/desk", "");
    }

    @Test
    void ownResourcesSeeEachOther() throws Exception {
        RawClient desk = rule.online("ada", "desk");
        RawClient laptop = rule.online("ada", "laptop");
        desk.awaitPresence("ada@localhost/laptop", "");
        laptop.awaitPresence("ada@localhost/desk", "");
        laptop.send("<presence type='unavailable'/>");
        desk.awaitPresence("ada@localhost/laptop", "unavailable");
    }

    @Test
    void directedPresenceGoesToOneAndEndsWithTheSession() throws Exception {
        RawClient john = rule.online("john", "laptop");
        RawClient ada = rule.online("ada", "desk");
        ada.sync();
        assertThat(john.came().toString()).doesNotContain("ada@localhost");
        ada.send("<presence to='john@localhost/laptop'><show>xa</show></presence>");
        assertThat(john.awaitPresence("ada@localhost/desk", "").childText("show"))
                .isEqualTo("xa");
        ada.close();
        john.awaitPresence("ada@localhost/desk", "unavailable");
    }

    @Test
    void theBlockedSeeAndReachNobody() throws Exception {
        RawClient grace = rule.online("grace", "laptop");
        RawClient ada = rule.online("ada", "desk");
        grace.awaitPresence("ada@localhost/desk", "");
        String item = "<item jid='grace@localhost'/>";
        ada.ask("set", "", "<block xmlns='urn:xmpp:blocking'>" + item + "</block>");
        grace.awaitPresence("ada@localhost/desk", "unavailable");
        grace.send("<message to='ada@localhost' type='chat' id='m'><body>hello?</body></message>");
        Element error = grace.await("error", element -> "m".equals(element.attribute("id")));
        assertThat(error.attribute("type")).isEqualTo("error");
        ada.send("<message to='grace@localhost' type='chat' id='n'><body>you</body></message>");
        Element own = ada.await("error", element -> "n".equals(element.attribute("id")));
        assertThat(own.find("error").find("blocked", Ns.BLOCKING_ERRORS)).isNotNull();
        ada.ask("set", "", "<unblock xmlns='urn:xmpp:blocking'>" + item + "</unblock>");
        grace.awaitPresence("ada@localhost/desk", "");
    }
}
