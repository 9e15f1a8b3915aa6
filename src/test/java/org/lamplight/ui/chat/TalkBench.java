package org.lamplight.ui.chat;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.assertj.swing.edt.GuiActionRunner;
import org.lamplight.chat.Message;
import org.lamplight.store.SqliteHistory;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.kit.EdtPauses;
import org.lamplight.ui.kit.Mirrors;

/**
 * Opens a talk of very many messages in the real window over the real store, goes to days in it, drags its scroll bar and
 * searches it. Prints figures; judges nothing. Needs a display.
 */
public final class TalkBench {
    private static final String LONG = "charles@engine.example";
    private static final String SHORT = "grace@engine.example";
    private static final Instant FIRST = Instant.parse("2016-01-01T00:00:00Z");
    private static final int SECONDS_APART = 300;
    private static final int ROUNDS = 15;
    private static final String[] WORDS =
            "the mill takes fifty digits and store holds numbers engine of columns carry table room".split(" ");

    private final World world;
    private final ConversationWindow window;
    private final int messages;
    private final Random random = new Random(7);

    private TalkBench(World world, ConversationWindow window, int messages) {
        this.world = world;
        this.window = window;
        this.messages = messages;
    }

    /** The argument is the number of messages. */
    public static void main(String[] args) throws IOException, SQLException {
        int messages = Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("lamplight-talk");
        Path file = folder.resolve("history.db");
        try (World world = new World(core -> new SqliteHistory(file, core))) {
            world.onCore(() -> world.domain.chats().loaded()).join();
            fill(file, messages);
            say("a talk of %,d messages, %,d MB on disk", messages, Files.size(file) / 1_000_000);
            world.office();
            Screen screen = new Screen(world);
            EdtPauses pauses = new EdtPauses(() -> 0);
            pauses.install();
            ConversationWindow window = GuiActionRunner.execute(
                    () -> new ConversationWindow(world.domain, screen.stage, Mirrors.of(world.domain)));
            GuiActionRunner.execute(() -> window.talk(SHORT));
            new TalkBench(world, window, messages).run(pauses);
        }
        System.exit(0);
    }

    private void run(EdtPauses pauses) {
        pause(2000);
        pauses.reset();
        report("open, " + messages + " messages", this::open);
        report("open, 10 messages", this::openShort);
        GuiActionRunner.execute(() -> window.talk(LONG));
        pause(1000);
        report("go to a day", this::jump);
        report("drag the scroll bar", this::drag);
        report("first hits of a word", () -> search("engine"));
        report("first hits of a rare word", () -> search("word" + random.nextInt(messages)));
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        say(
                "longest EDT pause %d ms, heap in use %d MiB, %d rows laid out",
                pauses.longestMs(),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                GuiActionRunner.execute(() -> transcript().rowLayout().laidOut()));
    }

    private static void fill(Path file, int messages) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            database.setAutoCommit(false);
            try (PreparedStatement insert = database.prepareStatement(
                    "INSERT INTO message(id,account,peer,direction,at,sender,text,state) VALUES(?,?,?,?,?,?,?,?)")) {
                Random random = new Random(7);
                for (int i = 0; i < messages + 10; i++) {
                    boolean in = random.nextBoolean();
                    String peer = i < messages ? LONG : SHORT;
                    insert.setString(1, "b" + i);
                    insert.setString(2, World.ACCOUNT);
                    insert.setString(3, peer);
                    insert.setString(4, in ? "IN" : "OUT");
                    insert.setLong(
                            5, FIRST.plusSeconds((long) i * SECONDS_APART).toEpochMilli());
                    insert.setString(6, in ? peer : World.ADA);
                    insert.setString(7, text(random, i));
                    insert.setString(8, in ? "DELIVERED" : "READ");
                    insert.addBatch();
                    if (i % 10_000 == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            database.commit();
        }
    }

    private static String text(Random random, int number) {
        StringBuilder text = new StringBuilder("word" + number);
        for (int left = 3 + random.nextInt(20); left > 0; left--) {
            text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    // ---- what is measured, each until it is painted

    private double open() {
        GuiActionRunner.execute(() -> window.talk(SHORT));
        pause(300);
        return timed(() -> window.talk(LONG), () -> isShown("b" + (messages - 1)));
    }

    private double openShort() {
        GuiActionRunner.execute(() -> window.talk(LONG));
        pause(300);
        return timed(() -> window.talk(SHORT), () -> isShown("b" + (messages + 9)));
    }

    private double jump() {
        int number = random.nextInt(messages);
        Instant to = FIRST.plusSeconds((long) number * SECONDS_APART);
        return timed(() -> window.jump(to), () -> isShown("b" + number));
    }

    private double drag() {
        double part = random.nextDouble();
        int number = (int) (part * messages);
        return timed(
                () -> {
                    Transcript transcript = transcript();
                    int y = (int) (part * transcript.getHeight());
                    transcript.scrollRectToVisible(new Rectangle(0, y, 1, transcript.getVisibleRect().height));
                },
                () -> {
                    int row = transcript().rowAt(transcript().getVisibleRect().y + 100);
                    return row >= 0
                            && transcript().rowLayout().rows().get(row) instanceof TranscriptRow.Entry entry
                            && Math.abs(Integer.parseInt(entry.message().id().substring(1)) - number) < messages / 100
                            && isShown(entry.message().id());
                });
    }

    private double search(String word) {
        long begun = System.nanoTime();
        int found =
                world.onCore(() -> world.domain.chats().search(word, 30)).join().size();
        if (found == 0) {
            throw new IllegalStateException("nothing found");
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private Transcript transcript() {
        return window.transcript();
    }

    private boolean isShown(String id) {
        Transcript transcript = transcript();
        Rectangle seen = transcript.getVisibleRect();
        for (Message.Direction direction : Message.Direction.values()) {
            int row = transcript.rowLayout().indexOf(direction + id);
            if (row >= 0
                    && seen.intersects(
                            0, transcript.y(row), 10, transcript.rowLayout().height(row))) {
                transcript.paintImmediately(seen);
                return true;
            }
        }
        return false;
    }

    private static double timed(Runnable does, Callable<Boolean> done) {
        long begun = System.nanoTime();
        GuiActionRunner.execute(() -> does.run());
        while (!Boolean.TRUE.equals(GuiActionRunner.execute(done))) {
            if (System.nanoTime() - begun > 20_000_000_000L) {
                throw new IllegalStateException("not within 20 s");
            }
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private static void report(String what, Callable<Double> measure) {
        List<Double> times = new ArrayList<>();
        try {
            for (int i = 0; i < ROUNDS; i++) {
                times.add(measure.call());
            }
        } catch (Exception e) {
            throw new IllegalStateException(what, e);
        }
        double first = times.get(0);
        Collections.sort(times);
        say(
                "%-28s first %6.1f ms, median %6.1f ms, longest %6.1f ms",
                what, first, times.get(ROUNDS / 2), times.get(ROUNDS - 1));
    }

    private static void pause(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }
}
