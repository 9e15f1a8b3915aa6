package org.lamplight.office.colleagues;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.LocalClient;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.XmppServer;
import org.lamplight.office.xmpp.xml.Element;

/**
 * One person at work: presence on the wire, and the door for what others send. Thread-safe, guarded by itself; what
 * comes in is handled on the office's thread.
 */
final class Colleague {
    static final String OFFLINE = "offline";
    static final String RESOURCE = "desk";
    private static final int MOST_ROOMS = 20;
    private static final Set<String> REQUESTS = Set.of("subscribe", "unsubscribe");

    private final Person person;
    private final XmppServer server;
    private final Executor thread;
    private final Kit kit;
    private final String avatarHash;
    private final BiConsumer<Colleague, Element> chat;
    private @Nullable LocalClient client;
    private String status = OFFLINE;
    private String activity = "";
    private int sent;
    /** Passwords (or nothing) by address of the rooms that this person is in when online. */
    private final Map<String, String> rooms = new LinkedHashMap<>();

    private @Nullable Element presence;

    /** What all colleagues share. */
    record Kit(Statuses statuses, Client client) {}

    Colleague(
            Person person,
            XmppServer server,
            Executor thread,
            Kit kit,
            String avatarHash,
            BiConsumer<Colleague, Element> chat) {
        this.person = person;
        this.server = server;
        this.thread = thread;
        this.kit = kit;
        this.avatarHash = avatarHash;
        this.chat = chat;
    }

    Person person() {
        return person;
    }

    String address() {
        return person.id() + "@" + server.domain();
    }

    synchronized String status() {
        return status;
    }

    synchronized String words() {
        String words = status.equals(OFFLINE) ? "" : kit.statuses().look(status).words();
        return words.isEmpty() ? "At my desk" : words;
    }

    synchronized void change(String key, String note) {
        if (key.equals(OFFLINE)) {
            leave();
            return;
        }
        Statuses.Look look = kit.statuses().look(key);
        status = key;
        LocalClient here = client;
        boolean fresh = here == null;
        if (here == null) {
            here = server.connect(person.id(), RESOURCE, this::arrived);
            client = here;
        }
        publishActivity(here, look.activity(), look.activityText());
        Element now = Wire.presence(person, look, note, kit.client().caps(), avatarHash);
        presence = now;
        here.send(now);
        for (Map.Entry<String, String> room : rooms.entrySet()) {
            here.send(Wire.inRoom(now, room.getKey(), nick(), fresh, room.getValue()));
        }
    }

    /** The name in rooms. */
    String nick() {
        return person.firstName();
    }

    /** From now on this person is in a room when online; nothing happens if there are too many already. */
    synchronized void enter(String room, String password) {
        boolean more = rooms.size() < MOST_ROOMS && rooms.putIfAbsent(room, password) == null;
        LocalClient here = client;
        Element now = presence;
        if (more && here != null && now != null) {
            here.send(Wire.inRoom(now, room, nick(), true, password));
        }
    }

    synchronized boolean isIn(String room) {
        return client != null && rooms.containsKey(room);
    }

    /** Says something in a room. */
    void say(String room, String body) {
        send(Wire.toRoom(room, nextId(), body));
    }

    private synchronized void turnedOut(String room) {
        rooms.remove(room);
    }

    private void leave() {
        status = OFFLINE;
        LocalClient here = client;
        client = null;
        if (here != null) {
            publishActivity(here, "", "");
            here.close();
        }
    }

    private void publishActivity(LocalClient here, String now, String text) {
        String both = now + text;
        if (!both.equals(activity)) {
            activity = both;
            here.send(Wire.publish(Ns.ACTIVITY, "current", Wire.activity(now, text)));
        }
    }

    /** Sends as this person; nothing happens when offline. */
    synchronized void send(Element stanza) {
        LocalClient here = client;
        if (here != null) {
            here.send(stanza);
        }
    }

    void write(String to, String body, String thread) {
        send(Wire.message(to, nextId(), body, thread));
    }

    private synchronized String nextId() {
        sent++;
        return person.id() + "-" + sent;
    }

    /** Called with the server's lock held, so it only passes on what somebody has to do something about. */
    private void arrived(Element stanza) {
        String type = stanza.attribute("type", "");
        switch (stanza.name()) {
            case "presence" -> {
                if (REQUESTS.contains(type)) {
                    thread.execute(() -> requested(stanza, type));
                } else if (type.equals("error") || Invitation.isTurnedOut(stanza)) {
                    String from = stanza.attribute("from", "");
                    thread.execute(() -> turnedOut(from.substring(0, (from + "/").indexOf('/'))));
                }
            }
            case "iq" -> {
                if (type.equals("get") || type.equals("set")) {
                    thread.execute(() -> send(kit.client().answer(stanza)));
                }
            }
            default -> {
                Invitation invitation = type.equals("error") ? null : Invitation.in(stanza);
                if (invitation != null) {
                    thread.execute(() -> enter(invitation.room(), invitation.password()));
                } else if (!type.equals("error") && stanza.childText("body") != null) {
                    thread.execute(() -> chat.accept(this, stanza));
                }
            }
        }
    }

    /** Everybody here is glad to be asked, and asks back. */
    private void requested(Element stanza, String type) {
        String from = stanza.attribute("from", "");
        if (type.equals("subscribe")) {
            send(subscription(from, "subscribed"));
            send(subscription(from, "subscribe"));
        } else {
            send(subscription(from, "unsubscribe"));
        }
    }

    void ask(String address) {
        send(subscription(address, "subscribe"));
    }

    private static Element subscription(String to, String type) {
        return Element.of("presence", Ns.CLIENT).with("type", type).with("to", to);
    }
}
