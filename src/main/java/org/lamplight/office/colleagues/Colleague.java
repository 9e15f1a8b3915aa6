package org.lamplight.office.colleagues;

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
        if (here == null) {
            here = server.connect(person.id(), RESOURCE, this::arrived);
            client = here;
        }
        publishActivity(here, look.activity(), look.activityText());
        here.send(Wire.presence(person, look, note, kit.client().caps(), avatarHash));
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
                }
            }
            case "iq" -> {
                if (type.equals("get") || type.equals("set")) {
                    thread.execute(() -> send(kit.client().answer(stanza)));
                }
            }
            default -> {
                if (!type.equals("error") && stanza.childText("body") != null) {
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
