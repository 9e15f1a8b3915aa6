package org.lamplight.skin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;

/** What a piece of work on this thread may cost at most, whatever it is fed with. */
final class Bounds {
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final Duration MOST_TIME = Duration.ofSeconds(2);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Bounds() {}

    static <T> T keptBy(Callable<T> work) throws Exception {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long begun = THREADS.getCurrentThreadCpuTime();
        try {
            return work.call();
        } finally {
            Duration time = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begun);
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
            assertThat(allocated).as("bytes allocated").isLessThanOrEqualTo(MOST_BYTES);
            assertThat(time).as("time of the processor").isLessThanOrEqualTo(MOST_TIME);
        }
    }
}
