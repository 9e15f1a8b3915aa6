package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** The roster and its versions (RFC 6121 section 2, XEP-0237), and the subscription handshake (section 3). */
class RosterTest {
    private static final String GET = "<query xmlns='jabber:iq:roster'/>";

    @RegisterExtension
    final OfficeRule rule = new OfficeRule();

    private static String get(String version) {
        return "<query xmlns='jabber:iq:roster' ver='" + version + "'/>";
    }

    private static String set(String item) {
        return "<query xmlns='jabber:iq:roster'>" + item + "</query>";
    }

    private static Element item(Element query, String jid) {
        return query.children().stream()
                .filter(item -> jid.equals(item.attribute("jid")))
                .findFirst()
                .orElse(null);
    }

    private static Element awaitPush(RawClient client, String jid, String subscription) throws Exception {
        Element push = client.await("push of " + jid + " " + subscription, element -> {
            Element query = element.find("query", Ns.ROSTER);
            Element item = query == null ? null : item(query, jid);
            return "set".equals(element.attribute("type"))
                    && item != null
                    && subscription.equals(item.attribute("subscription"));
        });
        return item(push.find("query", Ns.ROSTER), jid);
    }

    @Test
    void theRosterHasTheColleaguesInTheirGroups() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        Element query = ada.ask("get", "", GET).find("query", Ns.ROSTER);
        assertThat(query.children()).hasSize(13);
        Element grace = item(query, "grace@localhost");
        assertThat(grace.attribute("name")).isEqualTo("Grace Hopper");
        assertThat(grace.attribute("subscription")).isEqualTo("both");
        assertThat(grace.children().stream().map(Element::text)).containsExactly("Favourites", "Engine room");
        assertThat(item(query, "john@localhost").attribute("subscription")).isEqualTo("none");
        assertThat(item(query, "hedy@localhost")).isNull();
    }

    @Test
    void anUnchangedRosterIsNotSentAgain() throws Exception {
        RawClient ada = rule.session("ada", "desk");
        String version = ada.ask("get", "", get("")).find("query", Ns.ROSTER).attribute("ver");
        assertThat(ada.ask("get", "", get(version)).find("query", Ns.ROSTER)).isNull();
        assertThat(ada.ask("get", "", get("of-another-run-7")).find("query", Ns.ROSTER))
                .isNotNull();
    }

    @Test
    void whatChangedMeanwhileIsPushed() throws Exception {
        RawClient ada = rule.session("ada", "desk");
        String version = ada.ask("get", "", get("")).find("query", Ns.ROSTER).attribute("ver");
        ada.ask("set", "", set("<item jid='grace@localhost' name='Amazing Grace'><group>Navy</group></item>"));
        ada.ask("set", "", set("<item jid='donald@localhost' subscription='remove'/>"));

        RawClient later = rule.session("ada", "laptop");
        assertThat(later.ask("get", "", get(version)).find("query", Ns.ROSTER)).isNull();
        Element grace = awaitPush(later, "grace@localhost", "both");
        assertThat(grace.attribute("name")).isEqualTo("Amazing Grace");
        awaitPush(later, "donald@localhost", "remove");
        Element query = later.ask("get", "", GET).find("query", Ns.ROSTER);
        assertThat(item(query, "donald@localhost")).isNull();
    }

    @Test
    void aChangeIsPushedToAllSessions() throws Exception {
        RawClient desk = rule.online("ada", "desk");
        RawClient laptop = rule.online("ada", "laptop");
        desk.ask("get", "", GET);
        laptop.ask("get", "", GET);
        desk.ask("set", "", set("<item jid='alan@localhost' name='Al'/>"));
        assertThat(awaitPush(desk, "alan@localhost", "both").attribute("name")).isEqualTo("Al");
        assertThat(awaitPush(laptop, "alan@localhost", "both").children()).isEmpty();
    }

    @Test
    void badItemsAreRefused() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        Element none = ada.ask("set", "", set(""));
        assertThat(none.find("error").find("bad-request", Ns.STANZA_ERRORS)).isNotNull();
        Element stranger = ada.ask("set", "", set("<item jid='x@localhost' subscription='remove'/>"));
        assertThat(stranger.find("error").find("item-not-found", Ns.STANZA_ERRORS))
                .isNotNull();
        Element others = ada.ask("get", "grace@localhost", GET);
        assertThat(others.find("error").find("forbidden", Ns.STANZA_ERRORS)).isNotNull();
    }

    @Test
    void aRequestWaitsAndIsGranted() throws Exception {
        RawClient ada = rule.session("ada", "desk");
        ada.ask("get", "", GET);
        ada.send("<presence/>");
        ada.awaitPresence("hedy@localhost", "subscribe");
        ada.send("<presence to='hedy@localhost' type='subscribed'/>");
        awaitPush(ada, "hedy@localhost", "from");
        ada.send("<presence to='hedy@localhost' type='subscribe'/>");
        assertThat(ada.await("ask", element -> element.toString().contains("ask=\"subscribe\"")))
                .isNotNull();
        awaitPush(ada, "hedy@localhost", "both");
        ada.awaitPresence("hedy@localhost", "subscribed");
        ada.awaitPresence("hedy@localhost/", "");
    }

    @Test
    void whoIsAskedAcceptsAndAsksBack() throws Exception {
        RawClient ada = rule.session("ada", "desk");
        ada.ask("get", "", GET);
        ada.send("<presence/>");
        ada.send("<presence to='john@localhost' type='subscribe'/>");
        ada.awaitPresence("john@localhost", "subscribed");
        ada.awaitPresence("john@localhost/", "");
        ada.awaitPresence("john@localhost", "subscribe");
        ada.send("<presence to='john@localhost' type='subscribed'/>");
        awaitPush(ada, "john@localhost", "both");
    }

    @Test
    void aRequestToNobodyIsDenied() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        ada.send("<presence to='nobody@localhost' type='subscribe'/>");
        ada.awaitPresence("nobody@localhost", "unsubscribed");
    }

    @Test
    void aRemovedContactSeesOneNoMore() throws Exception {
        RawClient grace = rule.online("grace", "laptop");
        RawClient ada = rule.online("ada", "desk");
        ada.ask("get", "", GET);
        grace.ask("get", "", GET);
        ada.ask("set", "", set("<item jid='grace@localhost' subscription='remove'/>"));
        awaitPush(ada, "grace@localhost", "remove");
        awaitPush(grace, "ada@localhost", "none");
        grace.awaitPresence("ada@localhost/desk", "unavailable");
        ada.awaitPresence("grace@localhost/laptop", "unavailable");
    }
}
