package org.lamplight.lab;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Event;
import org.lamplight.core.Events;

/** A real core thread with a clock to set and a list of all that was published. */
public final class Desk implements AutoCloseable {
    private static final long MOST_SECONDS = 20;

    public final CoreThread core = new CoreThread();
    public final Events events = new Events();
    public final SetClock clock = new SetClock("2026-11-18T14:00:00Z");
    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final Await await = new Await();

    public Desk() {
        events.listen(event -> {
            heard.add(event);
            await.look();
        });
    }

    public <T> T ask(Supplier<T> question) throws Exception {
        return core.ask(question).get(MOST_SECONDS, TimeUnit.SECONDS);
    }

    public void run(Runnable task) throws Exception {
        ask(() -> {
            task.run();
            return true;
        });
    }

    /** Waits until it holds, asked on core at each event. */
    public void until(String what, Callable<Boolean> holds) throws Exception {
        await.until(
                what,
                Duration.ofSeconds(MOST_SECONDS),
                () -> core.ask(() -> holds(holds)).get(MOST_SECONDS, TimeUnit.SECONDS));
    }

    private static boolean holds(Callable<Boolean> question) {
        try {
            return question.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The events of one kind so far. */
    public <E extends Event> List<E> heard(Class<E> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public void close() {
        core.close();
    }
}
