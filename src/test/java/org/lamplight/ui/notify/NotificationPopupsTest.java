package org.lamplight.ui.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Window;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JFrame;
import javax.swing.JWindow;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.core.Threads;
import org.lamplight.lab.Children;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.ui.Hands;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.chat.ConversationWindow;
import org.lamplight.ui.kit.Mirrors;

/** Our own windows for notifications, on a real screen. */
class NotificationPopupsTest {
    private static final String GRACE = "grace@engine.example";

    private final World world = new World();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private Robot robot;
    private Screen screen;
    private NotificationPopups popups;

    @BeforeEach
    void open() {
        robot = Hands.ready();
        screen = new Screen(world);
        popups = GuiActionRunner.execute(
                () -> new NotificationPopups(screen.stage, opened::add, () -> opened.add("all")));
    }

    @AfterEach
    void close() {
        robot.cleanUp();
        world.close();
    }

    private void show(String peer, String name, String text) {
        GuiActionRunner.execute(() -> popups.show(new Notification(peer, name, text, false)));
    }

    /** The popups from the top down. */
    private List<JWindow> shown() {
        return GuiActionRunner.execute(() -> Arrays.stream(Window.getWindows())
                .filter(Window::isShowing)
                .filter(JWindow.class::isInstance)
                .map(JWindow.class::cast)
                .filter(window -> String.valueOf(window.getName()).startsWith("notification"))
                .sorted(Comparator.comparing(Component::getY))
                .toList());
    }

    private List<String> words() {
        return shown().stream()
                .map(window -> window.getAccessibleContext().getAccessibleName())
                .toList();
    }

    /** The window system tells where a window went a moment after it was sent there. */
    private void awaitWords(String... fromTheTop) {
        Screen.until(String.join(", ", fromTheTop), () -> words().equals(List.of(fromTheTop)));
    }

    @Test
    void oneForEachTalkAndAtMostThree() {
        show("a@x.example", "Ada", "one");
        show(GRACE, "Grace Hopper", "first");
        show(GRACE, "Grace Hopper", "second");
        awaitWords("Message from Ada: one", "Message from Grace Hopper: second");
        show("c@x.example", "Charles", "three");
        show("d@x.example", "Donald", "four");
        show("e@x.example", "Edsger", "five");
        awaitWords("2 more", "Message from Charles: three", "Message from Donald: four", "Message from Edsger: five");
        GuiActionRunner.execute(() -> popups.withdraw("d@x.example"));
        awaitWords(
                "1 more",
                "Message from Grace Hopper: second",
                "Message from Charles: three",
                "Message from Edsger: five");
        robot.click(shown().get(0).getContentPane(), new Point(20, 16));
        Screen.until("all of them", () -> opened.equals(List.of("all")));
        awaitWords();
    }

    @Test
    void aClickOpensAndTheCrossDismisses() {
        show(GRACE, "Grace Hopper", "Found it. An actual moth.");
        Component face = shown().get(0).getContentPane();
        robot.click(face, new Point(face.getWidth() - 10, 10));
        Screen.until("dismissed", () -> shown().isEmpty());
        assertThat(opened).isEmpty();
        show(GRACE, "Grace Hopper", "Found it. An actual moth.");
        robot.click(shown().get(0).getContentPane(), new Point(100, 30), MouseButton.LEFT_BUTTON, 1);
        Screen.until("opened", () -> opened.equals(List.of(GRACE)));
        assertThat(shown()).isEmpty();
    }

    /** Another program has the keyboard; a message comes; the keyboard stays there. */
    @Test
    @Requires(Part.XEV)
    void theKeyboardStaysWithWhoeverHasIt() throws Exception {
        world.office();
        FrameFixture conversation = new FrameFixture(
                robot,
                GuiActionRunner.execute(
                        () -> new ConversationWindow(world.domain, screen.stage, Mirrors.of(world.domain))));
        conversation.show(new Dimension(700, 500));
        ConversationWindow window = conversation.targetCastedTo(ConversationWindow.class);
        GuiActionRunner.execute(() -> window.talk(GRACE));
        GuiActionRunner.execute(() -> new Notifier(
                world.domain,
                screen.stage,
                Mirrors.of(world.domain),
                message -> true,
                window::isSeen,
                () -> new NotificationChoices(true, true, false, true),
                popups));
        List<String> typed = new CopyOnWriteArrayList<>();
        Process other = Children.start(new ProcessBuilder("xev", "-event", "keyboard", "-geometry", "200x150+900+50")
                .redirectErrorStream(true));
        Threads.daemon("other program", () -> read(other, typed));
        try {
            Screen.until("another program is in front", () -> !window.isActive());
            robot.waitForIdle();
            String before = active();
            world.hears(GRACE, "g1", "2026-11-18T14:22:00Z", "Found it.");
            Screen.until("told", () -> !shown().isEmpty());
            world.hears("alan@engine.example", "a1", "2026-11-18T14:22:00Z", "And I.");
            Screen.until("told of both", () -> shown().size() == 2);
            robot.waitForIdle();
            assertThat(active()).isEqualTo(before);
            assertThat(window.isActive()).isFalse();
            robot.pressAndReleaseKeys(java.awt.event.KeyEvent.VK_M);
            Screen.until(
                    "the key went to the other program",
                    () -> typed.stream().anyMatch(line -> line.contains("keysym 0x6d, m")));
            // what is not in front is not read
            assertThat(world.onCore(() -> world.domain.chats().talks().stream()
                            .mapToInt(org.lamplight.chat.Talk::unread)
                            .sum()))
                    .isEqualTo(2);
        } finally {
            other.destroy();
            other.waitFor();
            conversation.close();
        }
    }

    private static void read(Process process, List<String> lines) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            in.lines().forEach(lines::add);
        } catch (IOException | java.io.UncheckedIOException ended) {
            lines.add("ended");
        }
    }

    private static String active() throws IOException, InterruptedException {
        Process asked = Children.start(new ProcessBuilder("xprop", "-root", "_NET_ACTIVE_WINDOW"));
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        asked.waitFor();
        return answer;
    }

    @Test
    void unreadShowsOnTitleAndIcon() {
        Mirrors mirrors = Mirrors.of(world.domain);
        JFrame hub = GuiActionRunner.execute(() -> {
            JFrame made = new JFrame("Lamplight");
            new UnreadBadge(screen.stage, mirrors.talks(), made, List.of(made));
            return made;
        });
        world.office().talk();
        Screen.until("unread", () -> hub.getTitle().equals("(8) Lamplight"));
        assertThat(hub.getIconImages()).hasSizeGreaterThan(4);
        for (String peer : List.of("charles", "grace", "donald", "hedy", "dennis")) {
            world.onCore(() -> world.domain.chats().read(peer + "@engine.example"));
        }
        Screen.until("all read", () -> hub.getTitle().equals("Lamplight"));
    }

    @Test
    void pictures() {
        show(GRACE, "Grace Hopper", "Found it. An actual moth, between the contacts of relay 70 of panel F.");
        screen.shoot("notification", shown().get(0).getRootPane());
        Component face = shown().get(0).getContentPane();
        robot.moveMouse(face, new Point(60, 30));
        robot.waitForIdle();
        screen.shoot("notification-hovered", shown().get(0).getRootPane());
    }
}
