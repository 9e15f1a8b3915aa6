package org.lamplight.ui.chat;

import java.awt.Dimension;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.lamplight.chat.Details;
import org.lamplight.chat.Message;
import org.lamplight.chat.Talk;
import org.lamplight.ui.Hands;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Reading;

/** A real conversation window with one talk in it. */
final class TalkOnScreen implements AutoCloseable {
    static final String CHARLES = "charles@engine.example";

    final World world = new World();
    final Robot robot = Hands.ready();
    final Screen screen;
    final FrameFixture frame;
    private Mirrors mirrors;
    private int unread;
    private final AtomicInteger ids = new AtomicInteger();
    private Instant next = Instant.parse("2026-11-18T10:00:00Z");

    TalkOnScreen(Reading reading) {
        try {
            screen = new Screen(world);
            frame = new FrameFixture(robot, GuiActionRunner.execute(() -> {
                mirrors = Mirrors.of(world.domain);
                return new ConversationWindow(world.domain, screen.stage.with(reading), mirrors);
            }));
            frame.show(new Dimension(962, 706));
            world.office();
        } catch (RuntimeException | Error e) {
            // nobody closes what was never made, and the next test would wait for the screen for ever
            robot.cleanUp();
            world.close();
            throw e;
        }
    }

    TalkOnScreen() {
        this(Reading.plain());
    }

    Message message(Message.Direction direction, String text, Details details) {
        next = next.plusSeconds(60);
        boolean in = direction == Message.Direction.IN;
        return new Message(
                "m" + ids.incrementAndGet(),
                World.ACCOUNT,
                CHARLES,
                next,
                direction,
                in ? CHARLES : World.ADA,
                text,
                in ? Message.State.DELIVERED : Message.State.READ,
                null,
                details);
    }

    Message hears(String text, Details details) {
        return hears(message(Message.Direction.IN, text, details));
    }

    Message hears(Message message) {
        unread++;
        world.onCore(() -> world.domain.chats().received(message)).join();
        return message;
    }

    Message hears(String text) {
        return hears(text, Details.NONE);
    }

    Message wrote(String text, Details details) {
        Message message = message(Message.Direction.OUT, text, details);
        world.store.add(message);
        return message;
    }

    Message wrote(String text) {
        return wrote(text, Details.NONE);
    }

    ConversationWindow window() {
        return frame.targetCastedTo(ConversationWindow.class);
    }

    Transcript transcript() {
        return robot.finder().findByName("transcript", Transcript.class);
    }

    /** Opens the talk and waits until it shows so many messages. */
    Transcript open(int messages) {
        Screen.until(
                "the list knows",
                () -> mirrors.talks().with(CHARLES).map(Talk::unread).orElse(0) == unread);
        GuiActionRunner.execute(() -> window().talk(CHARLES));
        Transcript transcript = transcript();
        Screen.until(
                messages + " messages",
                () -> transcript.rowLayout().rows().stream()
                                .filter(TranscriptRow.Entry.class::isInstance)
                                .count()
                        >= messages);
        robot.waitForIdle();
        return transcript;
    }

    void focus(Transcript transcript) {
        GuiActionRunner.execute(() -> transcript.requestFocusInWindow());
        robot.waitForIdle();
    }

    @Override
    public void close() {
        frame.cleanUp();
        world.close();
    }
}
