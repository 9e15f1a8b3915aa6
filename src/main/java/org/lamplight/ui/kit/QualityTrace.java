package org.lamplight.ui.kit;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.lamplight.call.MediaReport;

/** How a call sounded all along; of very long calls the last hours. EDT. */
public final class QualityTrace {
    /** Two hours and more, at one every two seconds. */
    private static final int MOST = 4_000;

    /** How it sounded then. */
    public record Sample(Instant at, MediaReport report) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    void add(Sample sample) {
        if (samples.size() == MOST) {
            samples.removeFirst();
        }
        samples.addLast(sample);
    }

    /** The oldest first. */
    public List<Sample> samples() {
        return List.copyOf(samples);
    }
}
