package org.lamplight.chat.files;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message;
import org.lamplight.chat.files.FileCarrier.Progress;
import org.lamplight.chat.files.FileCarrier.Running;
import org.lamplight.chat.files.Transfer.Phase;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Threads;

/** Transfers of one kind: a few at a time, in their order, tried again where that may help. Core only. */
final class Lane {
    private static final int AT_A_TIME = 3;
    private static final long NEWS_EVERY_NS = Duration.ofMillis(100).toNanos();
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60));

    /** What is done for each. */
    interface Work {
        /** Begins; null while nothing can carry it. */
        @Nullable
        Running begin(Message message, Progress progress);

        /** It is finished, failed or cancelled. */
        void over(Transfer transfer, @Nullable String result);
    }

    private final CoreThread core;
    private final Events events;
    private final Work work;
    private final Map<String, Item> items = new LinkedHashMap<>();

    Lane(CoreThread core, Events events, Work work) {
        this.core = core;
        this.events = events;
        this.work = work;
    }

    private static final class Item {
        Transfer transfer;

        @Nullable
        Running running;

        CoreThread.@Nullable Timer pause;
        int tries;
        int turn;

        Item(Transfer transfer) {
            this.transfer = transfer;
        }
    }

    /** Takes one more, unless it is here already. */
    void add(Message message) {
        Threads.requireCore();
        var file = message.details().file();
        long size = file == null ? -1 : file.size();
        Item item = new Item(new Transfer(message, Phase.WAITING, 0, size, null, false));
        if (items.putIfAbsent(key(message), item) == null) {
            tell(item);
            pump();
        }
    }

    Optional<Transfer> find(Message message) {
        return Optional.ofNullable(items.get(key(message))).map(item -> item.transfer);
    }

    List<Transfer> all() {
        return items.values().stream().map(item -> item.transfer).toList();
    }

    int size() {
        return items.size();
    }

    void pause(Message message) {
        Item item = items.get(key(message));
        if (item != null && item.transfer.phase() != Phase.PAUSED && !item.transfer.direct()) {
            stop(item);
            item.transfer = item.transfer.in(Phase.PAUSED, null);
            tell(item);
            pump();
        }
    }

    void resume(Message message) {
        Item item = items.get(key(message));
        if (item != null && item.transfer.phase() == Phase.PAUSED) {
            item.tries = 0;
            item.transfer = item.transfer.in(Phase.WAITING, null);
            tell(item);
            pump();
        }
    }

    void cancel(Message message) {
        Item item = items.get(key(message));
        if (item != null) {
            end(item, Phase.CANCELLED, null, null);
        }
    }

    /** What waits may be carried now. */
    void wake() {
        items.values().stream()
                .filter(item -> item.transfer.phase() == Phase.WAITING)
                .forEach(Lane::stop);
        pump();
    }

    /** Nobody carries for this account any more: what was on its way waits until somebody does. */
    void rest(String account) {
        for (Item item : List.copyOf(items.values())) {
            boolean moves = item.transfer.phase() == Phase.RUNNING || item.transfer.phase() == Phase.OFFERED;
            if (moves && item.transfer.message().account().equals(account)) {
                stop(item);
                item.transfer = item.transfer.again();
                tell(item);
            }
        }
    }

    private void pump() {
        long running = items.values().stream()
                .filter(item -> item.transfer.phase() == Phase.RUNNING)
                .count();
        for (Item item : List.copyOf(items.values())) {
            if (running >= AT_A_TIME) {
                return;
            }
            if (item.transfer.phase() == Phase.WAITING && item.pause == null && begin(item)) {
                running++;
            }
        }
    }

    private boolean begin(Item item) {
        int turn = ++item.turn;
        Running running = work.begin(item.transfer.message(), new Ear(item, turn));
        if (running == null) {
            return false;
        }
        item.running = running;
        item.transfer = item.transfer.again().in(Phase.RUNNING, null);
        tell(item);
        return true;
    }

    private void failed(Item item, String sentence, boolean mayPass) {
        if (!mayPass || item.tries >= PAUSES.size()) {
            end(item, Phase.FAILED, sentence, null);
            return;
        }
        stop(item);
        item.transfer = item.transfer.in(Phase.WAITING, sentence);
        item.pause = core.later(PAUSES.get(item.tries++), () -> {
            item.pause = null;
            pump();
        });
        tell(item);
        pump();
    }

    private void end(Item item, Phase phase, @Nullable String reason, @Nullable String result) {
        stop(item);
        items.remove(key(item.transfer.message()));
        item.transfer = item.transfer.in(phase, reason);
        work.over(item.transfer, result);
        tell(item);
        pump();
    }

    /** Nothing that was begun for it counts any more. */
    private static void stop(Item item) {
        item.turn++;
        if (item.pause != null) {
            item.pause.cancel();
            item.pause = null;
        }
        if (item.running != null) {
            item.running.stop();
            item.running = null;
        }
    }

    private void tell(Item item) {
        events.publish(new TransferChanged(item.transfer));
    }

    private static String key(Message message) {
        return message.peer() + "\n" + message.direction() + "\n" + message.id();
    }

    /** What a carrier tells of one try, from its threads. */
    private final class Ear implements Progress {
        private final Item item;
        private final int turn;
        private final AtomicLong told = new AtomicLong(System.nanoTime() - NEWS_EVERY_NS);

        Ear(Item item, int turn) {
            this.item = item;
            this.turn = turn;
        }

        @Override
        public void moved(long done, long total) {
            long last = told.get();
            long now = System.nanoTime();
            if (now - last >= NEWS_EVERY_NS && told.compareAndSet(last, now)) {
                hear(() -> {
                    item.transfer = item.transfer.at(done, total);
                    tell(item);
                });
            }
        }

        @Override
        public void direct() {
            hear(() -> {
                item.transfer = item.transfer.straight();
                tell(item);
                pump();
            });
        }

        @Override
        public void finished(@Nullable String result) {
            hear(() -> end(item, Phase.DONE, null, result));
        }

        @Override
        public void failed(String sentence, boolean mayPass) {
            hear(() -> Lane.this.failed(item, sentence, mayPass));
        }

        private void hear(Runnable news) {
            core.execute(() -> {
                if (item.turn == turn) {
                    news.run();
                }
            });
        }
    }
}
