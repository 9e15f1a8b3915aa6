package org.lamplight.media.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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

    static long paced(long due) {
        long next = due + TimeUnit.MILLISECONDS.toNanos(10);
        while (System.nanoTime() < next) {
            LockSupport.parkNanos(next - System.nanoTime());
        }
        return next;
    }
}
