package org.lamplight.office.colleagues;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.XmppServer;
import org.lamplight.office.xmpp.rooms.Rooms;
import org.lamplight.office.xmpp.xml.Element;

/**
 * The people of the office. They answer chats and requests always, and come and go if the office is lively. Who is
 * logged in to by a client leaves the stage to that client until it is gone.
 *
 * <p>Thread-safe. What they do by themselves happens on one daemon thread.
 */
public final class Colleagues implements AutoCloseable {
    private final XmppServer server;
    private final ScheduledThreadPoolExecutor thread;
    private final Conversation conversation;
    private final Gatherings gatherings;
    private final Pace pace;
    private final Random random;
    private final Map<String, Colleague> people = new HashMap<>();
    private final Map<String, String> set = new ConcurrentHashMap<>();
    private final List<RoomPlan> plans = RoomPlan.all();
    private final Set<String> played = ConcurrentHashMap.newKeySet();

    /**
     * Seats people whose accounts the server has already; they are still offline.
     *
     * @param names names by local part, for those who are spoken to
     * @param pace how long an office second takes, in seconds
     */
    public Colleagues(XmppServer server, List<Person> persons, Map<String, String> names, double pace, long seed) {
        this.server = server;
        this.random = new Random(seed);
        this.thread = new ScheduledThreadPoolExecutor(1, Colleagues::daemon, new ThreadPoolExecutor.DiscardPolicy());
        thread.setRemoveOnCancelPolicy(true);
        this.pace = new Pace(thread, pace);
        Map<String, String> firstNames = new HashMap<>();
        names.forEach((id, name) -> firstNames.put(id, name.substring(0, (name + " ").indexOf(' '))));
        this.conversation = new Conversation(firstNames, this::isColleague, this.pace, random);
        this.gatherings = new Gatherings(people.values(), conversation, this.pace, random);
        Colleague.Kit kit = new Colleague.Kit(new Statuses(), new Client());
        for (Person person : persons) {
            String hash = person.isWithCharacter() ? picture(person) : "";
            people.put(person.id(), new Colleague(person, server, thread, kit, hash, this::heard));
            set.put(person.id(), person.status());
        }
    }

    private void heard(Colleague colleague, Element message) {
        if (message.attribute("type", "").equals("groupchat")) {
            gatherings.received(message);
        } else {
            conversation.received(colleague, message);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "office-colleagues");
        thread.setDaemon(true);
        return thread;
    }

    private String picture(Person person) {
        Avatar avatar = new Avatar(person);
        String base64 = Base64.getEncoder().encodeToString(avatar.png());
        server.setVCard(person.id(), card(person, base64));
        server.publish(
                person.id(),
                Ns.AVATAR_DATA,
                avatar.hash(),
                Element.of("data", Ns.AVATAR_DATA).text(base64));
        Element metadata = Element.of("metadata", Ns.AVATAR_METADATA);
        metadata.child("info", Ns.AVATAR_METADATA)
                .with("id", avatar.hash())
                .with("type", "image/png")
                .with("bytes", Integer.toString(avatar.png().length))
                .with("width", Integer.toString(Avatar.SIZE))
                .with("height", Integer.toString(Avatar.SIZE));
        server.publish(person.id(), Ns.AVATAR_METADATA, avatar.hash(), metadata);
        return avatar.hash();
    }

    private Element card(Person person, String base64) {
        Element card = Element.of("vCard", Ns.VCARD);
        card.add(Element.of("FN", Ns.VCARD).text(person.name()));
        card.add(Element.of("NICKNAME", Ns.VCARD).text(person.firstName()));
        card.add(Element.of("JABBERID", Ns.VCARD).text(person.id() + "@" + server.domain()));
        card.child("ORG", Ns.VCARD)
                .add(Element.of("ORGUNIT", Ns.VCARD).text(person.groups().get(0)));
        card.child("PHOTO", Ns.VCARD)
                .add(Element.of("TYPE", Ns.VCARD).text("image/png"))
                .add(Element.of("BINVAL", Ns.VCARD).text(base64));
        return card;
    }

    /** Makes the rooms where they meet, and puts them into the newcomer's bookmarks; nobody says anything yet. */
    public void furnish(Rooms rooms, String newcomer, String nick) {
        Furnishing furnishing = new Furnishing(server, rooms, people);
        for (RoomPlan plan : plans) {
            furnishing.make(plan);
            furnishing.bookmark(plan, newcomer, nick);
        }
    }

    /** Everybody takes up what they do at first, and who is to ask the newcomer asks. */
    public void arrive(String newcomer) {
        server.watchLogins(local -> thread.execute(() -> loginsChanged(local)));
        for (Colleague colleague : people.values()) {
            colleague.change(colleague.person().status(), "");
            if (colleague.person().relation().equals("asks")) {
                colleague.ask(newcomer);
            }
        }
    }

    /** From now on they come and go, and now and then write to the newcomer. */
    public void comeAlive(String newcomer) {
        List<Colleague> seated = new ArrayList<>(people.values());
        Bustle bustle = new Bustle(seated, somebody -> !isPlayed(somebody), pace, random);
        List<String> rooms = plans.stream()
                .map(plan -> plan.local() + "@rooms." + server.domain())
                .toList();
        thread.execute(() -> {
            bustle.begin(conversation, newcomer);
            gatherings.begin(rooms);
        });
    }

    /** Whether the address is that of a colleague, rather than of a client on the wire. */
    private boolean isColleague(Jid jid) {
        return people.containsKey(jid.local())
                && jid.resource().equals(Colleague.RESOURCE)
                && !server.isLoggedIn(jid.local());
    }

    private boolean isPlayed(Colleague somebody) {
        return played.contains(somebody.person().id());
    }

    private void loginsChanged(String local) {
        Colleague colleague = people.get(local);
        if (colleague == null) {
            return;
        }
        if (server.isLoggedIn(local)) {
            if (played.add(local)) {
                set.put(local, colleague.status());
                colleague.change(Colleague.OFFLINE, "");
            }
        } else if (played.remove(local)) {
            colleague.change(set.getOrDefault(local, "available"), "");
        }
    }

    /**
     * Makes somebody change presence now.
     *
     * @param address bare
     * @param statusKey such as {@code in-a-meeting} or {@code offline}
     * @param note added to the words that others read; empty for none
     * @throws IllegalArgumentException if there is no such person or status
     */
    public void say(String address, String statusKey, String note) {
        require(address).change(statusKey, note);
    }

    /**
     * Makes somebody write, if online.
     *
     * @throws IllegalArgumentException if there is no such person
     */
    public void message(String fromAddress, String toAddress, String body) {
        require(fromAddress).write(toAddress, body, "");
    }

    /** The bare addresses of all. */
    public List<String> addresses() {
        return people.values().stream().map(Colleague::address).toList();
    }

    private Colleague require(String address) {
        Jid jid = Jid.parse(address);
        Colleague colleague = jid == null ? null : people.get(jid.local());
        if (colleague == null) {
            throw new IllegalArgumentException("nobody is called " + address);
        }
        return colleague;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
