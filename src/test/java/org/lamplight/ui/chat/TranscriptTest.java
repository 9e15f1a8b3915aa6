package org.lamplight.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.KeyEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JMenuItem;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.chat.Details;
import org.lamplight.chat.Message;
import org.lamplight.chat.Spelling;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.kit.LoadedEmoji;
import org.lamplight.ui.kit.Portraits;
import org.lamplight.ui.kit.Reading;
import org.lamplight.ui.kit.SharedFiles;

/** What one does with what is written, by keyboard and mouse. */
class TranscriptTest {
    private final List<String> opened = new ArrayList<>();
    private final Reading.Zoom zoom = Reading.plain().zoom();
    private TalkOnScreen on;

    @BeforeEach
    void open() {
        on = new TalkOnScreen(new Reading(
                zoom,
                (link, refused) -> opened.add(link.target()),
                Portraits.NONE,
                SharedFiles.NONE,
                new LoadedEmoji(),
                Spelling.NONE));
    }

    @AfterEach
    void close() {
        on.close();
    }

    private static String clipboard() throws Exception {
        return (String) Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
    }

    private void press(int... keys) {
        if (keys.length == 2) {
            Screen.press(on.robot, keys[0], keys[1]);
        } else {
            on.robot.pressAndReleaseKeys(keys);
            on.robot.waitForIdle();
        }
    }

    private void choose(String item) {
        press(KeyEvent.VK_SHIFT, KeyEvent.VK_F10);
        on.robot.click(on.robot.finder().findByName(item, JMenuItem.class, true));
        on.robot.waitForIdle();
    }

    private static TranscriptRow.Entry entry(Transcript transcript, int row) {
        return (TranscriptRow.Entry) transcript.rowLayout().rows().get(row);
    }

    private static int rowOf(Transcript transcript, Message message) {
        return transcript.rowLayout().indexOf(TalkStretch.key(message));
    }

