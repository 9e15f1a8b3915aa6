package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** What tests of rooms say and look for. */
final class RoomClient {
    static final String MUC = "http://jabber.org/protocol/muc";
    static final String USER = MUC + "#user";
    static final String ROOM = "lab@rooms.localhost";

    private final RawClient client;
    private final String nick;

    private RoomClient(RawClient client, String nick) {
        this.client = client;
        this.nick = nick;
    }

    /** Enters and waits until it is in. */
    static RoomClient enter(RawClient client, String nick) throws Exception {
        return enter(client, nick, "");
    }

    static RoomClient enter(RawClient client, String nick, String wish) throws Exception {
        client.send(join(nick, wish));
        RoomClient inside = new RoomClient(client, nick);
        inside.self = inside.awaitPresence(nick, "");
        client.await("subject", element -> isSubject(element));
        return inside;
    }

    private Element self;

    /** Makes the room as an instant one, and enters. */
    static RoomClient create(RawClient client, String nick) throws Exception {
        RoomClient inside = enter(client, nick);
        client.ask(
                "set",
                ROOM,
                "<query xmlns='" + MUC + "#owner'><x xmlns='" + Ns.DATA_FORM + "' type='submit'/></query>");
        return inside;
    }

    static String join(String nick, String wish) {
        return "<presence to='" + ROOM + "/" + nick + "'><x xmlns='" + MUC + "'>" + wish + "</x></presence>";
    }

    static boolean isSubject(Element element) {
        return element.name().equals("message")
                && element.find("subject") != null
                && element.find("body") == null
                && element.attribute("type", "").equals("groupchat");
    }

    RawClient client() {
        return client;
    }

    /** The own presence that came on entering. */
    Element self() {
        return self;
    }

    void say(String id, String body) throws Exception {
        client.send("<message to='" + ROOM + "' type='groupchat' id='" + id + "'><body>" + body
                + "</body><origin-id xmlns='urn:xmpp:sid:0' id='" + id + "'/></message>");
    }

    Element hears(String body) throws Exception {
        return client.await(
                body,
                element -> element.attribute("type", "").equals("groupchat") && body.equals(element.childText("body")));
    }

    Element awaitPresence(String who, String type) throws Exception {
        return client.awaitPresence(ROOM + "/" + who, type);
    }

    Element awaitError(String condition) throws Exception {
        return client.await(
                condition,
                element -> element.attribute("type", "").equals("error")
                        && element.find("error").find(condition, Ns.STANZA_ERRORS) != null);
    }

    void leave() throws Exception {
        client.send("<presence type='unavailable' to='" + ROOM + "/" + nick + "'/>");
        Element bye = awaitPresence(nick, "unavailable");
        assertThat(codes(bye)).contains("110");
    }

    /** Sets a room up with the fields of a form, as owner. */
    Element configure(String... fields) throws Exception {
        StringBuilder form = new StringBuilder("<x xmlns='" + Ns.DATA_FORM + "' type='submit'>");
        for (String field : fields) {
            int equals = field.indexOf('=');
            form.append("<field var='muc#roomconfig_").append(field, 0, equals);
            form.append("'><value>").append(field.substring(equals + 1)).append("</value></field>");
        }
        return owner("set", form + "</x>");
    }

    Element owner(String type, String content) throws Exception {
        return client.ask(type, ROOM, "<query xmlns='" + MUC + "#owner'>" + content + "</query>");
    }

    Element admin(String type, String item) throws Exception {
        return client.ask(type, ROOM, "<query xmlns='" + MUC + "#admin'>" + item + "</query>");
    }

    static String error(Element answer) {
        Element error = answer.find("error");
        return error == null ? "" : error.children().get(0).name();
    }

    static List<String> codes(Element stanza) {
        Element x = stanza.find("x", USER);
        return x == null
                ? List.of()
                : x.children().stream()
                        .filter(child -> child.name().equals("status"))
                        .map(child -> child.attribute("code", ""))
                        .toList();
    }

    static Element item(Element presence) {
        return presence.find("x", USER).find("item");
    }
}
