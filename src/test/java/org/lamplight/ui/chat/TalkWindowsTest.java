package org.lamplight.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Frame;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JMenuItem;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.JFileChooserFinder;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.chat.Message;
import org.lamplight.chat.Talk;
import org.lamplight.ui.Hands;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.notify.Notification;
import org.lamplight.ui.notify.NotificationPopups;

/** Talks in windows of their own beside the one with the list, and ways to a message in either. */
class TalkWindowsTest {
    private static final String CHARLES = "charles@engine.example";
    private static final String GRACE = "grace@engine.example";

    private final World world = new World();
    private final List<String> made = new CopyOnWriteArrayList<>();
    private Robot robot;
    private Screen screen;
    private TalkWindows talks;

    @BeforeEach
    void open() {
        robot = Hands.ready();
        screen = new Screen(world);
        Mirrors mirrors = Mirrors.of(world.domain);
        talks = GuiActionRunner.execute(
                () -> new TalkWindows(world.domain, screen.stage, mirrors, window -> made.add(window.getName())));
        world.office().talk();
        Screen.until("people", () -> mirrors.people().all().size() == 12);
    }

    @AfterEach
    void close() {
        robot.cleanUp();
        world.close();
    }

    private FrameFixture window(String name) {
        return WindowFinder.findFrame(name).withTimeout(5000).using(robot);
    }

    private void talk(String address) {
        GuiActionRunner.execute(() -> talks.talk(address));
    }

    private int unread(String peer) {
        return world.onCore(() -> world.domain.chats().talks().stream()
                .filter(talk -> talk.peer().equals(peer))
                .mapToInt(Talk::unread)
                .sum());
    }

    private static List<String> shown() {
        return GuiActionRunner.execute(() -> Arrays.stream(Frame.getFrames())
                .filter(Frame::isShowing)
                .map(Frame::getTitle)
                .sorted()
                .toList());
    }

    @Test
    void aTalkGetsItsOwnWindowByKeyAndGivesItBackByKey() {
        talk(CHARLES);
        FrameFixture conversation = window("conversation");
        conversation.textBox("message").focus().enterText("half a sen");
        robot.waitForIdle();
        GuiActionRunner.execute(() -> talks.conversation().toFront());
        robot.pressKey(KeyEvent.VK_CONTROL);
        Screen.press(robot, KeyEvent.VK_SHIFT, KeyEvent.VK_O);
        robot.releaseKey(KeyEvent.VK_CONTROL);
        FrameFixture own = window("talk." + CHARLES);
        Screen.until("named", () -> own.target().getTitle().equals("Charles Babbage – Lamplight"));
        own.textBox("message").requireText("half a sen").requireFocused();
        own.textBox("message").enterText("tence\n");
        Screen.until("sent", () -> world.wire.contains("send " + CHARLES + " half a sentence"));
        // a talk with a window of its own opens there
        talk(GRACE);
        talk(CHARLES);
        Screen.until("in front", () -> own.target().isActive());
        Screen.press(robot, KeyEvent.VK_CONTROL, KeyEvent.VK_W);
        Screen.until("closed", () -> talks.apart().isEmpty());
        assertThat(shown()).hasSize(1);
        talk(CHARLES);
        Screen.until("in the other", () -> conversation.target().isActive());
        conversation.textBox("message").requireText("");
        assertThat(made).containsExactly("conversation", "talk." + CHARLES);
    }

    @Test
    void aNotificationThatIsClickedLeadsToWhereOneAnswers() {
        talk(CHARLES);
        FrameFixture conversation = window("conversation");
        Screen.until("first in front", () -> conversation.target().isActive());
        GuiActionRunner.execute(() -> talks.openApart(GRACE));
        FrameFixture own = window("talk." + GRACE);
        Screen.until("in front", () -> own.target().isActive());
        Component transcript = robot.finder().findByName(own.target(), "transcript");
        GuiActionRunner.execute(() -> transcript.requestFocusInWindow());
        Screen.until("reading", transcript::isFocusOwner);
        NotificationPopups popups =
                GuiActionRunner.execute(() -> new NotificationPopups(screen.stage, talks::talk, () -> {}));
        for (String peer : List.of(CHARLES, GRACE)) {
            GuiActionRunner.execute(() -> popups.show(new Notification(peer, "Somebody", "Are you there?", false)));
            Component popup = robot.finder().findByName("notification");
            robot.click(popup, new Point(60, 30));
            FrameFixture there = peer.equals(CHARLES) ? conversation : own;
            Screen.until(
                    "ready to write", () -> there.textBox("message").target().isFocusOwner());
            robot.pressAndReleaseKeys(KeyEvent.VK_Y);
            robot.waitForIdle();
            there.textBox("message").requireText("y");
        }
    }

