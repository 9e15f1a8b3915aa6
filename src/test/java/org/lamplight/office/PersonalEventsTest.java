package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lamplight.office.xmpp.CapsHash;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** Personal events (XEP-0163), sent to those whose capabilities (XEP-0115) ask for them. */
class PersonalEventsTest {
    private static final String TUNE = "http://jabber.org/protocol/tune";

    @RegisterExtension
    final OfficeRule rule = new OfficeRule();

    private static Element info(String feature) {
        Element query = Element.of("query", Ns.DISCO_INFO);
        query.child("identity", Ns.DISCO_INFO).with("category", "client").with("type", "pc");
        query.child("feature", Ns.DISCO_INFO).with("var", feature);
        return query;
    }

    private static String presence(Element info) {
        return "<presence><c xmlns='" + Ns.CAPS + "' hash='sha-1' node='n' ver='" + CapsHash.of(info)
                + "'/></presence>";
    }

    /** A client that says it wants a node's events, and is asked what it meant. */
    private RawClient interested(String user, String resource, String node) throws Exception {
        Element info = info(node + "+notify");
        RawClient client = rule.session(user, resource);
        client.send(presence(info));
        Element question = client.await("question", element -> element.find("query", Ns.DISCO_INFO) != null);
        assertThat(question.attribute("to")).isEqualTo(client.jid());
        info.with("node", question.find("query", Ns.DISCO_INFO).attribute("node"));
        client.send("<iq type='result' to='localhost' id='" + question.attribute("id") + "'>" + info.toXml(Ns.CLIENT)
                + "</iq>");
        client.sync();
        return client;
    }

    private static String publish(String node, String text) {
        return "<pubsub xmlns='" + Ns.PUBSUB + "'><publish node='" + node + "'><item id='current'><t xmlns='" + node
                + "'>" + text + "</t></item></publish></pubsub>";
    }

    @Test
    void theInterestedGetTheLastItemAndWhatFollows() throws Exception {
        RawClient grace = rule.online("grace", "laptop");
        grace.ask("set", "", publish(TUNE, "first"));
        RawClient ada = interested("ada", "desk", TUNE);
        assertThat(ada.awaitEvent("grace@localhost", TUNE).toString()).contains("first");
        grace.ask("set", "", publish(TUNE, "second"));
        assertThat(ada.awaitEvent("grace@localhost", TUNE).toString()).contains("second", "headline");
    }

    @Test
    void theOthersGetNothing() throws Exception {
        RawClient plain = rule.online("ada", "plain");
        RawClient other = interested("ada", "other", "urn:example:other");
        RawClient grace = rule.online("grace", "laptop");
        grace.ask("set", "", publish(TUNE, "first"));
        plain.sync();
        other.sync();
        assertThat(plain.came().toString()).doesNotContain(TUNE);
        assertThat(other.came().toString()).doesNotContain(TUNE);
    }

    @Test
    void ownClientsHearOfEachOther() throws Exception {
        RawClient desk = interested("ada", "desk", TUNE);
        RawClient laptop = rule.session("ada", "laptop");
        // The server knows these capabilities already and does not ask again.
        laptop.send(presence(info(TUNE + "+notify")));
        laptop.ask("set", "", publish(TUNE, "mine"));
        assertThat(desk.awaitEvent("ada@localhost", TUNE).toString()).contains("mine");
        laptop.awaitEvent("ada@localhost", TUNE);
        assertThat(laptop.came()).noneMatch(element -> element.find("query", Ns.DISCO_INFO) != null);
    }

    @Test
    void aChangeOfWishesBringsTheLastItems() throws Exception {
        RawClient ada = interested("ada", "desk", "urn:example:other");
        ada.forget();
        Element info = info(Ns.ACTIVITY + "+notify");
        ada.send(presence(info));
        Element question = ada.await("question", element -> element.find("query", Ns.DISCO_INFO) != null);
        ada.send("<iq type='result' to='localhost' id='" + question.attribute("id") + "'>" + info.toXml(Ns.CLIENT)
                + "</iq>");
        assertThat(ada.awaitEvent("charles@localhost", Ns.ACTIVITY).toString()).contains("in_a_meeting");
    }

    @Test
    void colleaguesSayWhatTheyDo() throws Exception {
        RawClient ada = interested("ada", "desk", Ns.ACTIVITY);
        ada.awaitEvent("charles@localhost", Ns.ACTIVITY);
        rule.office().colleagues().say("charles@localhost", "on-the-phone", "");
        assertThat(ada.awaitEvent("charles@localhost", Ns.ACTIVITY).toString()).contains("on_the_phone");
        rule.office().colleagues().say("charles@localhost", "available", "");
        Element event = ada.awaitEvent("charles@localhost", Ns.ACTIVITY);
        Element item = event.find("event", Ns.PUBSUB_EVENT).find("items").find("item");
        assertThat(item.find("activity", Ns.ACTIVITY).children()).isEmpty();
    }

    @Test
    void itemsCanBeReadAndTakenBack() throws Exception {
        RawClient desk = interested("ada", "desk", TUNE);
        String items = "<pubsub xmlns='" + Ns.PUBSUB + "'><items node='" + TUNE + "'/></pubsub>";
        desk.ask("set", "", publish(TUNE, "mine"));
        assertThat(desk.ask("get", "", items).toString()).contains("mine");
        RawClient john = rule.online("john", "laptop");
        Element refused = john.ask("get", "ada@localhost", items);
        assertThat(refused.find("error").find("forbidden", Ns.STANZA_ERRORS)).isNotNull();
        desk.awaitEvent("ada@localhost", TUNE);
        desk.ask(
                "set",
                "",
                "<pubsub xmlns='" + Ns.PUBSUB + "'><retract node='" + TUNE
                        + "' notify='true'><item id='current'/></retract></pubsub>");
        assertThat(desk.awaitEvent("ada@localhost", TUNE).toString()).contains("retract");
        assertThat(desk.ask("get", "", items).toString()).doesNotContain("mine");
    }

    @Test
    void colleaguesHavePictures() throws Exception {
        RawClient ada = interested("ada", "desk", Ns.AVATAR_METADATA);
        Element metadata = ada.awaitEvent("grace@localhost", Ns.AVATAR_METADATA);
        String hash = ada.awaitPresence("grace@localhost/desk", "")
                .find("x", Ns.VCARD_UPDATE)
                .find("photo")
                .text();
        assertThat(metadata.toString()).contains(hash);
        Element card =
                ada.ask("get", "grace@localhost", "<vCard xmlns='vcard-temp'/>").find("vCard", Ns.VCARD);
        assertThat(card.childText("FN")).isEqualTo("Grace Hopper");
        byte[] png = Base64.getDecoder().decode(card.find("PHOTO").childText("BINVAL"));
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(64);
        String data = "<pubsub xmlns='" + Ns.PUBSUB + "'><items node='" + Ns.AVATAR_DATA + "'><item id='" + hash
                + "'/></items></pubsub>";
        assertThat(ada.ask("get", "grace@localhost", data).toString())
                .contains(Base64.getEncoder().encodeToString(png));
    }
}
