package org.lamplight.ui.kit;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.Person;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Presence;
import org.lamplight.presence.Reason;
import org.lamplight.presence.Status;

/** A presence in words, with until when or since when: "In a meeting until 15:00". Any thread. */
public final class StatusWords {
    private static final String APART = " · ";

    /** How other people's clients say it on the wire. */
    private static final Pattern UNTIL =
            Pattern.compile("until (\\d{1,2}:\\d{2}|midnight|\\d{1,2} \\p{L}{3} \\d{1,2}:\\d{2})(?: · .*)?");

    private final Texts texts;
    private final Moments moments;

    public StatusWords(Texts texts, Moments moments) {
        this.texts = texts;
        this.moments = moments;
    }

    /** The status alone, as menus name it: "In a meeting". */
    public String of(Status status) {
        return texts.get("status." + status.key());
    }

    /** How a person is, or that one waits to be told. */
    public String of(Person person) {
        boolean waiting = person.asked() && person.presence().status() == Status.NOT_SHARED;
        return waiting ? texts.get("status.asked") : of(person.presence());
    }

    /** All of it, the person's own words at the end. */
    public String of(Presence presence) {
        String words = timed(presence);
        String note = presence.note() == null ? "" : PlainText.line(presence.note());
        boolean said = note.isEmpty() || note.equalsIgnoreCase(words) || note.equalsIgnoreCase(of(presence.status()));
        if (said) {
            return words;
        }
        if (beginsWith(note, words)) {
            return note;
        }
        Matcher until = UNTIL.matcher(note);
        return until.matches() && words.equals(of(presence.status()))
                ? texts.get("status.until", words, until.group(1)) + note.substring(until.end(1))
                : words + APART + note;
    }

    private static boolean beginsWith(String note, String words) {
        return note.regionMatches(true, 0, words, 0, words.length())
                && !Character.isLetterOrDigit(note.codePointAt(words.length()));
    }

    /** Without the person's own words. */
    public String timed(Presence presence) {
        Status status = presence.status();
        return switch (status) {
            case IN_A_MEETING, BUSY, DO_NOT_DISTURB, OUT_OF_OFFICE, PRESENTING, AVAILABLE, FREE_TO_CHAT, INVISIBLE ->
                until(status, presence.until());
            case IN_A_MEETING_OFFLINE ->
                until(Status.IN_A_MEETING, presence.until()) + APART + texts.get("status.noChat");
            case ON_THE_PHONE, ON_VIDEO, IDLE -> lasting(status, presence.since());
            case ON_THE_PHONE_OFFLINE -> of(Status.ON_THE_PHONE) + APART + texts.get("status.noChat");
            case AWAY, EXTENDED_AWAY -> presence.until() != null ? until(status, presence.until()) : since(presence);
            case OFFLINE -> offline(presence);
            case IN_A_MEETING_ON_THE_PHONE, RINGING, UNKNOWN, NOT_SHARED, BLOCKED -> of(status);
        };
    }

    private String until(Status status, @Nullable Instant until) {
        return until == null ? of(status) : texts.get("status.until", of(status), moments.moment(until));
    }

    private String lasting(Status status, @Nullable Instant since) {
        String time = since == null ? "" : moments.lasting(since);
        return time.isEmpty() ? of(status) : texts.get("status.lasting", of(status), time);
    }

    private String since(Presence presence) {
        Instant since = presence.since();
        return since == null ? of(Status.AWAY) : texts.get("status.since", of(Status.AWAY), moments.moment(since));
    }

    private String offline(Presence presence) {
        Instant back = outUntil(presence);
        if (back != null) {
            return texts.get("status.offlineOut", moments.moment(back));
        }
        Instant seen = presence.since();
        return seen == null ? of(Status.OFFLINE) : texts.get("status.lastSeen", moments.moment(seen));
    }

    private static @Nullable Instant outUntil(Presence presence) {
        return presence.reasons().stream()
                .map(Reason::observation)
                .filter(seen -> seen.status() == Status.OUT_OF_OFFICE)
                .map(Observation::until)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