    @Test
    void severalMessagesAreCopiedWithNamesAndTimes() throws Exception {
        on.hears("*One*\n> two");
        on.wrote("Three");
        Transcript transcript = on.open(2);
        on.focus(transcript);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_C);
        assertThat(clipboard())
                .isEqualTo("[2026-11-18 10:01] Charles Babbage: *One*\n> two\n[2026-11-18 10:02] Ada Byron: Three");
        press(KeyEvent.VK_ESCAPE);
        press(KeyEvent.VK_UP);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_C);
        assertThat(clipboard()).isEqualTo("Three");
    }

    @Test
    void lettersAreSelectedByDraggingAndByKeys() throws Exception {
        Message first = on.hears("The mill takes fifty digits.");
        Message second = on.hears("I would rather not promise more.");
        Transcript transcript = on.open(2);
        Point from = letter(transcript, first, 9);
        Point to = letter(transcript, second, 7);
        on.robot.moveMouse(transcript, from);
        on.robot.pressMouse(MouseButton.LEFT_BUTTON);
        on.robot.moveMouse(transcript, to);
        on.robot.releaseMouse(MouseButton.LEFT_BUTTON);
        on.robot.waitForIdle();
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_C);
        assertThat(clipboard())
                .isEqualTo("[2026-11-18 10:01] Charles Babbage: takes fifty digits.\n"
                        + "[2026-11-18 10:02] Charles Babbage: I would");
        press(KeyEvent.VK_ESCAPE);
        on.robot.click(transcript, letter(transcript, second, 0));
        press(KeyEvent.VK_SHIFT, KeyEvent.VK_RIGHT);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_C);
        assertThat(clipboard()).isEqualTo("I");
    }

    /** The middle of the line, before this letter. */
    private static Point letter(Transcript transcript, Message message, int letter) {
        return GuiActionRunner.execute(() -> {
            int row = rowOf(transcript, message);
            LaidEntry laid = transcript.rowLayout().laid(entry(transcript, row));
            Rectangle area = laid.text().areas(letter, letter + 1).get(0);
            int left = transcript.rowLayout().look().textLeft();
            return new Point(left + area.x, transcript.y(row) + laid.textTop() + area.y + area.height / 2);
        });
    }

    @Test
    void linksAreFollowedByKeysAndByClicks() {
        Message message = on.hears("See https://engine.example/a, https://engine.example/b and javascript:alert(1)");
        Transcript transcript = on.open(1);
        on.focus(transcript);
        press(KeyEvent.VK_UP);
        press(KeyEvent.VK_RIGHT);
        press(KeyEvent.VK_RIGHT);
        press(KeyEvent.VK_ENTER);
        assertThat(opened).containsExactly("https://engine.example/b");
        assertThat(GuiActionRunner.execute(
                        () -> transcript.getAccessibleContext().getAccessibleName()))
                .isEqualTo("Link to engine.example");
        on.robot.click(transcript, letter(transcript, message, 8));
        assertThat(opened).containsExactly("https://engine.example/b", "https://engine.example/a");
        on.robot.click(transcript, letter(transcript, message, message.text().length() - 3));
        assertThat(opened).hasSize(2);
    }

    @Test
    void zoomIsByKeysAndRemembered() {
        on.hears("Larger, please");
        Transcript transcript = on.open(1);
        on.focus(transcript);
        int height = GuiActionRunner.execute(() -> transcript.rowLayout().height());
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_PLUS);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_PLUS);
        assertThat(zoom.percent()).isEqualTo(120);
        assertThat(GuiActionRunner.execute(() -> transcript.rowLayout().height()))
                .isGreaterThan(height);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_0);
        assertThat(zoom.percent()).isEqualTo(100);
        assertThat(GuiActionRunner.execute(() -> transcript.rowLayout().height()))
                .isEqualTo(height);
    }

    @Test
    void anAnswerLeadsToWhatItAnswers() {
        Message first = on.hears("Are we still on?");
        IntStream.range(0, 60).forEach(i -> on.hears("And so on " + i));
        on.hears("Yes", Details.NONE.withReply(new Details.Reply(first.id(), first.from(), first.text())));
        Transcript transcript = on.open(62);
        on.focus(transcript);
        press(KeyEvent.VK_UP);
        press(KeyEvent.VK_ENTER);
        Screen.until(
                "there",
                () -> transcript.selection().leadRow() == rowOf(transcript, first)
                        && transcript.getVisibleRect().contains(1, transcript.y(rowOf(transcript, first)) + 1));
    }

    @Test
    void theLastOwnMessageIsEditedByUp() {
        Message own = on.wrote("Fity is plenty.");
        Transcript transcript = on.open(1);
        on.frame.textBox("message").focus().pressAndReleaseKeys(KeyEvent.VK_UP);
        on.frame.textBox("message").requireText("Fity is plenty.");
        on.frame.label("composing.words").requireText("Change: Fity is plenty.");
        on.frame.textBox("message").setText("Fifty is plenty.").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until("corrected", () -> {
            Message now = entry(transcript, rowOf(transcript, own)).message();
            return now.text().equals("Fifty is plenty.") && now.details().correction() != null;
        });
        on.frame.textBox("message").requireText("");
    }

    @Test
    void anAnswerIsBegunAndGivenUp() {
        on.hears("Are we still on?");
        Transcript transcript = on.open(1);
        on.focus(transcript);
        press(KeyEvent.VK_UP);
        choose("transcript.reply");
        Screen.until("begun", () -> on.frame.panel("composing").target().isShowing());
        on.frame.textBox("message").enterText("Yes").pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        Screen.until(
                "given up",
                () -> on.robot
                        .finder()
                        .findAll(part -> "composing".equals(part.getName()) && part.isShowing())
                        .isEmpty());
        on.frame.textBox("message").requireText("Yes");
    }

    @Test
    void aReactionIsTakenBackByItsChip() {
        Message liked = on.hears(
                "Splendid",
                new Details(
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        List.of(new Details.Reaction(World.ADA, Set.of("\uD83D\uDC4D"))),
                        null));
        Transcript transcript = on.open(1);
        on.focus(transcript);
        press(KeyEvent.VK_UP);
        press(KeyEvent.VK_ENTER);
        Screen.until(
                "taken back",
                () -> entry(transcript, rowOf(transcript, liked))
                        .message()
                        .details()
                        .reactions()
                        .isEmpty());
    }

    @Test
    void aDeletedMessageSaysSo() {
        Message own = on.wrote("Oops");
        Transcript transcript = on.open(1);
        on.focus(transcript);
        press(KeyEvent.VK_UP);
        choose("transcript.delete");
        JButton keep =
                (JButton) on.frame.dialog("delete").button("delete.cancel").target();
        Screen.until("the keys go there", keep::isFocusOwner);
        on.screen.shoot("delete-question", keep.getRootPane());
        press(KeyEvent.VK_ENTER);
        Screen.until("closed", () -> !keep.isShowing());
        assertThat(entry(transcript, rowOf(transcript, own)).message().details().retracted())
                .isFalse();
        choose("transcript.delete");
        on.frame.dialog("delete").button("delete.ok").click();
        Screen.until(
                "deleted",
                () -> entry(transcript, rowOf(transcript, own))
                        .message()
                        .details()
                        .retracted());
    }

    @Test
    void aLongTalkIsReadWhereverOneGoes() {
        Instant first = Instant.parse("2026-10-01T06:00:00Z");
        IntStream.range(0, 5000)
                .mapToObj(i -> new Message(
                        "n" + i,
                        World.ACCOUNT,
                        TalkOnScreen.CHARLES,
                        first.plusSeconds(i * 600L),
                        Message.Direction.IN,
                        TalkOnScreen.CHARLES,
                        "Message " + i,
                        Message.State.DELIVERED,
                        null))
                .forEach(on.world.store::add);
        Transcript transcript = on.open(200);
        Screen.until("all is known to be there", () -> transcript.rowLayout().above() > 4000 * 20);
        GuiActionRunner.execute(() -> transcript.scrollRectToVisible(new Rectangle(0, 0, 1, 1)));
        Screen.until("the first", () -> seen(transcript).contains("INn0"));
        GuiActionRunner.execute(
                () -> transcript.scrollRectToVisible(new Rectangle(0, transcript.getHeight() / 2, 1, 1)));
        Screen.until("the middle", () -> seen(transcript).stream().anyMatch(key -> key.startsWith("INn2")));
        on.focus(transcript);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_G);
        on.frame.dialog("date").textBox("date.day").setText("2026-10-10");
        on.frame.dialog("date").button("date.ok").click();
        Screen.until("that day", () -> seen(transcript).contains("INn" + (9 * 144 - 36)));
        for (int page = 0; page < 60; page++) {
            GuiActionRunner.execute(
                    () -> transcript.scrollRectToVisible(new Rectangle(0, transcript.getVisibleRect().y + 1200, 1, 1)));
            on.robot.waitForIdle();
        }
        assertThat(GuiActionRunner.execute(() -> transcript.rowLayout().rows().size()))
                .isLessThan(1100);
        assertThat(GuiActionRunner.execute(() -> transcript.rowLayout().laidOut()))
                .isLessThanOrEqualTo(200);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_END);
        Screen.until("the last", () -> seen(transcript).contains("INn4999"));
    }

    @Test
    void theNewestStaysInSightAsTheViewShrinks() {
        many(100);
        Transcript transcript = on.open(100);
        Screen.until("the last", () -> seen(transcript).contains("INn99"));
        Screen.resize(
                on.window(), 962, 500, "the last still", () -> seen(transcript).contains("INn99"));
        Screen.resize(
                on.window(), 700, 640, "the last still", () -> seen(transcript).contains("INn99"));
        // who reads further up goes on reading there
        on.focus(transcript);
        GuiActionRunner.execute(() -> transcript.scrollRectToVisible(new Rectangle(0, 0, 1, 1)));
        Screen.until("the first", () -> seen(transcript).contains("INn0"));
        Screen.resize(
                on.window(), 962, 500, "the first still", () -> seen(transcript).contains("INn0"));
    }

    @Test
    void aWholeTalkIsCopiedAndNotOnlyWhatIsLoaded() throws Exception {
        many(2_000);
        Transcript transcript = on.open(200);
        on.focus(transcript);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_C);
        Screen.until("all of it", () -> clipboard().lines().count() == 2_000);
        assertThat(clipboard())
                .startsWith("[2026-10-01 07:00] Charles Babbage: Message 0\n")
                .endsWith("Charles Babbage: Message 1999");
        // any other mark ends that
        press(KeyEvent.VK_UP);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_C);
        assertThat(clipboard()).isEqualTo("Message 1998");
    }

    @Test
    void whatIsTooMuchForAClipboardIsSaid() {
        many(WholeTalk.MOST + 100);
        Transcript transcript = on.open(200);
        on.focus(transcript);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_C);
        Screen.until("a word", () -> on.robot.finder().findByName("notice").isShowing());
        assertThat(on.robot.finder().findByName("notice").getAccessibleContext().getAccessibleName())
                .contains("10,000")
                .contains("Export…");
        Screen.until("the newest", () -> clipboard().lines().count() == WholeTalk.MOST);
    }

    private void many(int count) {
        Instant first = Instant.parse("2026-10-01T06:00:00Z");
        IntStream.range(0, count)
                .mapToObj(i -> new Message(
                        "n" + i,
                        World.ACCOUNT,
                        TalkOnScreen.CHARLES,
                        first.plusSeconds(i * 60L),
                        Message.Direction.IN,
                        TalkOnScreen.CHARLES,
                        "Message " + i,
                        Message.State.DELIVERED,
                        null))
                .forEach(on.world.store::add);
    }

    /** The keys of the rows that can be seen. */
    private static List<String> seen(Transcript transcript) {
        Rectangle view = transcript.getVisibleRect();
        TranscriptLayout layout = transcript.rowLayout();
        return IntStream.range(0, layout.rows().size())
                .filter(row ->
                        transcript.y(row) + layout.height(row) > view.y && transcript.y(row) < view.y + view.height)
                .mapToObj(row -> layout.rows().get(row).key())
                .toList();
    }
}
