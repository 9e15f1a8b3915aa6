package org.lamplight.call;

import java.time.Duration;
import org.lamplight.core.Event;

/** What happened to calls and lines. */
public sealed interface CallEvent extends Event {

    /** A call is new, or stands differently. */
    record CallChanged(Call call) implements CallEvent {}

    /** An ended call is not listed any more. */
    record CallForgotten(String id) implements CallEvent {}

    /** How a call sounds, every few seconds. */
    record QualityMeasured(Call call) implements CallEvent {}

    /** One speaks, but is muted. */
    record SpeaksMuted(Call call) implements CallEvent {}

    /** The peer pressed a key. */
    record KeyPressed(Call call, char key) implements CallEvent {}

    /** Something about a call could not be done; a sentence says what. */
    record CallNotice(Call call, String sentence) implements CallEvent {}

    /**
     * Whoever calls asks, through our own server, that it be answered by itself, so long after it began to ring.
     *
     * @param from who that is by their own words, a URI
     */
    record AnswerWanted(Call call, String from, Duration after) implements CallEvent {}

    /** It was answered by itself: one is heard. */
    record AnsweredItself(Call call) implements CallEvent {}

    /** A line is new, or stands differently. */
    record LineChanged(LineStatus line) implements CallEvent {}

    record LineGone(String id) implements CallEvent {}
}
