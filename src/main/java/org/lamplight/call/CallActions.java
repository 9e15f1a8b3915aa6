package org.lamplight.call;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.lamplight.core.Events;
import org.lamplight.core.Threads;

/** Does what keys and buttons of headsets ask, which name no call: with the one that is meant. Core only. */
public final class CallActions {
    /** Whom one means first: who is spoken to, then who is being called, then who waits; of several the last. */
    private static final List<CallState> MEANT = List.of(
            CallState.CONNECTED,
            CallState.HELD_BY_PEER,
            CallState.EARLY,
            CallState.RINGING,
            CallState.DIALLING,
            CallState.HELD);

    private static final Comparator<Call> RANK = Comparator.comparingInt(call -> MEANT.indexOf(call.state()));

    /**
     * How things stand.
     *
     * @param rings somebody calls
     * @param talks one speaks, or calls somebody
     * @param muted the one who is spoken to does not hear us
     */
    public record Stand(boolean rings, boolean talks, boolean muted) {
        public static final Stand QUIET = new Stand(false, false, false);

        /** What can be done. */
        public Set<CallAction> possible() {
            EnumSet<CallAction> all = EnumSet.noneOf(CallAction.class);
            if (rings) {
                all.addAll(EnumSet.of(CallAction.ANSWER, CallAction.DECLINE));
            }
            if (talks) {
                all.addAll(EnumSet.of(CallAction.HANG_UP, CallAction.MUTE));
            }
            return all;
        }
    }

    private final Calls calls;
    private final Events events;
    private final Set<String> ignored = new HashSet<>();
    private final List<Consumer<Stand>> listeners = new CopyOnWriteArrayList<>();
    private Stand stand = Stand.QUIET;

    public CallActions(Calls calls, Events events) {
        this.calls = calls;
        this.events = events;
        events.listen(CallEvent.CallChanged.class, changed -> look());
        events.listen(CallEvent.CallForgotten.class, gone -> ignored.remove(gone.id()));
    }

    /** Tells how things stand each time that it changes, on core. From any thread. */
    public void onChange(Consumer<Stand> listener) {
        listeners.add(listener);
    }

    public Stand stand() {
        Threads.requireCore();
        return stand;
    }

    /** This call is not meant by what answers and declines. */
    public void ignore(String id) {
        Threads.requireCore();
        ignored.add(id);
        look();
    }

    /** Does it, if it can be done. */
    public void does(CallAction action) {
        Threads.requireCore();
        Optional<Call> meant = action == CallAction.ANSWER || action == CallAction.DECLINE ? ringing() : spoken();
        meant.ifPresent(call -> does(action, call));
    }

    private void does(CallAction action, Call call) {
        try {
            switch (action) {
                case ANSWER -> calls.answer(call.id());
                case DECLINE -> calls.decline(call.id(), Calls.DECLINED);
                case HANG_UP -> calls.together(call.id()).forEach(one -> calls.hangUp(one.id()));
                case MUTE -> calls.mute(call.id(), !call.muted());
            }
        } catch (CallRefused no) {
            events.publish(new CallEvent.CallNotice(call, String.valueOf(no.getMessage())));
        }
    }

    /** The oldest, as the keys in our own windows mean it. */
    private Optional<Call> ringing() {
        return calls.all().stream()
                .filter(Call::isIncomingRinging)
                .filter(call -> !ignored.contains(call.id()))
                .findFirst();
    }

    private Optional<Call> spoken() {
        return calls.all().stream()
                .filter(call -> !call.isOver() && !call.isIncomingRinging())
                .reduce((one, later) -> RANK.compare(later, one) <= 0 ? later : one);
    }

    private void look() {
        Optional<Call> spoken = spoken();
        Stand now = new Stand(
                ringing().isPresent(),
                spoken.isPresent(),
                spoken.map(Call::muted).orElse(false));
        if (!now.equals(stand)) {
            stand = now;
            listeners.forEach(listener -> listener.accept(now));
        }
    }
}
