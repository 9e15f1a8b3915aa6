package org.lamplight.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.util.Optional;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.call.AutoAnswer.Rule;
import org.lamplight.call.CallAction;
import org.lamplight.call.GlobalKeys.Reach;
import org.lamplight.call.Shortcut;
import org.lamplight.ui.Screen;

/** Keys and who is answered by themselves, chosen on a real screen. */
class CallSettingsWindowTest {
    private static final Shortcut USUAL = shortcut("ctrl alt shift A");

    private final CallsOnScreen on = new CallsOnScreen();
    private FrameFixture frame;

    @BeforeEach
    void choose() {
        on.world.choices.key(CallAction.ANSWER, Optional.of(USUAL));
        on.world.choices.key(CallAction.MUTE, Optional.of(shortcut("ctrl alt shift M")));
    }

    private void open() {
        frame = new FrameFixture(
                on.robot, GuiActionRunner.execute(() -> new CallSettingsWindow(on.world.domain, on.screen.stage)));
        frame.show(new Dimension(480, 510));
        Screen.until("it has the keys", () -> frame.target().isFocused());
    }

    @AfterEach
    void close() {
        on.close();
    }

    private static Shortcut shortcut(String text) {
        return Shortcut.parse(text).orElseThrow();
    }

    /** Empty: nothing is said. */
    private String problem(CallAction action) {
        return GuiActionRunner.execute(() -> on.robot
                .finder()
                .findByName(frame.target(), "keys." + action.word() + ".problem", JTextComponent.class, false)
                .getText());
    }

    /** By the keyboard alone. */
    private void press(CallAction action) {
        frame.button("keys." + action.word()).focus().pressAndReleaseKeys(KeyEvent.VK_SPACE);
        frame.button("keys." + action.word()).requireText("Press the keys…");
    }

    private void type(int key) {
        on.robot.pressKey(KeyEvent.VK_CONTROL);
        on.robot.pressKey(KeyEvent.VK_ALT);
        on.robot.pressAndReleaseKeys(key);
        on.robot.releaseKey(KeyEvent.VK_ALT);
        on.robot.releaseKey(KeyEvent.VK_CONTROL);
        on.robot.waitForIdle();
    }

    @Test
    void aKeyIsChosenByPressingIt() {
        open();
        frame.button("keys.answer").requireText("Ctrl+Alt+Shift+A");
        frame.button("keys.hang-up").requireText("No key");
        press(CallAction.HANG_UP);
        type(KeyEvent.VK_END);
        frame.button("keys.hang-up").requireText("Ctrl+Alt+End");
        assertThat(on.world.choices.keys()).containsEntry(CallAction.HANG_UP, shortcut("ctrl alt END"));
        assertThat(frame.button("keys.hang-up").target().getAccessibleContext().getAccessibleName())
                .isEqualTo("Hang up: Ctrl+Alt+End");
        press(CallAction.ANSWER);
        on.robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        frame.button("keys.answer").requireText("Ctrl+Alt+Shift+A");
        assertThat(frame.target().isShowing()).isTrue();
        press(CallAction.ANSWER);
        on.robot.pressAndReleaseKeys(KeyEvent.VK_BACK_SPACE);
        frame.button("keys.answer").requireText("No key");
        frame.button("keys.hang-up.none").click();
        assertThat(on.world.choices.keys()).containsOnlyKeys(CallAction.MUTE);
    }

    @Test
    void whatIsOfNoUseIsSaid() {
        on.world.keys.taken.add(USUAL);
        open();
        Screen.until("it is said", () -> problem(CallAction.ANSWER).startsWith("Another program has this key"));
        press(CallAction.DECLINE);
        on.robot.pressAndReleaseKeys(KeyEvent.VK_X);
        assertThat(problem(CallAction.DECLINE)).startsWith("One writes with this key.");
        type(KeyEvent.VK_X);
        Screen.until("it is of use", () -> problem(CallAction.DECLINE).isEmpty());
        press(CallAction.ANSWER);
        type(KeyEvent.VK_X);
        assertThat(problem(CallAction.ANSWER)).isEqualTo("\"Decline\" has this key already. Choose another one.");
        frame.button("keys.answer").requireText("Ctrl+Alt+Shift+A");
        press(CallAction.HANG_UP);
        type(KeyEvent.VK_X);
        assertThat(on.world.choices.keys())
                .containsEntry(CallAction.HANG_UP, shortcut("ctrl alt X"))
                .containsEntry(CallAction.DECLINE, shortcut("ctrl alt X"));
    }

    @Test
    void whoIsAnsweredIsWrittenDown() {
        open();
        frame.radioButton("answers.off").requireSelected();
        frame.textBox("answers.from").requireDisabled();
        frame.radioButton("answers.listed").click();
        frame.textBox("answers.problem").requireText("Write an address, or nobody's call is answered.");
        frame.textBox("answers.from").enterText("door@Example.org, 6001");
        Screen.until("it is said", () -> frame.textBox("answers.problem").text().startsWith("\"6001\" is no address."));
        frame.textBox("answers.from").deleteText().enterText("door@Example.org, example.net");
        frame.textBox("answers.from").pressAndReleaseKeys(KeyEvent.VK_TAB);
        awaitRule(Rule.of("listed", "example.net door@example.org"));
        frame.textBox("answers.from").setText("localhost").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        awaitRule(Rule.of("listed", "localhost"));
        frame.radioButton("answers.all").click();
        awaitRule(Rule.of("all", "localhost"));
    }

    private void awaitRule(Rule rule) {
        Screen.until(rule.toString(), () -> on.world.choices.autoAnswer().equals(rule));
    }

    @Test
    void whereNoKeyIsHeardNoneIsAskedFor() {
        on.world.keys.reach = Reach.NOWHERE;
        open();
        assertThat(on.robot.finder().findAll(frame.target(), part -> "keys.answer".equals(part.getName())))
                .isEmpty();
    }

    @Test
    void pictures() {
        on.world.choices.key(CallAction.DECLINE, Optional.of(shortcut("ctrl alt shift D")));
        on.world.choices.autoAnswer(Rule.of("listed", "door@example.org"));
        open();
        on.screen.shoot("calls", frame.targetCastedTo(CallSettingsWindow.class).getRootPane());
    }

    @Test
    void picturesOfWhatIsOfNoUse() {
        on.world.keys.reach = Reach.X_PROGRAMS;
        on.world.keys.taken.add(USUAL);
        on.world.choices.autoAnswer(Rule.of("listed", "6001"));
        open();
        Screen.until("it is said", () -> !problem(CallAction.ANSWER).isEmpty());
        on.screen.shoot(
                "calls-problems", frame.targetCastedTo(CallSettingsWindow.class).getRootPane());
    }
}
