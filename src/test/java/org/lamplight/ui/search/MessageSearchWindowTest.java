package org.lamplight.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JList;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.chat.Message;
import org.lamplight.ui.Hands;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Openings;

class MessageSearchWindowTest {
    private final World world = new World();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private Robot robot;
    private Screen screen;
    private FrameFixture frame;

    private final class Opened implements Openings {
        @Override
        public void talk(String address) {
            opened.add(address);
        }

        @Override
        public void message(Message message) {
            opened.add(message.peer() + " " + message.id());
        }
    }

    @BeforeEach
    void open() {
        robot = Hands.ready();
        screen = new Screen(world);
        Mirrors mirrors = Mirrors.of(world.domain);
        frame = new FrameFixture(
                robot,
                GuiActionRunner.execute(
                        () -> new MessageSearchWindow(world.domain, screen.stage, mirrors, new Opened())));
        world.office().talk();
        frame.show(new Dimension(482, 626));
        Screen.until("people", () -> mirrors.people().all().size() == 12);
    }

    @AfterEach
    void close() {
        frame.cleanUp();
        world.close();
    }

    private JList<?> hits() {
        return frame.list("search.hits").target();
    }

    private List<String> spoken() {
        return GuiActionRunner.execute(
                () -> IntStream.range(0, hits().getModel().getSize())
                        .mapToObj(row -> hits().getAccessibleContext()
                                .getAccessibleChild(row)
                                .getAccessibleContext()
                                .getAccessibleName())
                        .toList());
    }

    private void type(String words) {
        frame.textBox("search.field").focus();
        words.chars().forEach(letter -> robot.type((char) letter));
    }

    @Test
    void findsInAllTalksTheNewestFirstAndEnterGoesThere() {
        type("the");
        Screen.until("found", () -> hits().getModel().getSize() == 8);
        assertThat(spoken())
                .startsWith(
                        "Charles Babbage, 14:21: Yes, and the new drawings please. Calling you from room 4, it is quicker.",
                        "Charles Babbage, 10:40: You: I will take them all.")
                .contains("Charles Babbage, 10:04: You: …I bring Grace in for the test of the carry?");
        robot.pressAndReleaseKeys(KeyEvent.VK_DOWN);
        robot.pressAndReleaseKeys(KeyEvent.VK_DOWN);
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until("opened", () -> opened.equals(List.of("charles@engine.example a5")));
        screen.shoot("search", frame.targetCastedTo(MessageSearchWindow.class).getRootPane());
    }

    @Test
    void underTheirTalksIfOneLikes() {
        world.hears("grace@engine.example", "g2", "2026-11-18T13:13:00Z", "Another moth, alas. Room 4 again.");
        type("room 4");
        Screen.until("found", () -> hits().getModel().getSize() == 3);
        frame.checkBox("search.grouped").focus().pressAndReleaseKeys(KeyEvent.VK_SPACE);
        Screen.until("grouped", () -> hits().getModel().getSize() == 5);
        assertThat(spoken())
                .containsExactly(
                        "Charles Babbage, 2 found",
                        "Charles Babbage, 14:21: …Calling you from room 4, it is quicker.",
                        "Charles Babbage, 10:03: You: Yes, room 4. I have put the drawings here: analytical-engine/plan-25.pdf",
                        "Grace Hopper, 1 found",
                        "Grace Hopper, 13:13: Another moth, alas. Room 4 again.");
        frame.textBox("search.field").focus().pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until("the first", () -> opened.equals(List.of("charles@engine.example c4")));
        screen.shoot(
                "search-grouped",
                frame.targetCastedTo(MessageSearchWindow.class).getRootPane());
    }

    @Test
    void saysWhenNothingIsFoundAndEscapeCloses() {
        type("nobody wrote this");
        Screen.until(
                "said",
                () -> robot.finder()
                                .findAll(part -> part.isShowing()
                                        && part instanceof org.lamplight.ui.kit.EmptyState
                                        && "Nothing found"
                                                .equals(part.getAccessibleContext()
                                                        .getAccessibleName()))
                                .size()
                        == 1);
        robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        Screen.until("closed", () -> !frame.target().isShowing());
    }

    @Test
    void aHundredFirstAndMoreOnDemand() {
        for (int i = 0; i < 150; i++) {
            world.hears("hedy@engine.example", "x" + i, "2026-11-12T12:00:00Z", "channel hopping number " + i);
        }
        type("hopping number");
        Screen.until("a hundred", () -> hits().getModel().getSize() == 100);
        JButton more = frame.button("search.more").target();
        frame.button("search.more").focus().pressAndReleaseKeys(KeyEvent.VK_SPACE);
        Screen.until("all", () -> hits().getModel().getSize() == 150);
        assertThat(more.isVisible()).isFalse();
    }
}