    @Test
    void aWindowRemembersItsPlace() {
        GuiActionRunner.execute(() -> talks.openApart(GRACE));
        FrameFixture own = window("talk." + GRACE);
        own.resizeTo(new java.awt.Dimension(600, 444));
        Screen.until(
                "kept",
                () -> screen.places.get("talk." + GRACE) != null && screen.places.get("talk." + GRACE).height == 444);
        own.close();
        Screen.until("closed", () -> talks.apart().isEmpty());
        GuiActionRunner.execute(() -> talks.openApart(GRACE));
        assertThat(window("talk." + GRACE).target().getHeight()).isEqualTo(444);
    }

    @Test
    void onlyWhatIsInFrontIsRead() {
        talk(CHARLES);
        Screen.until("read", () -> unread(CHARLES) == 0);
        GuiActionRunner.execute(() -> talks.openApart(GRACE));
        FrameFixture own = window("talk." + GRACE);
        Screen.until("Grace is in front", () -> own.target().isActive());
        Screen.until("read", () -> unread(GRACE) == 0);
        world.hears(GRACE, "g2", "2026-11-18T14:22:00Z", "Another.");
        world.hears(CHARLES, "c9", "2026-11-18T14:22:00Z", "And one more.");
        Screen.until("Grace is read", () -> unread(GRACE) == 0);
        assertThat(unread(CHARLES)).isEqualTo(1);
        assertThat(GuiActionRunner.execute(() -> talks.isSeen(GRACE))).isTrue();
        assertThat(GuiActionRunner.execute(() -> talks.isSeen(CHARLES))).isFalse();
        talk(CHARLES);
        Screen.until("Charles is read", () -> unread(CHARLES) == 0);
        world.hears(GRACE, "g3", "2026-11-18T14:22:30Z", "A third.");
        Screen.until("Grace waits", () -> unread(GRACE) == 1);
    }

    private void old(int count) {
        for (int i = 0; i < count; i++) {
            String at = java.time.Instant.parse("2026-11-10T06:00:00Z")
                    .plusSeconds(i * 60L)
                    .toString();
            world.hears("alan@engine.example", "n" + i, at, i == 7 ? "the needle" : "hay " + i);
        }
    }

    private Transcript transcriptOf(FrameFixture in) {
        return robot.finder().findByName(in.target(), "transcript", Transcript.class);
    }

    private String marked(FrameFixture in) {
        return GuiActionRunner.execute(() -> robot.finder()
                .findByName(in.target(), "transcript", Transcript.class)
                .getAccessibleContext()
                .getAccessibleName());
    }

    @Test
    void aMessageFarBackIsGoneTo() {
        old(450);
        Message needle = world.onCore(() -> world.domain.chats().search("the needle", 5))
                .join()
                .get(0);
        GuiActionRunner.execute(() -> talks.message(needle));
        FrameFixture conversation = window("conversation");
        Screen.until("there", () -> marked(conversation).equals("Alan Turing: the needle"));
        GuiActionRunner.execute(() -> talks.openApart("alan@engine.example"));
        GuiActionRunner.execute(() -> talks.message(needle));
        FrameFixture own = window("talk.alan@engine.example");
        Screen.until("there too", () -> marked(own).equals("Alan Turing: the needle"));
    }

