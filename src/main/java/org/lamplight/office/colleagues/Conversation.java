package org.lamplight.office.colleagues;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
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
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Repertoire repertoire = new Repertoire();
    private final Map<String, String> names;
    private final Predicate<Jid> isColleague;
    private final Pace pace;
    private final Random random;
    private final Map<String, ScheduledFuture<?>> pending = new HashMap<>();
    private final Map<String, String> lastLine = new HashMap<>();
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
        String talk = colleague.person().id() + " " + to.bare();
        String line = repertoire.line(colleague.person(), topic, lastLine.getOrDefault(talk, ""), random);
        if (line == null) {
            return "";
        }
        lastLine.put(talk, line);
        return line.replace("{you}", names.getOrDefault(to.local(), "friend"))
                .replace("{state}", colleague.words())
                .replace("{until}", soon());
    }

    /** A round time, half an hour to an hour from now. */
    private static String soon() {
        LocalTime time = LocalTime.now(ZoneId.systemDefault()).plusMinutes(45);
        return CLOCK.format(time.withMinute(time.getMinute() < 30 ? 0 : 30));
    }
}
