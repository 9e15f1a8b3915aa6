package org.lamplight.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Window;
import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.Arrays;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JList;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lamplight.ui.EdtWork;
import org.lamplight.ui.Screen;

/** An emoji is found by its name and written, with nothing but the keyboard. */
class EmojiPickerTest {
    private static final String ROCKET = "\uD83D\uDE80";
    private static final int MOST_WORK_MS = 200;

    private final TalkOnScreen on = new TalkOnScreen();

    @AfterEach
    void close() {
        on.close();
    }

    private JTextComponent message() {
        return on.robot.finder().findByName("message", JTextComponent.class);
    }

    private void begin() {
        on.hears("Ready?");
        on.open(1);
        GuiActionRunner.execute(() -> message().requestFocusInWindow());
        Screen.until("the keys go there", () -> message().isFocusOwner());
    }

    private JDialog pick() {
        Screen.press(on.robot, KeyEvent.VK_CONTROL, KeyEvent.VK_PERIOD);
        Screen.until("the keys go to the search", this::isSearching);
        return on.robot.finder().findByName("emoji", JDialog.class);
    }

    private boolean isSearching() {
        return Arrays.stream(Window.getWindows())
                .map(Window::getFocusOwner)
                .anyMatch(owner -> owner != null && "emoji.search".equals(owner.getName()));
    }

    private JList<?> list() {
        return on.robot.finder().findByName("emoji.list", JList.class);
    }

    private void press(int key) {
        on.robot.pressAndReleaseKeys(key);
        on.robot.waitForIdle();
    }

    private void type(String letters) {
        letters.chars().forEach(letter -> on.robot.type((char) letter));
        on.robot.waitForIdle();
    }

    @Test
    void isFoundByNameAndStandsFirstFromThenOn() {
        begin();
        type("go ");
        JDialog picker = pick();
        on.screen.shoot("emoji-picker", picker.getRootPane());
        type("rocke");
        Screen.until("the rocket", () -> ROCKET.equals(list().getSelectedValue()));
        press(KeyEvent.VK_ENTER);
        Screen.until("written", () -> message().getText().equals("go " + ROCKET));
        Screen.until("one writes on", () -> message().isFocusOwner());
        pick();
        assertThat(GuiActionRunner.execute(() -> list().getModel().getElementAt(0)))
                .isEqualTo(ROCKET);
        press(KeyEvent.VK_ENTER);
        Screen.until("again", () -> message().getText().equals("go " + ROCKET + ROCKET));
    }

    @Test
    void arrowsGoThroughAllAndEscapeLeavesItBe() {
        begin();
        JDialog picker = pick();
        press(KeyEvent.VK_DOWN);
        Screen.until("the keys go there", () -> list().isFocusOwner());
        press(KeyEvent.VK_RIGHT);
        Screen.until("the second", () -> list().getSelectedIndex() == 1);
        press(KeyEvent.VK_DOWN);
        Screen.until("a line below", () -> list().getSelectedIndex() > 2);
        press(KeyEvent.VK_ESCAPE);
        Screen.until("closed", () -> !picker.isShowing());
        assertThat(GuiActionRunner.execute(() -> message().getText())).isEmpty();
    }

    @Test
    void oneReactsWithAnyOfThem() {
        begin();
        Transcript transcript = on.transcript();
        on.focus(transcript);
        press(KeyEvent.VK_UP);
        Screen.press(on.robot, KeyEvent.VK_SHIFT, KeyEvent.VK_F10);
        press(KeyEvent.VK_DOWN);
        press(KeyEvent.VK_DOWN);
        press(KeyEvent.VK_RIGHT);
        press(KeyEvent.VK_UP);
        press(KeyEvent.VK_ENTER);
        Screen.until("the keys go to the search", this::isSearching);
        type("rocket");
        press(KeyEvent.VK_ENTER);
        Screen.until(
                "its chip",
                () -> transcript.rowLayout().rows().stream()
                        .filter(TranscriptRow.Entry.class::isInstance)
                        .map(row ->
                                ((TranscriptRow.Entry) row).message().details().reactions())
                        .anyMatch(
                                all -> all.stream().anyMatch(one -> one.emoji().contains(ROCKET))));
        Screen.until("one reads on", transcript::isFocusOwner);
    }

    @Test
    void opensAtOnce() {
        begin();
        JDialog first = pick();
        press(KeyEvent.VK_ESCAPE);
        Screen.until("closed", () -> !first.isShowing());
        JButton button = on.robot.finder().findByName("emoji.button", JButton.class);
        long nanos = GuiActionRunner.execute(() -> {
            long begun = System.nanoTime();
            button.doClick(0);
            return System.nanoTime() - begun;
        });
        Screen.until("the keys go to the search", this::isSearching);
        assertThat(Duration.ofNanos(nanos)).isLessThan(Duration.ofMillis(MOST_WORK_MS));
    }

    @Test
    void holdsNobodyUp() {
        begin();
        // the robot waits long for windows that were made while another queue was there
        pick();
        try (EdtWork work = new EdtWork()) {
            type("face");
            press(KeyEvent.VK_DOWN);
            press(KeyEvent.VK_END);
            assertThat(work.longestMs()).isLessThan(MOST_WORK_MS);
        }
    }
}
