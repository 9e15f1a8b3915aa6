package org.lamplight.call;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.dial.DialPlan;
import org.lamplight.call.dial.Dialled;
import org.lamplight.call.dial.Reached;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All calls, of all lines. People ask here for what is to be done, and lines tell here what became of it. Core only; what
 * can't be done is refused with {@link CallRefused}.
 */
public final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final Texts TEXTS = Texts.of(Calls.class);
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final Duration MEASURED_EVERY = Duration.ofSeconds(2);

    /** Whoever floods us with calls rings no more than these. */
    private static final int MOST_RINGING = 6;

    public static final int BUSY = 486;
    public static final int DECLINED = 603;

    private final CoreThread core;
    private final Events events;
    private final Clock clock;
    private final Lines lines;
    private final Function<String, Optional<String>> personAt;
    private BooleanSupplier undisturbed = () -> false;
    private Predicate<Call> elsewhere = call -> false;
    /** Of those that go elsewhere nobody has heard yet. */
    private final Set<String> untold = new HashSet<>();

    private final Conferences conferences = new Conferences(this);
    private final Dialling dialling;
    private final Map<String, Call> calls = new LinkedHashMap<>();
    private final Map<String, MediaSession> media = new LinkedHashMap<>();
    private final Set<String> heldByPeer = new HashSet<>();
    private final Set<String> heldByUs = new HashSet<>();

    /** @param personAt the id of the person with this address ({@code user@domain} or a number), if any */
    public Calls(
            CoreThread core, Events events, Clock clock, Lines lines, Function<String, Optional<String>> personAt) {
        this.core = core;
        this.events = events;
        this.clock = clock;
        this.lines = lines;
        this.personAt = personAt;
        this.dialling = new Dialling(
                core,
                (id, keys) -> find(id).filter(call -> call.state().isAnswered()).ifPresent(call -> press(id, keys)));
    }

    /** Numbers are rewritten by this plan from now on; what a line's own server is told by a code is not. */
    public void plan(DialPlan next) {
        Threads.requireCore();
        dialling.plan(next);
    }

    /** While this says so, who calls hears busy, and is in the log. Asked on core. */
    public void declineWhile(BooleanSupplier wantsNoCalls) {
        undisturbed = wantsNoCalls;
    }

    // ---- what people ask

    /** What comes and is said yes to here goes elsewhere: it does not ring, and is told of when it is gone. Asked on core. */
    public void sendOnIf(Predicate<Call> goesElsewhere) {
        elsewhere = goesElsewhere;
    }

    /** Whether one speaks, or wants no calls. */
    boolean isBusy() {
        return undisturbed.getAsBoolean()
                || calls.values().stream().anyMatch(call -> call.state().isAnswered());
    }

    /** All that go on, and those that ended less than a minute ago; in the order in which they began. */
    public List<Call> all() {
        Threads.requireCore();
        return List.copyOf(calls.values());
    }

    public Optional<Call> find(String id) {
        Threads.requireCore();
        return Optional.ofNullable(calls.get(id));
    }

    /**
     * Calls there; who is spoken to meanwhile is held.
     *
     * @param line null: the one that calls go out on
     */
    public Call dial(String target, @Nullable String line) {
        Threads.requireCore();
        Line carrier = carrier(line);
        Dialled wanted = dialling.read(oneLine(target)).dialled();
        holdOthers(Set.of());
        Call call = begin(carrier, wanted.target());
        dialling.began(call.id(), wanted.extension());
        return call;
    }

    /** Calls the line's own server, which is told something by that: who is spoken to meanwhile is not held. */
    Call dialCode(String code, String line) {
        return begin(carrier(line), oneLine(code));
    }

    private Line carrier(@Nullable String line) {
        Line carrier = (line == null ? lines.outgoing() : lines.find(line)).orElseThrow(() -> noLine(line));
        if (!lines.isRegistered(carrier)) {
            throw new CallRefused(TEXTS.get("line.out", carrier.id()));
        }
        return carrier;
    }

    private Call begin(Line carrier, String wanted) {
        Call call = newCall(newId(), carrier.id(), Call.Direction.OUT, CallState.DIALLING, Remote.of(wanted));
        put(call);
        carrier.dial(call.id(), wanted);
        return find(call.id()).orElse(call);
    }

    private String number(String target) {
        return dialling.read(oneLine(target)).dialled().target();
    }

    /** What is dialled when this is typed; nothing happens. */
    public DialPlan.Reading wouldDial(String target) {
        Threads.requireCore();
        return dialling.read(oneLine(target));
    }

    /** Whom a call there would reach, on the line that calls go out on; empty: nobody, or that can't be told. */
    public Optional<Reached> wouldReach(Dialled dialled) {
        Threads.requireCore();
        return lines.outgoing().flatMap(line -> line.meant(dialled.target())).map(Reached::of);
    }

    private static String oneLine(String target) {
        return Lines.typed(target).orElseThrow(() -> new CallRefused(TEXTS.get("target.none")));
    }

    private static CallRefused noLine(@Nullable String line) {
        return new CallRefused(line == null ? TEXTS.get("lines.none") : TEXTS.get("line.unknown", line));
    }

    /** Takes it; who is spoken to meanwhile is held. */
    public void answer(String id) {
        Call call = ringingIn(id);
        holdOthers(Set.of(id));
        line(call).answer(id);
    }

    /** Does not take it. */
    public void decline(String id, int code) {
        line(ringingIn(id)).decline(id, code, null);
    }

    /** Sends it on to somebody else, or to voicemail. */
    public void sendOn(String id, String target) {
        line(ringingIn(id)).decline(id, DECLINED, number(target));
    }

    /** Does not take it: whoever calls may speak to voicemail. */
    public void toVoicemail(String id) {
        Call call = ringingIn(id);
        withVoicemail(line(call)).toVoicemail(id);
    }

    /** Calls one's voicemail, on the line that calls go out on. */
    public Call dialVoicemail() {
        Threads.requireCore();
        Line carrier = withVoicemail(lines.outgoing().orElseThrow(() -> noLine(null)));
        return dial(carrier.voicemail().orElse(""), carrier.id());
    }

    private static Line withVoicemail(Line line) {
        if (!line.abilities().contains(Ability.VOICEMAIL)) {
            throw new CallRefused(TEXTS.get("voicemail.none", line.id()));
        }
        return line;
    }

    /** Ends it, gives it up, or does not take it. */
    public void hangUp(String id) {
        Call call = going(id);
        if (call.isIncomingRinging()) {
            line(call).decline(id, DECLINED, null);
        } else {
            line(call).hangUp(id);
        }
    }

    public void hold(String id) {
        line(answered(id, Ability.HOLD)).hold(id, true);
    }

    /** Speaks on; who is spoken to meanwhile is held, unless both are in one conference. */
    public void resume(String id) {
        Call call = answered(id, Ability.HOLD);
        holdOthers(conferences.together(call).stream().map(Call::id).collect(Collectors.toSet()));
        line(call).hold(id, false);
    }

    /** Is not heard any more, or again; in a conference by nobody there. What others of it say goes on to be heard. */
    public void mute(String id, boolean on) {
        for (Call call : conferences.together(going(id))) {
            sound(call.id()).ifPresent(sound -> sound.mute(on));
            put(call.muted(on));
        }
    }

    /** Joins these into one conference, in which all hear each other; one that is in one already brings all of it. */
    public void merge(Collection<String> ids) {
        Threads.requireCore();
        conferences.merge(ids);
    }

    /** This call and all others of its conference; it alone if it is in none. */
    public List<Call> together(String id) {
        return conferences.together(going(id));
    }

    /** Has the other side call there instead. */
    public void transfer(String id, String target) {
        line(answered(id, Ability.TRANSFER)).transfer(id, number(target));
    }

    /** Connects both with each other, and leaves. */
    public void transferTo(String id, String other) {
        Call first = answered(id, Ability.ATTENDED_TRANSFER);
        Call second = answered(other, Ability.ATTENDED_TRANSFER);
        if (!first.line().equals(second.line()) || id.equals(other)) {
            throw new CallRefused(TEXTS.get("transfer.apart"));
        }
        line(first).transferTo(id, other);
    }

    /** Sends keys: 0 to 9, *, #, A to D, and a comma for a pause. */
    public void press(String id, String keys) {
        Call call = going(id);
        String wanted = keys.toUpperCase(Locale.ROOT);
        if (!wanted.matches("[0-9*#A-D,]{1,64}")) {
            throw new CallRefused(TEXTS.get("keys.wrong"));
        }
        if (!call.state().isAnswered() && call.state() != CallState.EARLY) {
            throw new CallRefused(TEXTS.get("call.notConnected"));
        }
        line(call).press(id, wanted);
    }

    /** Records both sides into this file; null ends it. */
    public void record(String id, @Nullable Path file) {
        Call call = answered(id, Ability.RECORD);
        MediaSession sound = media.get(id);
        if (sound == null) {
            throw new CallRefused(TEXTS.get("call.notConnected"));
        }
        try {
            sound.record(file);
            put(call.recording(file != null));
        } catch (IOException unwritable) {
            LOG.warn("A call can't be recorded", unwritable);
            throw new CallRefused(TEXTS.get("record.failed", String.valueOf(file)));
        }
    }

    void holdOthers(Set<String> but) {
        all().stream()
                .filter(call -> call.state() == CallState.CONNECTED && !but.contains(call.id()))
                .filter(call -> line(call).abilities().contains(Ability.HOLD))
                .forEach(call -> line(call).hold(call.id(), true));
    }

    private Call ringingIn(String id) {
        Call call = going(id);
        if (!call.isIncomingRinging()) {
            throw new CallRefused(TEXTS.get("call.notRinging"));
        }
        return call;
    }

    private Call answered(String id, Ability wanted) {
        Call call = going(id);
        if (!call.state().isAnswered()) {
            throw new CallRefused(TEXTS.get("call.notConnected"));
        }
        if (!line(call).abilities().contains(wanted)) {
            throw new CallRefused(TEXTS.get("line.cannot", call.line()));
        }
        return call;
    }

    /** The call of this id, which goes on. */
    public Call going(String id) {
        return find(id).filter(call -> !call.isOver())
                .orElseThrow(() -> new CallRefused(TEXTS.get("call.unknown", id)));
    }

    Line line(Call call) {
        return lines.find(call.line()).orElseThrow(() -> new CallRefused(TEXTS.get("line.unknown", call.line())));
    }

    Optional<MediaSession> sound(String id) {
        return Optional.ofNullable(media.get(id));
    }

    // ---- what lines tell

    /** An id for a call that comes. From any thread. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Somebody calls. False if it shall not ring, for one wants no calls or too many ring already: the line says busy. */
    public boolean incoming(String id, String line, Remote remote) {
        Threads.requireCore();
        Call comes = newCall(id, line, Call.Direction.IN, CallState.RINGING, remote);
        if (elsewhere.test(comes)) {
            calls.put(id, comes);
            untold.add(id);
            return true;
        }
        if (undisturbed.getAsBoolean()) {
            end(comes, new Cause(BUSY, TEXTS.get("cause.undisturbed")));
            return false;
        }
        if (calls.values().stream().filter(Call::isIncomingRinging).count() >= MOST_RINGING) {
            return false;
        }
        put(comes);
        return true;
    }

    /** Whoever calls asks that it be answered by itself, so long after it began to ring. Nothing comes of it by itself. */
    public void answerWanted(String id, String from, Duration after) {
        Threads.requireCore();
        find(id).filter(Call::isIncomingRinging)
                .filter(call -> !untold.contains(id))
                .ifPresent(call -> events.publish(new CallEvent.AnswerWanted(call, from, after)));
    }

    private Call newCall(String id, String line, Call.Direction direction, CallState state, Remote remote) {
        return new Call(
                id, line, direction, state, remote, person(remote), now(), null, null, false, false, null, null, null);
    }

    /** It rings there. */
    public void ringing(String id) {
        if (untold.contains(id)) {
            find(id).ifPresent(this::put);
        } else {
            become(id, CallState.RINGING);
        }
    }

    /** It is not answered yet, and is heard. */
    public void early(String id) {
        become(id, CallState.EARLY);
    }

    public void connected(String id) {
        Threads.requireCore();
        calls.computeIfPresent(id, (any, call) -> call.isOver() ? call : call.answered(now()));
        becomeHeldOrNot(id);
        dialling.answered(id);
    }

    /** We hold it, or not any more. */
    public void held(String id, boolean on) {
        holds(heldByUs, id, on);
    }

    /** The peer holds us, or not any more. */
    public void heldByPeer(String id, boolean on) {
        holds(heldByPeer, id, on);
    }

    private void holds(Set<String> who, String id, boolean on) {
        Threads.requireCore();
        tell(id, call -> {
            if (on ? who.add(id) : who.remove(id)) {
                becomeHeldOrNot(id);
            }
        });
    }

    private void becomeHeldOrNot(String id) {
        boolean peer = heldByPeer.contains(id);
        become(id, heldByUs.contains(id) ? CallState.HELD : peer ? CallState.HELD_BY_PEER : CallState.CONNECTED);
    }

    /** Who is there is known better, or has changed by a transfer. */
    public void remote(String id, Remote remote) {
        change(id, call -> call.with(remote, person(remote)));
    }

    /** The call has sound from now on. */
    public void sounds(String id, MediaSession session) {
        Threads.requireCore();
        if (find(id).filter(call -> !call.isOver()).isEmpty()) {
            return;
        }
        MediaSession before = media.put(id, session);
        session.mute(find(id).map(Call::muted).orElse(false));
        find(id).map(Call::conference).ifPresent(session::confer);
        if (before == null) {
            measure(id);
        }
    }

    private void measure(String id) {
        MediaSession sound = media.get(id);
        Call call = calls.get(id);
        if (sound == null || call == null) {
            return;
        }
        Call measured = call.with(sound.report());
        calls.put(id, measured);
        events.publish(new CallEvent.QualityMeasured(measured));
        core.later(MEASURED_EVERY, () -> measure(id));
    }

    /** The peer pressed a key. */
    public void keyPressed(String id, char key) {
        tell(id, call -> events.publish(new CallEvent.KeyPressed(call, key)));
    }

    public void speaksMuted(String id) {
        tell(id, call -> events.publish(new CallEvent.SpeaksMuted(call)));
    }

    /** Something could not be done, and the call goes on. */
    public void notice(String id, String sentence) {
        tell(id, call -> events.publish(new CallEvent.CallNotice(call, sentence)));
    }

    private void tell(String id, Consumer<Call> news) {
        find(id).filter(call -> !call.isOver()).ifPresent(news);
    }

    public void ended(String id, Cause why) {
        Threads.requireCore();
        Call call = calls.get(id);
        if (call == null || call.isOver()) {
            return;
        }
        MediaSession sound = media.remove(id);
        dialling.ended(id);
        heldByPeer.remove(id);
        heldByUs.remove(id);
        end(sound == null ? call : call.with(sound.report()), why);
        Optional.ofNullable(call.conference()).ifPresent(conferences::left);
    }

    private void end(Call call, Cause why) {
        put(call.ended(why, now()));
        core.later(KEPT, () -> forget(call.id()));
    }

    private void forget(String id) {
        if (calls.remove(id) != null) {
            events.publish(new CallEvent.CallForgotten(id));
        }
    }

    private void become(String id, CallState next) {
        Threads.requireCore();
        Call call = calls.get(id);
        if (call == null || call.state() == next) {
            return;
        }
        if (!call.state().mayBecome(next)) {
            LOG.error(
                    "A call that is {} can't become {}", call.state().word(), next.word(), new Throwable("from here"));
            return;
        }
        put(call.in(next));
    }

    void change(String id, UnaryOperator<Call> change) {
        Threads.requireCore();
        tell(id, call -> {
            Call next = change.apply(call);
            if (!next.equals(call)) {
                put(next);
            }
        });
    }

    private void put(Call call) {
        untold.remove(call.id());
        calls.put(call.id(), call);
        events.publish(new CallEvent.CallChanged(call));
    }

    private @Nullable String person(Remote remote) {
        return personAt.apply(remote.address()).orElse(null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
