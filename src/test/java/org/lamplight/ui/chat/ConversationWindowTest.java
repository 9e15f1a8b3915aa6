package org.lamplight.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.KeyEvent;
import java.util.List;
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

class ConversationWindowTest {
    private static final String CHARLES = "charles@engine.example";
    private static final String GRACE = "grace@engine.example";

    private final World world = new World();
    private Robot robot;
    private FrameFixture frame;
    private Screen screen;
    private Transcript transcript;

    @BeforeEach
    void open() {
        robot = Hands.ready();
        screen = new Screen(world);
        frame = new FrameFixture(
                robot,
                GuiActionRunner.execute(
                        () -> new ConversationWindow(world.domain, screen.stage, Mirrors.of(world.domain))));
        frame.show(new Dimension(962, 706));
        world.office();
    }

    @AfterEach
    void close() {
        frame.cleanUp();
        world.close();
    }

    private void talk(String address) {
        GuiActionRunner.execute(
                () -> frame.targetCastedTo(ConversationWindow.class).talk(address));
        transcript = robot.finder().findByName("transcript", Transcript.class);
    }

    private void rows(int count) {
        Screen.until(count + " rows", () -> shown().size() == count);
    }

    /** All but the line before what is new. */
    private List<TranscriptRow> shown() {
        return transcript.rowLayout().rows().stream()
                .filter(row -> !(row instanceof TranscriptRow.New))
                .toList();
    }

    private Message message(int row) {
        return GuiActionRunner.execute(() -> ((TranscriptRow.Entry) shown().get(row)).message());
    }

    @Test
    void whatIsWrittenIsSentAndShown() {
        talk(CHARLES);
        frame.textBox("message").enterText("Fifty is plenty.");
        Screen.until("typing is told", () -> world.wire.contains("typing " + CHARLES + " true"));
        frame.textBox("message").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        rows(2);
        Screen.until("sent", () -> message(1).state() == Message.State.SENT);
        assertThat(world.wire).contains("send " + CHARLES + " Fifty is plenty.", "typing " + CHARLES + " false");
        frame.textBox("message").requireText("");
    }

    @Test
    void shiftEnterBreaksTheLineAndTheFieldGrowsToSixLines() {
        talk(CHARLES);
        int one = frame.panel("composer").target().getHeight();
        for (int i = 0; i < 8; i++) {
            frame.textBox("message").enterText("x");
            Screen.press(robot, KeyEvent.VK_SHIFT, KeyEvent.VK_ENTER);
        }
        assertThat(frame.textBox("message").text()).isEqualTo("x\n".repeat(8));
        int grown = frame.panel("composer").target().getHeight();
        assertThat(grown - one).isBetween(60, 100);
        assertThat(world.wire).noneMatch(line -> line.startsWith("send"));
    }

    @Test
    void draftsStayWithTheirTalk() {
        world.talk();
        talk(CHARLES);
        frame.textBox("message").enterText("half a sen");
        frame.list("talks").item(1).click();
        Screen.until("Grace", () -> frame.label("talk.name").text().equals("Grace Hopper"));
        frame.textBox("message").requireText("");
        talk(CHARLES);
        frame.textBox("message").requireText("half a sen");
        assertThat(screen.drafts).containsEntry(CHARLES, "half a sen");
        frame.textBox("message").enterText("tence\n");
        Screen.until("sent", () -> screen.drafts.get(CHARLES).isEmpty());
        assertThat(world.wire).contains("send " + CHARLES + " half a sentence");
    }

    @Test
    void runsDaysAndReceipts() {
        world.talk();
        talk(CHARLES);
        rows(11);
        assertThat(shown().get(0)).isInstanceOf(TranscriptRow.Day.class);
        assertThat(((TranscriptRow.Entry) shown().get(1)).head()).isTrue();
        assertThat(((TranscriptRow.Entry) shown().get(2)).head()).isFalse();
    }

