package org.lamplight.call;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;

/**
 * Calls that are mixed with each other on this machine, so that all hear each other. Each call knows the conference that it is
 * in; one that is alone in it is an ordinary call again. One has a single microphone, so that a mute is one for all of them;
 * each is held by itself, and left out meanwhile. Core only.
 */
final class Conferences {
    private static final Texts TEXTS = Texts.of(Conferences.class);
    private static final int FEWEST = 2;

    private final Calls calls;

    Conferences(Calls calls) {
        this.calls = calls;
    }

    /** Joins these with each other, and with all in whose conferences they are; those that are held go on. */
    void merge(Collection<String> ids) {
        Set<String> wanted = new LinkedHashSet<>(ids);
        List<Call> named = wanted.stream().map(this::mergeable).toList();
        if (named.size() < FEWEST) {
            throw new CallRefused(TEXTS.get("merge.one"));
        }
        Set<String> members = new LinkedHashSet<>();
        named.forEach(call -> together(call).forEach(member -> members.add(member.id())));
        String conference = named.stream()
                .map(Call::conference)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(Calls::newId);
        boolean muted = members.stream().flatMap(id -> calls.find(id).stream()).anyMatch(Call::muted);
        calls.holdOthers(members);
        members.forEach(id -> join(id, conference));
        if (muted) {
            // whoever did not want to be heard by one does not want to be heard by more
            calls.mute(named.get(0).id(), true);
        }
        named.forEach(this::goOn);
    }

    private Call mergeable(String id) {
        Call call = calls.going(id);
        if (!call.state().isAnswered()) {
            throw new CallRefused(TEXTS.get("call.notConnected"));
        }
        if (!calls.line(call).abilities().contains(Ability.CONFERENCE)
                || calls.sound(id).isEmpty()) {
            throw new CallRefused(TEXTS.get("merge.elsewhere", call.line()));
        }
        return call;
    }

    /** Also where the hold is still on its way. */
    private void goOn(Call call) {
        Line line = calls.line(call);
        if (line.abilities().contains(Ability.HOLD)) {
            line.hold(call.id(), false);
        }
    }

    private void join(String id, @Nullable String conference) {
        Call call = calls.going(id);
        if (!Objects.equals(call.conference(), conference)) {
            calls.change(id, now -> now.joined(conference));
            calls.sound(id).ifPresent(sound -> sound.confer(conference));
        }
    }

    /** This call and all in its conference. */
    List<Call> together(Call call) {
        String conference = call.conference();
        return conference == null ? List.of(call) : members(conference);
    }

    private List<Call> members(String conference) {
        return calls.all().stream()
                .filter(call -> conference.equals(call.conference()))
                .toList();
    }

    /** One has gone; who is left alone is in no conference any more. */
    void left(String conference) {
        List<Call> rest = members(conference);
        if (rest.size() < FEWEST) {
            rest.forEach(call -> join(call.id(), null));
        }
    }
}
