package org.lamplight.office.colleagues;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Predicate;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** Answers chats: a receipt at once, then somebody types, then the answer. Only on the office's thread. */
final class Conversation {
    private static final int MEMORY = 6;

    private final Repertoire repertoire = new Repertoire();
    private final Map<String, String> names;
    private final Predicate<Jid> isColleague;
    private final Pace pace;
    private final Random random;
    private final Map<String, ScheduledFuture<?>> pending = new HashMap<>();
    /** What was said last in the office: nobody repeats it at once. */
    private final Deque<String> lately = new ArrayDeque<>();

    private final Set<String> excused = new HashSet<>();

    /** {@code names} are first names by local part. */
    Conversation(Map<String, String> names, Predicate<Jid> isColleague, Pace pace, Random random) {
        this.names = names;
        this.isColleague = isColleague;
        this.pace = pace;
        this.random = random;
    }

    void received(Colleague colleague, Element message) {
        Jid from = Jid.parse(message.attribute("from"));
        String body = message.childText("body");
        if (from == null || body == null) {
            return;
        }
        String to = from.toString();
        String id = message.attribute("id");
        if (id != null && message.find("request", Ns.RECEIPTS) != null) {
            colleague.send(Wire.receipt(to, id));
        }
        // Two colleagues would never stop talking.
        if (!isColleague.test(from)) {
            plan(colleague, from, message, body);
        }
    }

    private void plan(Colleague colleague, Jid from, Element message, String body) {
        String key = colleague.person().id() + " " + from;
        ScheduledFuture<?> earlier = pending.remove(key);
        if (earlier != null) {
            // Somebody writes in several pieces: one answer, to the last.
            earlier.cancel(false);
        }
        boolean late = message.find("delay", Ns.DELAY) != null;
        String thread = message.childText("thread");
        Runnable answer = () -> {
            pending.remove(key);
            String line = answer(colleague, from, body, late);
            colleague.write(from.toString(), line, thread == null ? "" : thread);
        };
        Runnable type = () -> {
            colleague.send(Wire.chatState(from.toString(), "composing"));
            pending.put(key, pace.later(1000, 4000, random, answer));
        };
        pending.put(key, pace.later(300, 1000, random, type));
    }

    private String answer(Colleague colleague, Jid from, String body, boolean late) {
        String topic = repertoire.topicOf(body);
        String status = late ? "late" : colleague.status();
        String excuse = colleague.person().id() + " " + from.bare() + " " + status;
        boolean polite = topic.equals("thanks") || topic.equals("bye");
        if (!polite && excused.add(excuse)) {
            String line = say(colleague, from, "busy " + status);
            if (!line.isEmpty()) {
                return line;
            }
        }
        String line = say(colleague, from, topic);
        return line.isEmpty() ? say(colleague, from, Repertoire.FALLBACK) : line;
    }

    /** Somebody begins a talk. */
    void open(Colleague colleague, String address) {
        Jid to = Jid.parse(address);
        if (to != null) {
            colleague.write(address, say(colleague, to, Repertoire.OPENING), "");
        }
    }

    private String say(Colleague colleague, Jid to, String topic) {
        return line(colleague, names.getOrDefault(to.local(), to.isBare() ? "friend" : to.resource()), topic);
    }

    /** Whether somebody says something that people have more to say to than that they will think about it. */
    boolean isAboutSomething(String body) {
        return !repertoire.topicOf(body).equals(Repertoire.FALLBACK) || body.contains("?");
    }

    /** What a colleague says to something said among many. */
    String reply(Colleague colleague, String you, String body) {
        String line = line(colleague, you, repertoire.topicOf(body));
        return line.isEmpty() ? line(colleague, you, Repertoire.FALLBACK) : line;
    }

    /** What a colleague says on a topic, to somebody who is called {@code you}; empty for nothing. */
    String line(Colleague colleague, String you, String topic) {
        String line = repertoire.line(colleague.person(), topic, lately, random);
        if (line == null) {
            return "";
        }
        lately.add(line);
        if (lately.size() > MEMORY) {
            lately.remove();
        }
        String filled = line.replace("{you}", you);
        return Clock.fill(filled.replace("{state}", colleague.words()));
    }
}