    @Test
    void whatIsSeenIsRead() {
        world.talk();
        talk(CHARLES);
        Screen.until(
                "read",
                () -> world.onCore(() -> world.domain.chats().talks().stream()
                                .filter(talk -> talk.peer().equals(CHARLES))
                                .mapToInt(org.lamplight.chat.Talk::unread)
                                .sum())
                        == 0);
        world.hears(CHARLES, "c9", "2026-11-18T14:22:00Z", "And one more.");
        rows(12);
        Screen.until(
                "read at once",
                () -> world.onCore(() -> world.domain.chats().talks().stream()
                                .filter(talk -> talk.peer().equals(CHARLES))
                                .mapToInt(org.lamplight.chat.Talk::unread)
                                .sum())
                        == 0);
    }

    @Test
    void aFailedMessageIsTriedAgain() {
        world.talk();
        talk(CHARLES);
        rows(11);
        int row = 9;
        assertThat(message(row).state()).isEqualTo(Message.State.FAILED);
        Rectangle link = GuiActionRunner.execute(() -> {
            int failed = transcript.rowLayout().rows().indexOf(shown().get(row));
            transcript.reveal(failed);
            return transcript.spots().of(failed).get(0).area();
        });
        robot.click(transcript, new Point((int) link.getCenterX(), (int) link.getCenterY()));
        Screen.until("sent", () -> message(row).state() == Message.State.SENT);
        assertThat(world.wire).contains("send " + CHARLES + " I will take them all.");
    }

    @Test
    void aMessageIsCopiedAsItIs() throws Exception {
        world.hears(CHARLES, "x", "2026-11-18T14:22:00Z", "<b>not bold</b> \u202Egnihton\u0007");
        talk(CHARLES);
        rows(2);
        GuiActionRunner.execute(() -> transcript.requestFocusInWindow());
        robot.waitForIdle();
        robot.pressAndReleaseKeys(KeyEvent.VK_UP);
        Screen.press(robot, KeyEvent.VK_CONTROL, KeyEvent.VK_C);
        assertThat(Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor))
                .isEqualTo("<b>not bold</b> gnihton");
        assertThat(GuiActionRunner.execute(
                        () -> transcript.getAccessibleContext().getAccessibleName()))
                .isEqualTo("Charles Babbage: <b>not bold</b> gnihton");
    }

    @Test
    void pagesAreTurnedFromTheMessageField() {
        for (int i = 0; i < 60; i++) {
            String at = java.time.Instant.parse("2026-11-18T06:00:00Z")
                    .plusSeconds(i * 60L)
                    .toString();
            world.hears(CHARLES, "n" + i, at, "Message " + i);
        }
        talk(CHARLES);
        rows(61);
        Screen.until("at the newest", this::atEnd);
        frame.textBox("message").focus().pressAndReleaseKeys(KeyEvent.VK_PAGE_UP);
        Screen.until("a page up", () -> !atEnd());
        frame.textBox("message").requireFocused().pressAndReleaseKeys(KeyEvent.VK_PAGE_DOWN);
        Screen.until("at the newest again", this::atEnd);
    }

    private boolean atEnd() {
        Rectangle seen = transcript.getVisibleRect();
        return seen.y + seen.height >= transcript.getHeight() - 8 && transcript.getHeight() > seen.height;
    }

    @Test
    void aTalkWithNothingWrittenSaysSo() {
        talk(GRACE);
        Screen.until("said", () -> frame.panel("talk.empty").target().isShowing());
        assertThat(frame.panel("talk.empty").target().getAccessibleContext().getAccessibleName())
                .isEqualTo("No messages yet");
        world.hears(GRACE, "g9", "2026-11-18T14:22:00Z", "A moth.");
        Screen.until(
                "no longer said",
                () -> robot.finder()
                        .findAll(part -> "talk.empty".equals(part.getName()) && part.isShowing())
                        .isEmpty());
    }

    @Test
    void aNewTalkStandsInTheList() {
        talk(GRACE);
        Screen.until("listed", () -> frame.list("talks").target().getModel().getSize() == 1);
        Screen.until("named", () -> frame.target().getTitle().equals("Grace Hopper – Lamplight"));
    }

    @Test
    void aNarrowWindowFoldsTheList() {
        talk(CHARLES);
        frame.resizeTo(new Dimension(600, 500));
        Screen.until("folded", () -> frame.panel("side").target().getWidth() < 80);
        frame.resizeTo(new Dimension(900, 500));
        Screen.until("wide", () -> frame.panel("side").target().getWidth() > 200);
    }
}
