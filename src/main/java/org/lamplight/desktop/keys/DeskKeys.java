package org.lamplight.desktop.keys;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.GlobalKeys;
import org.lamplight.call.Shortcut;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys of this desk: taken from other programs only while somebody wants to hear them. From any thread. */
public final class DeskKeys implements GlobalKeys {
    private static final Logger LOG = LoggerFactory.getLogger(DeskKeys.class);
    private static final int CLOSE_SECONDS = 2;

    private final ScheduledExecutorService thread = Threads.single("keys");
    private final Platform platform;
    private volatile Consumer<Shortcut> pressed = key -> {};

    // ---- of the thread
    private final Set<Shortcut> held = new HashSet<>();
    private @Nullable KeyGrab grab;

    /** How a desktop gives keys away. */
    record Platform(Reach reach, Opening opening) {
        /** Opens the way to the keys of a desktop; what is pressed is told on any thread. */
        interface Opening {
            KeyGrab open(Consumer<Shortcut> pressed);
        }
    }

    /** Of this machine. Nothing is asked of it before the first key is wanted. */
    public DeskKeys() {
        this(platform(System.getenv(), System.getProperty("os.name", "")));
    }

    DeskKeys(Platform platform) {
        this.platform = platform;
    }

    static Platform platform(Map<String, String> environment, String os) {
        if (os.startsWith("Windows")) {
            return new Platform(Reach.EVERYWHERE, WindowsKeyGrab::new);
        }
        if (os.startsWith("Mac")) {
            return new Platform(Reach.EVERYWHERE, MacKeyGrab::new);
        }
        String display = environment.getOrDefault("DISPLAY", "");
        boolean wayland = "wayland".equals(environment.get("XDG_SESSION_TYPE"))
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        if (display.isEmpty()) {
            return new Platform(Reach.NOWHERE, pressed -> new NoGrab());
        }
        return new Platform(
                wayland ? Reach.X_PROGRAMS : Reach.EVERYWHERE, pressed -> X11KeyGrab.open(display, pressed));
    }

    @Override
    public Reach reach() {
        return platform.reach();
    }

    @Override
    public void hear(Set<Shortcut> keys, Consumer<Shortcut> tells) {
        Set<Shortcut> wanted = Set.copyOf(keys);
        pressed = tells;
        Threads.post(thread, () -> holdOnly(wanted));
    }

    private void holdOnly(Set<Shortcut> wanted) {
        for (Shortcut gone : Set.copyOf(held)) {
            if (!wanted.contains(gone)) {
                held.remove(gone);
                grab().release(gone);
            }
        }
        for (Shortcut key : wanted) {
            if (!held.contains(key) && took(key)) {
                held.add(key);
            }
        }
    }

    private boolean took(Shortcut key) {
        boolean ours = grab().grab(key);
        if (!ours) {
            LOG.info("{} is heard only in our own windows: another program has it, or there is no such key", key);
        }
        return ours;
    }

    @Override
    public CompletableFuture<Boolean> isFree(Shortcut key) {
        return ask(() -> held.contains(key) || tried(key));
    }

    private boolean tried(Shortcut key) {
        boolean ours = grab().grab(key);
        if (ours) {
            grab().release(key);
        }
        return ours;
    }

    private <T> CompletableFuture<T> ask(Supplier<T> question) {
        try {
            return CompletableFuture.supplyAsync(question, thread);
        } catch (RejectedExecutionException ended) {
            return CompletableFuture.failedFuture(ended);
        }
    }

    /** A desktop that cannot be reached once is not asked again. */
    private KeyGrab grab() {
        if (grab == null) {
            try {
                grab = platform.opening().open(key -> pressed.accept(key));
            } catch (RuntimeException | LinkageError missing) {
                LOG.info("No key can be heard while other programs have the focus: {}", missing.toString());
                grab = new NoGrab();
            }
        }
        return grab;
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
            LOG.info("The keys were not let go in time", e);
        }
        thread.shutdownNow();
    }

    private void letGo() {
        if (grab != null) {
            grab.close();
        }
        grab = new NoGrab();
        held.clear();
    }

    /** Gets no key. */
    private static final class NoGrab implements KeyGrab {
        @Override
        public boolean grab(Shortcut key) {
            return false;
        }

        @Override
        public void release(Shortcut key) {}

        @Override
        public void close() {}
    }
}
