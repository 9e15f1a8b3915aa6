package org.lamplight.desktop.headset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.CallAction;
import org.lamplight.call.CallActions.Stand;
import org.lamplight.call.Headsets;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The headsets of this desk: open only while there is a call. From any thread. */
public final class DeskHeadsets implements Headsets {
    private static final Logger LOG = LoggerFactory.getLogger(DeskHeadsets.class);
    private static final int CLOSE_SECONDS = 2;
    private static final int MOST_REPORT = 4_096;

    private final ScheduledExecutorService thread = Threads.single("headset");
    private final Hidraw machine;
    private final Duration lookEvery;
    private final Consumer<CallAction> asked;

    // ---- of the thread
    private final Map<Path, Open> open = new HashMap<>();
    private Stand stand = Stand.QUIET;
    private @Nullable Future<?> next;

    /** @param asked told on a thread of its own what a button asks for */
    public DeskHeadsets(Consumer<CallAction> asked) {
        this(Hidraw.ofThisMachine(), Duration.ofSeconds(3), asked);
    }

    /** @param lookEvery how often another one is looked for while there is a call */
    DeskHeadsets(Hidraw machine, Duration lookEvery, Consumer<CallAction> asked) {
        this.machine = machine;
        this.lookEvery = lookEvery;
        this.asked = asked;
    }

    @Override
    public List<Headset> all() {
        return machine.headsets().stream()
                .map(found -> new Headset(found.name(), found.isOpen()))
                .toList();
    }

    @Override
    public void show(Stand now) {
        Threads.post(thread, () -> {
            stand = now;
            look();
        });
    }

    private void look() {
        if (next != null) {
            next.cancel(false);
        }
        if (stand.rings() || stand.talks()) {
            machine.headsets().stream()
                    .filter(found -> found.isOpen() && !open.containsKey(found.device()))
                    .forEach(this::open);
            List.copyOf(open.values()).forEach(Open::tell);
            next = thread.schedule(this::look, lookEvery.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            letGo();
        }
    }

    private void open(Hidraw.Found found) {
        try {
            Open made = new Open(found);
            open.put(found.device(), made);
            Threads.daemon("headset buttons", made::listen);
        } catch (IOException | UnsupportedOperationException shut) {
            LOG.info("{} can't be opened: {}", found.name(), shut.toString());
        }
    }

    /** It is told that there is no call, for its lamps would stay on. */
    private void letGo() {
        stand = Stand.QUIET;
        for (Open one : List.copyOf(open.values())) {
            one.tell();
            one.close();
        }
    }

    @Override
    public void close() {
        try {
            thread.submit(this::letGo).get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException closed) {
            LOG.trace("closed twice", closed);
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("The headsets were not let go in time", e);
        }
        thread.shutdownNow();
    }

    /** One that is open. */
    private final class Open {
        private final Hidraw.Found found;
        /** Two, for one that waits to read lets nobody write. */
        private final FileChannel in;

        private final FileChannel out;
        private final HeadsetTalk talk;

        Open(Hidraw.Found found) throws IOException {
            this.found = found;
            this.out = FileChannel.open(found.device(), StandardOpenOption.WRITE);
            this.in = FileChannel.open(found.device(), StandardOpenOption.READ);
            this.talk = new HeadsetTalk(found.reports());
        }

        void tell() {
            try {
                for (byte[] report : talk.shows(stand)) {
                    out.write(ByteBuffer.wrap(report));
                }
            } catch (IOException gone) {
                LOG.debug("{} takes no report", found.name(), gone);
                close();
            }
        }

        /** Waits for reports on a thread of its own; a closed channel ends the waiting. */
        void listen() {
            ByteBuffer buffer = ByteBuffer.allocate(MOST_REPORT);
            try {
                while (in.read(buffer) > 0) {
                    byte[] report = Arrays.copyOf(buffer.array(), buffer.position());
                    Threads.post(thread, () -> hear(report));
                    buffer.clear();
                }
            } catch (IOException gone) {
                LOG.debug("{} tells nothing any more", found.name(), gone);
            }
            Threads.post(thread, this::close);
        }

        private void hear(byte[] report) {
            if (open.get(found.device()) == this) {
                talk.heard(report, stand).forEach(asked);
            }
        }

        void close() {
            open.remove(found.device(), this);
            for (FileChannel channel : List.of(in, out)) {
                try {
                    channel.close();
                } catch (IOException e) {
                    LOG.debug("not closed cleanly", e);
                }
            }
        }
    }
}
