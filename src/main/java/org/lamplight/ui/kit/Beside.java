package org.lamplight.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lamplight.core.Threads;

/** Where a window has long work done that needs no window, so that no key waits for it. Its thread ends when idle. */
public final class Beside {
    private static final int MANY = 500;

    private final ExecutorService threads;

    /** @param name what its thread is called */
    public Beside(String name) {
        this.threads = Threads.pool(name);
    }

    /** Does the work beside the EDT; one of the two hears there what came of it. EDT. */
    public <T> void start(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        threads.execute(() -> {
            try {
                T made = work.call();
                Edt.later(() -> done.accept(made));
            } catch (Exception refused) {
                Edt.later(() -> failed.accept(refused));
            }
        });
    }

    /**
     * Does the work beside the EDT and gives what came of it to the EDT. Work with a few people only is done at once, for
     * nobody notices it. EDT.
     */
    public <T> void work(int people, Supplier<T> work, Consumer<T> done) {
        if (people < MANY) {
            done.accept(work.get());
            return;
        }
        threads.execute(() -> {
            T made = work.get();
            Edt.later(() -> done.accept(made));
        });
    }
}
