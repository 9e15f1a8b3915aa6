package org.lamplight.sip;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;

/**
 * A busy lamp: what one address has of calls, kept over the documents of its subscriptions (RFC 4235, section 4.3).
 * Immutable.
 *
 * @param version of the last document that counted within this subscription; null before the first
 * @param dialogs all that are not over, by id; empty as long as nothing is known
 * @param known whether a full document was ever read
 * @param wantsRefresh whether documents were missed, so that a full one must be asked for by subscribing anew
 * @param since when the lamp took its present state
 */
public record Lamp(
        String address,
        @Nullable Long version,
        Map<String, Dialog> dialogs,
        boolean known,
        boolean wantsRefresh,
        @Nullable Instant since) {

    /** What the lamp shows. */
    public enum State {
        UNKNOWN,
        IDLE,
        RINGING,
        IN_USE,
        HELD
    }

    /** Versions have 31 bits; so close to the end a small one follows a great one. */
    private static final long END_OF_VERSIONS = 1L << 31;

    private static final long NEAR_THE_END = 1_000;

    public Lamp {
        dialogs = Map.copyOf(dialogs);
    }

    /** A lamp of which nothing is known yet, or no more. */
    public static Lamp unknown(String address) {
        return new Lamp(address, null, Map.of(), false, false, null);
    }

    /** The same lamp in a new subscription: its versions begin anew, its state stands until it is told. */
    public Lamp resubscribed() {
        return new Lamp(address, null, dialogs, known, false, since);
    }

    /** The lamp after the body of a NOTIFY; an empty one changes nothing. */
    public Lamp notified(byte[] body, Instant now) throws UnreadableBody {
        return body.length == 0 ? this : apply(DialogInfo.read(body), now);
    }

    /**
     * The lamp after this document. An older or equal one changes nothing; one that came after others were missed changes
     * nothing either, unless it is full, but {@link #wantsRefresh} then.
     */
    public Lamp apply(DialogInfo info, Instant now) {
        if (version != null && !follows(info.version(), version)) {
            return this;
        }
        if (info.full()) {
            return changed(info, Map.of(), now);
        }
        boolean missed = version == null || !known || next(version) != info.version() % END_OF_VERSIONS;
        return missed ? new Lamp(address, version, dialogs, known, true, since) : changed(info, dialogs, now);
    }

    private Lamp changed(DialogInfo info, Map<String, Dialog> before, Instant now) {
        Map<String, Dialog> all = new LinkedHashMap<>(before);
        for (Dialog dialog : info.dialogs()) {
            if (dialog.state() == Dialog.State.TERMINATED) {
                all.remove(dialog.id());
            } else {
                all.put(dialog.id(), dialog);
            }
        }
        Lamp changed = new Lamp(address, info.version(), all, true, false, null);
        boolean same = since != null && changed.state() == state() && changed.isInUse() == isInUse();
        return new Lamp(address, info.version(), all, true, false, same ? since : changed.begun(now));
    }

    private static boolean follows(long version, long last) {
        boolean wrapped = last % END_OF_VERSIONS > END_OF_VERSIONS - NEAR_THE_END && version < NEAR_THE_END;
        return version > last || wrapped;
    }

    private static long next(long version) {
        return (version + 1) % END_OF_VERSIONS;
    }

    private Instant begun(Instant now) {
        return deciding().map(Dialog::seconds).map(now::minusSeconds).orElse(now);
    }

    public State state() {
        if (!known) {
            return State.UNKNOWN;
        }
        if (any(Dialog::isRinging)) {
            return State.RINGING;
        }
        if (isInUse()) {
            List<Dialog> talks =
                    dialogs.values().stream().filter(Dialog::isTalk).toList();
            boolean held = !talks.isEmpty() && talks.stream().allMatch(Dialog::isHeld) && !any(Dialog::isCalling);
            return held ? State.HELD : State.IN_USE;
        }
        return any(dialog -> dialog.state() == Dialog.State.UNKNOWN) ? State.UNKNOWN : State.IDLE;
    }

    /** Whether there is a call besides one that rings: that one can be picked up, but is not why others find it busy. */
    public boolean isInUse() {
        return any(dialog -> dialog.isTalk() || dialog.isCalling());
    }

    private boolean any(Predicate<Dialog> what) {
        return dialogs.values().stream().anyMatch(what);
    }

    /** The call that makes the state, such as the one to pick up. */
    public Optional<Dialog> deciding() {
        return dialogs.values().stream()
                .filter(dialog -> dialog.isRinging() || dialog.isTalk() || dialog.isCalling())
                .min(Comparator.comparing((Dialog dialog) -> !dialog.isRinging())
                        .thenComparing(dialog -> !dialog.isTalk())
                        .thenComparing(Dialog::isHeld)
                        .thenComparing(Dialog::id));
    }

    /** Who the other side is; empty where nobody is or where the server does not say. */
    public Optional<String> with() {
        return deciding().flatMap(dialog -> dialog.remote().name());
    }

    /**
     * What the lamp says of the person, as the source {@code lamp:ADDRESS}; nothing while it is idle or unknown, for a phone
     * that is not used makes nobody available.
     */
    public Optional<Observation> observation() {
        Status status = isInUse() ? Status.ON_THE_PHONE : state() == State.RINGING ? Status.RINGING : null;
        return Optional.ofNullable(status)
                .map(seen -> Observation.of(Source.lamp(address), seen).since(since));
    }
}
