package org.lamplight.lab;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** A path that fails in every way in which networks do, each as often as the others, by chance from a seed. */
public final class Storm {
    private static final int LONGEST_MS = 1_500;

    private enum Fault {
        /** Ended in good order, in both directions. */
        CUT,
        RESET,
        HALF_CLOSED_TO_CLIENT,
        HALF_CLOSED_TO_SERVER,
        /** Ended somewhere within what the server says. */
        TRUNCATED,
        /** Nothing gets through for a while, and then the connection is found dead. */
        SILENT,
        /** Everything is late, and stays so. */
        LATE,
        /** Pieces of the stream come twice. */
        REPEATED,
        /** Broken, and for a while there is no way back. */
        REFUSED
    }

    private final FaultyPath path;
    private final Random random;
    private final Deque<Fault> next = new ArrayDeque<>();

    public Storm(FaultyPath path, Random random) {
        this.path = path;
        this.random = random;
    }

    /** The next fault, which may last until {@link #pass}. */
    public void strike() throws Exception {
        if (next.isEmpty()) {
            List<Fault> all = new ArrayList<>(List.of(Fault.values()));
            Collections.shuffle(all, random);
            next.addAll(all);
        }
        strike(next.remove());
    }

    private void strike(Fault fault) throws Exception {
        switch (fault) {
            case CUT -> path.end();
            case RESET -> path.cut();
            case HALF_CLOSED_TO_CLIENT -> path.halfClose(true);
            case HALF_CLOSED_TO_SERVER -> path.halfClose(false);
            case TRUNCATED -> path.truncateAfter(random.nextInt(4_000));
            case LATE -> path.delay(1 + random.nextInt(100));
            case REPEATED -> path.repeat(1 + random.nextInt(4));
            case SILENT -> {
                path.dark(true);
                last();
                path.cut();
            }
            case REFUSED -> {
                path.stopAccepting();
                path.cut();
                last();
                path.startAccepting();
            }
        }
    }

    private void last() {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(LONGEST_MS)).toNanos());
    }

    /** From now on nothing fails. */
    public void pass() {
        path.startOver();
    }
}
