package org.lamplight.ui.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.call.Cause;
import org.lamplight.call.LineKind;
import org.lamplight.call.LineStatus;
import org.lamplight.call.MediaReport;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.Remote;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.FirstName;
import org.lamplight.people.Person;
import org.lamplight.ui.kit.Mirrors;

/** A call in words: who, where, how it stands and for how long. Nothing that others say stands there unmarked. EDT. */
final class CallWords {
    private final Texts texts;
    private final Mirrors mirrors;
    private final Clock clock;

    CallWords(Texts texts, Mirrors mirrors, Clock clock) {
        this.texts = texts;
        this.mirrors = mirrors;
        this.clock = clock;
    }

    Optional<Person> person(Call call) {
        String id = call.person();
        Optional<Person> known =
                id == null ? Optional.empty() : mirrors.people().find(id);
        return known.or(() -> mirrors.people().withAddress(call.remote().address()));
    }

    /** The person as our list has them, else as the call says, else the number. */
    String name(Call call) {
        return person(call).map(known -> PlainText.line(known.name())).orElseGet(() -> said(call.remote()));
    }

    private static String said(Remote remote) {
        String name = remote.name() == null ? "" : PlainText.line(remote.name()).strip();
        return name.isEmpty() ? PlainText.line(remote.user()) : name;
    }

    /** Where the other side is: the user alone if it is of our own domain. */
    String address(Call call) {
        String whole = PlainText.line(call.remote().address());
        String line = mirrors.calls().line(call.line()).map(LineStatus::address).orElse("");
        String domain = whole.substring(whole.indexOf('@') + 1);
        return !line.isEmpty() && line.endsWith("@" + domain)
                ? PlainText.line(call.remote().user())
                : whole;
    }

    /** The kind of line and its number: "Softphone 2104". */
    String line(Call call) {
        return mirrors.calls().line(call.line()).map(this::line).orElse(PlainText.line(call.line()));
    }

    String line(LineStatus line) {
        return texts.get(
                "line." + kind(line), PlainText.line(Remote.of(line.address()).user()));
    }

    private static String kind(LineStatus line) {
        return line.kind() == LineKind.DESK_PHONE ? "desk" : "soft";
    }

    /** For whom it was, where it did not come straight; empty if it did. */
    String way(Call call) {
        String by = call.remote().forwardedBy();
        if (by == null) {
            return "";
        }
        Remote forwarder = Remote.of(by);
        String name = mirrors.people()
                .withAddress(forwarder.address())
                .map(Person::name)
                .orElse(forwarder.user());
        return texts.get("incoming.forwarded", PlainText.line(name));
    }

    /** "Held by Ada", "Ringing…": how it stands, in words. */
    String state(Call call) {
        return switch (call.state()) {
            case DIALLING -> texts.get("state.dialling");
            case RINGING -> texts.get(call.direction() == Call.Direction.IN ? "state.rings" : "state.ringing");
            case EARLY -> texts.get("state.early");
            case CONNECTED -> texts.get(call.conference() == null ? "state.connected" : "state.conference");
            case HELD -> texts.get("state.held");
            case HELD_BY_PEER -> texts.get("state.heldBy", FirstName.of(name(call)));
            case ENDED -> ended(call.cause());
        };
    }

    private String ended(@Nullable Cause cause) {
        String why = cause == null ? "" : PlainText.line(cause.text()).replaceFirst("\\.$", "");
        boolean plain = why.isEmpty() || (cause != null && cause.code() == 200);
        return plain ? texts.get("state.ended") : texts.get("state.endedBecause", why);
    }

    /** All these, as "Ada, Charles and Grace". */
    String names(List<Call> calls) {
        List<String> names = calls.stream().map(this::name).toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : texts.get("names", String.join(", ", names.subList(0, last)), names.get(last));
    }

    /** How long they have spoken, as 02:13; empty if they have not. */
    String time(Call call) {
        Instant from = call.answeredAt();
        if (from == null) {
            return "";
        }
        Instant to = call.endedAt() == null ? clock.instant() : call.endedAt();
        return time(Duration.between(from, to));
    }

    static String time(Duration spoken) {
        long seconds = Math.max(0, spoken.toSeconds());
        return seconds < 3600
                ? String.format("%02d:%02d", seconds / 60, seconds % 60)
                : String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** The time where they speak, the state where they don't, or both. */
    String timed(Call call) {
        String time = time(call);
        boolean plain = call.state() == CallState.CONNECTED && call.conference() == null;
        if (plain && !time.isEmpty()) {
            return time;
        }
        return time.isEmpty() ? state(call) : texts.get("two", state(call), time);
    }

    /**
     * Whether others can listen in, as a sentence; empty while nothing is known, or something on the way is open. Of a
     * conference nothing is said, for each way into it is another.
     */
    String secure(Call call) {
        MediaReport media = call.media();
        if (media == null || !media.secret() || call.conference() != null) {
            return "";
        }
        return texts.get(media.secure() == MediaSecurity.DTLS ? "secure.dtls" : "secure.sdes");
    }
}
