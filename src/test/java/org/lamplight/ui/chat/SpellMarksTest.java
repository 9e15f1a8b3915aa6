package org.lamplight.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import javax.swing.JTextArea;
import javax.swing.MenuSelectionManager;
import javax.swing.text.Highlighter;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.chat.Spelling;
import org.lamplight.ui.Screen;
import org.lamplight.ui.kit.Reading;

/** Misspelt words in the field where one writes, by keyboard. */
class SpellMarksTest {
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private TalkOnScreen on;

    private final class Few implements Spelling {
        @Override
        public boolean isRight(String word) {
            assertThat(javax.swing.SwingUtilities.isEventDispatchThread()).isFalse();
            return known.contains(word);
        }

        @Override
        public List<String> suggestions(String word) {
            return List.of("the", "hat");
        }

        @Override
        public boolean learn(String word) {
            return known.add(word);
        }
    }

    @BeforeEach
    void open() {
        known.addAll(Set.of("read", "the", "book", "please"));
        on = new TalkOnScreen(Reading.plain().with(new Few()));
        on.hears("Which?");
        on.open(1);
        on.frame.textBox("message").focus();
    }

    @AfterEach
    void close() {
        GuiActionRunner.execute(() -> MenuSelectionManager.defaultManager().clearSelectedPath());
        on.close();
    }

    private JTextArea field() {
        return (JTextArea) on.frame.textBox("message").target();
    }

    private void marked(String... words) {
        Screen.until("marked " + List.of(words), () -> {
            String text = field().getText();
            return IntStream.range(0, field().getHighlighter().getHighlights().length)
                    .mapToObj(i -> field().getHighlighter().getHighlights()[i])
                    .filter(mark -> mark.getPainter() instanceof Squiggle)
                    .map((Highlighter.Highlight mark) -> text.substring(mark.getStartOffset(), mark.getEndOffset()))
                    .toList()
                    .equals(List.of(words));
        });
    }

    @Test
    void aMisspeltWordIsReplacedByKeys() {
        on.frame.textBox("message").enterText("read hte book plase");
        // the last is still being written
        marked("hte");
        on.frame.textBox("message").enterText(" ");
        marked("hte", "plase");
        on.screen.shoot("spelling", on.window().getRootPane());
        marked("hte", "plase");
        press(KeyEvent.VK_F7);
        Screen.until(
                "a menu", () -> on.robot.finder().findByName("composer.menu").isShowing());
        press(KeyEvent.VK_DOWN);
        press(KeyEvent.VK_ENTER);
        on.frame.textBox("message").requireText("read the book plase ");
        marked("plase");
        GuiActionRunner.execute(() -> field().setCaretPosition(17));
        Screen.press(on.robot, KeyEvent.VK_SHIFT, KeyEvent.VK_F10);
        Screen.until(
                "a menu", () -> on.robot.finder().findByName("composer.menu").isShowing());
        press(KeyEvent.VK_DOWN);
        press(KeyEvent.VK_DOWN);
        press(KeyEvent.VK_DOWN);
        press(KeyEvent.VK_ENTER);
        marked();
        assertThat(known).contains("plase");
        on.frame.textBox("message").requireText("read the book plase ");
    }

    @Test
    void namesLinksCodeAndQuotationsAreNoWords() {
        String text = "Charles `hte code` https://hte.example HTML @hte hte2 read\n> hte quoted\n```\nhte\n```\nhte ";
        GuiActionRunner.execute(() -> field().setText(text));
        marked("hte");
        assertThat(GuiActionRunner.execute(
                        () -> field().getHighlighter().getHighlights()[0].getStartOffset()))
                .isEqualTo(text.length() - 4);
    }

    private void press(int key) {
        on.robot.pressAndReleaseKeys(key);
        on.robot.waitForIdle();
    }
}
