package org.lamplight.office.colleagues;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.archive.StanzaIds;
import org.lamplight.office.xmpp.xml.Element;

/**
 * What colleagues do in rooms: who is spoken to answers, and now and then somebody says something. Only on the office's
 * thread.
 */
final class Gatherings {
    private static final int MEMORY = 200;
    private static final String AVAILABLE = "available";

    private final Collection<Colleague> people;
    private final Conversation conversation;
    private final Pace pace;
    private final Random random;
    /** What was heard already: everybody in a room hears everything. */
    private final Set<String> heard = new LinkedHashSet<>();

    private final Map<String, ScheduledFuture<?>> pending = new HashMap<>();
    private final Set<String> busy = new HashSet<>();

    Gatherings(Collection<Colleague> people, Conversation conversation, Pace pace, Random random) {
        this.people = people;
        this.conversation = conversation;
        this.pace = pace;
        this.random = random;
    }

    /** From now on somebody says something in each of the rooms every few minutes, if nobody else does. */
    void begin(List<String> rooms) {
        rooms.forEach(this::wait);
    }

    private void wait(String room) {
        pace.later(240_000, 540_000, random, () -> remark(room));
    }

    private void remark(String room) {
        wait(room);
        // Where people are talking, nobody changes the subject.
        if (!busy.remove(room)) {
            Colleague speaker = anybody(inside(room).stream()
                    .filter(colleague -> colleague.status().equals(AVAILABLE))
                    .toList());
            if (speaker != null) {
                say(speaker, room, conversation.line(speaker, "everybody", "room " + local(room)));
            }
        }
    }

    private static String local(String room) {
        return room.substring(0, Math.max(0, room.indexOf('@')));
    }

    private static void say(Colleague speaker, String room, String line) {
        if (!line.isEmpty()) {
            speaker.say(room, line);
        }
    }

    /** Something that a colleague hears in a room. */
    void received(Element message) {
        Jid from = Jid.parse(message.attribute("from"));
        String body = message.childText("body");
        Element id = message.find("stanza-id", StanzaIds.NAMESPACE);
        boolean old = message.find("delay", Ns.DELAY) != null;
        if (from == null || from.isBare() || body == null || id == null || old || !isNew(id.attribute("id", ""))) {
            return;
        }
        String room = from.bare().toString();
        List<Colleague> inside = inside(room);
        boolean ownVoice =
                inside.stream().anyMatch(colleague -> colleague.nick().equals(from.resource()));
        if (!ownVoice) {
            busy.add(room);
            answer(room, inside, from.resource(), body);
        }
    }

    private boolean isNew(String id) {
        if (heard.size() >= MEMORY) {
            heard.remove(heard.iterator().next());
        }
        return heard.add(id);
    }

    private void answer(String room, List<Colleague> inside, String nick, String body) {
        Colleague speaker = addressed(inside, body);
        if (speaker == null && (inside.size() == 1 || conversation.isAboutSomething(body) || random.nextInt(3) == 0)) {
            speaker = anybody(inside);
        }
        if (speaker == null) {
            return;
        }
        ScheduledFuture<?> earlier = pending.remove(room);
        if (earlier != null) {
            // Somebody writes in several pieces: one answer, to the last.
            earlier.cancel(false);
        }
        Colleague chosen = speaker;
        pending.put(room, pace.later(2000, 6000, random, () -> {
            pending.remove(room);
            say(chosen, room, conversation.reply(chosen, nick, body));
        }));
    }

    private static @Nullable Colleague addressed(List<Colleague> inside, String body) {
        String words = " " + body.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        return inside.stream()
                .filter(colleague -> words.contains(" " + colleague.nick().toLowerCase(Locale.ROOT) + " "))
                .findFirst()
                .orElse(null);
    }

    private List<Colleague> inside(String room) {
        return people.stream().filter(colleague -> colleague.isIn(room)).toList();
    }

    private @Nullable Colleague anybody(List<Colleague> some) {
        return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
    }
}
