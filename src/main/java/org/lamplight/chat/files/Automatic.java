package org.lamplight.chat.files;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.lamplight.chat.Details.SharedFile;
import org.lamplight.chat.Message;

/**
 * What is fetched without being asked for: pictures of people one knows, up to a size, and only so much in an hour, so that
 * nobody can fill the disk. Core only.
 */
public final class Automatic {
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final long MOST_IN_PERIOD = 200L * 1024 * 1024;
    private static final int MOST_WAITING = 50;

    private final Clock clock;
    private final Predicate<String> isKnown;
    private final LongSupplier largest;
    private final Map<String, Long> limits = new HashMap<>();
    private Instant since = Instant.EPOCH;
    private long taken;

    /**
     * Makes one.
     *
     * @param isKnown whether this address is a contact's
     * @param largest bytes of the largest picture; 0 for none
     */
    public Automatic(Clock clock, Predicate<String> isKnown, LongSupplier largest) {
        this.clock = clock;
        this.isKnown = isKnown;
        this.largest = largest;
    }

    /** Whether to fetch it now; if so it counts. */
    boolean takes(Message message, int waiting) {
        SharedFile file = message.details().file();
        long most = largest.getAsLong();
        if (file == null || file.url() == null || file.isOffered() || file.path() != null || waiting >= MOST_WAITING) {
            return false;
        }
        long needs = file.size() > 0 ? file.size() : most;
        boolean wanted = needs > 0
                && needs <= most
                && MediaType.isPicture(MediaType.of(file.type(), file.name()))
                && isKnown.test(message.peer());
        if (!wanted || !spend(needs)) {
            return false;
        }
        limits.put(message.id(), most);
        return true;
    }

    private boolean spend(long bytes) {
        Instant now = clock.instant();
        boolean setBack = now.isBefore(since);
        if (setBack || !now.isBefore(since.plus(PERIOD))) {
            since = now;
            taken = 0;
        }
        if (taken + bytes > MOST_IN_PERIOD) {
            return false;
        }
        taken += bytes;
        return true;
    }

    /** How large it may be at most, if nobody asked for it. */
    OptionalLong most(Message message) {
        Long limit = limits.get(message.id());
        return limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
    }

    /** It is over, or somebody asks for it now. */
    void forget(Message message) {
        limits.remove(message.id());
    }
}
