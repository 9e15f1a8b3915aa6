package org.lamplight.media.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lamplight.media.device.SoundSystem;

/** One device each way, without a name, that takes and gives 10 ms every 10 ms. */
abstract class PacedSound implements SoundSystem {
    @Override
    public final List<String> names(Way way) {
        return List.of();
    }

    @Override
    public final boolean isThere(Way way) {
        return true;
    }

    private static long paced(long due) {
        long next = due + TimeUnit.MILLISECONDS.toNanos(10);
        while (System.nanoTime() < next) {
            LockSupport.parkNanos(next - System.nanoTime());
        }
        return next;
    }

    /** A microphone that hears what this gives. */
    static Capture hearing(Supplier<short[]> frames) {
        return new Capture() {
            private long due = System.nanoTime();

            @Override
            public short[] read() {
                due = paced(due);
                return frames.get();
            }

            @Override
            public void close() {}
        };
    }

    /** A loudspeaker whose frames this is told, as each begins to sound. */
    static Playback telling(Consumer<short[]> heard) {
        return new Playback() {
            private long due = System.nanoTime();

            @Override
            public void write(short[] frame) {
                heard.accept(frame);
                due = paced(due);
            }

            @Override
            public void close() {}
        };
    }
}
