package org.lamplight.presence;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every status a person can have, in the order in which lists of statuses show them.
 *
 * <p>The {@linkplain #key() keys} are stable: skins, rules files and the control interface use them. A status says three
 * things that never mix: whether one can chat with the person now ({@link #hasSession()}), how welcome an interruption
 * is ({@link #hue()}), and what the person does (its own icon).
 */
public enum Status {
    AVAILABLE("available", Hue.WELCOME, true),
    FREE_TO_CHAT("free-to-chat", Hue.WELCOME, true),
    BUSY("busy", Hue.NOT_NOW, true),
    DO_NOT_DISTURB("do-not-disturb", Hue.NOT_NOW, true),
    IDLE("idle", Hue.MAYBE, true),
    AWAY("away", Hue.MAYBE, true),
    EXTENDED_AWAY("extended-away", Hue.NOBODY, true),
    OUT_OF_OFFICE("out-of-office", Hue.NOBODY, true),
    RINGING("ringing", Hue.MAYBE, true),
    ON_THE_PHONE("on-the-phone", Hue.NOT_NOW, true),
    ON_VIDEO("on-video", Hue.NOT_NOW, true),
    IN_A_MEETING("in-a-meeting", Hue.NOT_NOW, true),
    PRESENTING("presenting", Hue.NOT_NOW, true),
    IN_A_MEETING_ON_THE_PHONE("in-a-meeting-on-the-phone", Hue.NOT_NOW, true),
    IN_A_MEETING_OFFLINE("in-a-meeting-offline", Hue.NOT_NOW, false),
    ON_THE_PHONE_OFFLINE("on-the-phone-offline", Hue.NOT_NOW, false),
    /** Own only: others see {@link #OFFLINE}. */
    INVISIBLE("invisible", Hue.NOBODY, true),
    OFFLINE("offline", Hue.NOBODY, false),
    UNKNOWN("unknown", Hue.NOBODY, false),
    NOT_SHARED("not-shared", Hue.NOBODY, false),
    BLOCKED("blocked", Hue.NOBODY, false);

    /** How welcome an interruption is. */
    public enum Hue {
        WELCOME,
        MAYBE,
        NOT_NOW,
        NOBODY
    }

    private static final Map<String, Status> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Status::key, Function.identity()));

    private static final List<Status> CHOOSABLE = List.of(
            AVAILABLE, FREE_TO_CHAT, BUSY, DO_NOT_DISTURB, AWAY, EXTENDED_AWAY, OUT_OF_OFFICE, INVISIBLE, OFFLINE);

    private final String key;
    private final Hue hue;
    private final boolean session;

    Status(String key, Hue hue, boolean session) {
        this.key = key;
        this.hue = hue;
        this.session = session;
    }

    public String key() {
        return key;
    }

    public Hue hue() {
        return hue;
    }

    /** Whether the person has an IM session, so that one can chat with them now. Its icon is solid exactly then. */
    public boolean hasSession() {
        return session;
    }

    /** Whether others are told of it: whoever is invisible has a session, and nobody is to know. */
    public boolean isSeenOnline() {
        return session && this != INVISIBLE;
    }

    /** The status with this key, or empty for a key nobody knows. */
    public static Optional<Status> ofKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** What a person may choose for themselves. */
    public static List<Status> choosable() {
        return CHOOSABLE;
    }
}
