package org.lamplight.ui.chat;

import java.awt.Dimension;
import javax.swing.JRootPane;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.ui.Hands;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.kit.Mirrors;

/** Draws the conversation window into target/screenshots, so that people can look at it. */
class ConversationPicturesTest {
    private final World world = new World();
    private Robot robot;
    private Screen screen;
    private FrameFixture frame;

    @BeforeEach
    void open() {
        robot = Hands.ready();
        screen = new Screen(world);
        frame = new FrameFixture(
                robot,
                GuiActionRunner.execute(
                        () -> new ConversationWindow(world.domain, screen.stage, Mirrors.of(world.domain))));
        frame.show(new Dimension(962, 706));
    }

    @AfterEach
    void close() {
        frame.cleanUp();
        world.close();
    }

    private ConversationWindow window() {
        return frame.targetCastedTo(ConversationWindow.class);
    }

    private JRootPane root() {
        return window().getRootPane();
    }

    @Test
    void talk() {
        screen.shoot("conversation-empty", root());
        world.office().talk();
        GuiActionRunner.execute(() -> window().talk("charles@engine.example"));
        Screen.until("the talk shows", () -> frame.label("talk.name").text().equals("Charles Babbage"));
        world.onCore(() -> world.domain.chats().peerTyping("charles@engine.example", true));
        Screen.until("typing shows", () -> frame.label("typing").text().startsWith("Charles"));
        robot.waitForIdle();
        screen.shoot("conversation", root());
        frame.resizeTo(new Dimension(562, 426));
        frame.textBox("message")
                .enterText(
                        "One line\nand the second, which is so long that it has to be broken into several lines\nthree");
        robot.waitForIdle();
        screen.shoot("conversation-narrow", root());
    }
}