    @Test
    void wordsAreFoundInATalk() {
        old(30);
        GuiActionRunner.execute(() -> talks.openApart("alan@engine.example"));
        FrameFixture own = window("talk.alan@engine.example");
        Screen.until("in front", () -> own.textBox("message").target().isFocusOwner());
        Screen.press(robot, KeyEvent.VK_CONTROL, KeyEvent.VK_F);
        own.textBox("find.field").requireFocused();
        robot.type('h');
        robot.type('a');
        robot.type('y');
        Screen.until("the last", () -> own.label("find.count").text().equals("1 of 29"));
        Screen.until("marked", () -> marked(own).equals("Alan Turing: hay 29"));
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until("older", () -> marked(own).equals("Alan Turing: hay 28"));
        Screen.press(robot, KeyEvent.VK_SHIFT, KeyEvent.VK_ENTER);
        Screen.press(robot, KeyEvent.VK_SHIFT, KeyEvent.VK_ENTER);
        Screen.until("round to the oldest", () -> marked(own).equals("Alan Turing: hay 0"));
        assertThat(own.label("find.count").text()).isEqualTo("29 of 29");
        screen.shoot("find-in-talk", own.targetCastedTo(TalkWindow.class).getRootPane());
        robot.type('x');
        Screen.until("none", () -> own.label("find.count").text().equals("Not found"));
        robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        Screen.until("back to writing", () -> own.textBox("message").target().isFocusOwner());
    }

    @Test
    void theHistoryOfATalkIsDeletedAfterAQuestion() {
        talk(CHARLES);
        FrameFixture conversation = window("conversation");
        Transcript transcript = robot.finder().findByName(conversation.target(), "transcript", Transcript.class);
        Screen.until("written", () -> transcript.rowLayout().rows().size() > 5);
        conversation.button("talk.more").click();
        conversation.menuItem(named("talk.delete")).click();
        DialogFixture dialog =
                WindowFinder.findDialog("history").withTimeout(5000).using(robot);
        screen.shoot("history-delete", dialog.targetCastedTo(JDialog.class).getRootPane());
        dialog.button("history.ok").click();
        Screen.until("empty", () -> transcript.rowLayout().rows().isEmpty());
        Screen.until("said", () -> conversation.panel("talk.empty").target().isShowing());
        assertThat(world.onCore(() -> world.domain.chats().search("moth", 5)).join())
                .hasSize(1);
        assertThat(world.onCore(() -> world.domain.chats().search("Bernoulli", 5))
                        .join())
                .isEmpty();
    }

    private static GenericTypeMatcher<JMenuItem> named(String name) {
        return new GenericTypeMatcher<>(JMenuItem.class) {
            @Override
            protected boolean isMatching(JMenuItem item) {
                return name.equals(item.getName()) && item.isShowing();
            }
        };
    }

    @Test
    void aTalkIsExported(@TempDir Path folder) throws Exception {
        talk(CHARLES);
        FrameFixture conversation = window("conversation");
        export(conversation, folder.resolve("talk"));
        Screen.until("done", () -> conversation.panel("notice").target().isShowing());
        robot.waitForIdle();
        int composer = conversation.panel("composer").target().getY();
        assertThat(conversation.panel("notice").target().getParent().getY()).isBetween(composer - 100, composer - 40);
        assertThat(transcriptOf(conversation).getVisibleRect().height).isGreaterThan(300);
        screen.shoot("exported", talks.conversation().getRootPane());
        assertThat(Files.readString(folder.resolve("talk.txt"))).contains("Charles Babbage: Are we still on");
        Files.writeString(folder.resolve("talk.txt"), "before");
        export(conversation, folder.resolve("talk.txt"));
        DialogFixture exists =
                WindowFinder.findDialog("export-exists").withTimeout(5000).using(robot);
        exists.button("export-exists.cancel").click();
        assertThat(folder.resolve("talk.txt")).hasContent("before");
        export(conversation, folder.resolve("talk.txt"));
        WindowFinder.findDialog("export-exists")
                .withTimeout(5000)
                .using(robot)
                .button("export-exists.ok")
                .click();
        Screen.until("replaced", () -> Files.size(folder.resolve("talk.txt")) > 100);
    }

    private void export(FrameFixture conversation, Path file) {
        conversation.button("talk.more").click();
        conversation.menuItem(named("talk.export")).click();
        JFileChooser chooser = JFileChooserFinder.findFileChooser("export")
                .withTimeout(5000)
                .using(robot)
                .target();
        GuiActionRunner.execute(() -> {
            chooser.setSelectedFile(file.toFile());
            chooser.approveSelection();
        });
    }
}
