package org.lamplight.call;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What carries calls: a softphone's account, a desk phone. All methods are called on core and return at once; what comes of
 * them is told to {@link Calls}, on core.
 */
public interface Line {
    /** As {@code softphone:work}. */
    String id();

    LineKind kind();

    /** Where it is called: {@code sip:…}. */
    String address();

    Set<Ability> abilities();

    /** The whole address that is meant by what a person typed; empty where nothing can be called by that. */
    default Optional<String> meant(String target) {
        return Optional.of(target);
    }

    /** Calls there: a URI, or what a person typed. */
    void dial(String call, String target);

    void answer(String call);

    /** Does not take it: {@code code} is 486 for busy, 603 for no; with a target it is sent on there (302). */
    void decline(String call, int code, @Nullable String target);

    /** Sends it on there by a rule (302); {@code reason} as Diversion says it (RFC 5806). */
    default void sendOn(String call, String target, String reason) {
        decline(call, 302, target);
    }

    /**
     * What is dialled to have the server itself send all calls there; empty where there is no such code, or none for such a
     * target.
     *
     * @param target null: nowhere any more
     */
    default Optional<String> forwardCode(@Nullable String target) {
        return Optional.empty();
    }

    /** What is dialled to hear one's voicemail; empty where nobody said. */
    default Optional<String> voicemail() {
        return Optional.empty();
    }

    /** Does not take it: whoever calls may speak to voicemail (302). Only with {@link Ability#VOICEMAIL}. */
    default void toVoicemail(String call) {
        decline(call, Calls.DECLINED, null);
    }

    /** Ends it, or gives up calling. */
    void hangUp(String call);

    void hold(String call, boolean on);

    /** Has the other side call there instead (RFC 3515). */
    void transfer(String call, String target);

    /** Connects both with each other, and leaves (RFC 3891). */
    void transferTo(String call, String other);

    /** Keys, one after the other: 0 to 9, *, #, A to D, a comma for 2 s of nothing. */
    void press(String call, String keys);
}
