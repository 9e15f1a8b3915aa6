package org.lamplight.media.device;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device that is open while it is wanted, on a thread of its own, which alone ever waits for it. A device that fails is
 * tried again every two seconds; one that hangs holds up nobody but this thread.
 */
abstract class DeviceLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceLoop.class);
    private static final long RETRY_MILLIS = 2_000;

    private final String thread;
    private String name = "";
    /** Ends the thread that is meant to run; null while none is. */
    private @Nullable CountDownLatch end;

    private boolean told;

    DeviceLoop(String thread) {
        this.thread = thread;
    }

    /** Opens the device with this name, instead of another that may be open. Returns at once. */
    final synchronized void open(String device) {
        if (end == null || !name.equals(device)) {
            close();
            CountDownLatch mine = new CountDownLatch(1);
            name = device;
            end = mine;
            told = false;
            Threads.daemon(thread, () -> loop(mine, device));
        }
    }

    /** Closes it, if it is open. Returns at once. */
    @Override
    public final synchronized void close() {
        if (end != null) {
            end.countDown();
            end = null;
        }
    }

    final synchronized boolean isOpen() {
        return end != null;
    }

    private void loop(CountDownLatch mine, String device) {
        while (mine.getCount() > 0) {
            try {
                run(device, () -> mine.getCount() > 0);
            } catch (IOException | RuntimeException | LinkageError failed) {
                tell(device, failed);
                pause(mine);
            }
        }
    }

    private synchronized void tell(String device, Throwable failed) {
        if (!told) {
            told = true;
            LOG.info("There is no sound through the device {}: {}", device, failed.toString());
        }
    }

    private static void pause(CountDownLatch mine) {
        try {
            if (mine.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.trace("not wanted any more");
            }
        } catch (InterruptedException ended) {
            mine.countDown();
            Thread.currentThread().interrupt();
        }
    }

    /** Opens the device, works it while {@code goes}, and closes it. */
    abstract void run(String device, BooleanSupplier goes) throws IOException;
}
