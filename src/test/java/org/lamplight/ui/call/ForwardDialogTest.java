package org.lamplight.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.time.Duration;
import javax.swing.JDialog;
import javax.swing.JFrame;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.call.ForwardRules;
import org.lamplight.call.Forwarding;
import org.lamplight.call.Forwarding.When;
import org.lamplight.call.LineKind;
import org.lamplight.call.LineState;
import org.lamplight.lab.PlayedLine;
import org.lamplight.ui.Screen;
import org.lamplight.ui.kit.Edt;

/** Where calls go instead, asked and said on a real screen. */
class ForwardDialogTest {
    private static final String LINE = "softphone:work";

    private final CallsOnScreen on = new CallsOnScreen();
    private FrameFixture frame;
    private ForwardStrips strips;

    @BeforeEach
    void open() {
        frame = new FrameFixture(on.robot, GuiActionRunner.execute(() -> {
            JFrame made = new JFrame("foot");
            strips = new ForwardStrips(on.world.domain, on.screen.stage, on.mirrors);
            made.add(strips, BorderLayout.NORTH);
            return made;
        }));
        frame.show(new Dimension(340, 240));
    }

    @AfterEach
    void close() {
        on.close();
    }

    private DialogFixture ask() {
        ForwardDialog dialog =
                GuiActionRunner.execute(() -> new ForwardDialog(on.world.domain, on.screen.stage, on.mirrors));
        Edt.later(() -> dialog.ask(frame.target()));
        return WindowFinder.findDialog("forward").withTimeout(5000).using(on.robot);
    }

    /** By the keyboard: the strip still moves as its words find their width. */
    private void press(String name) {
        frame.button(name).focus().pressAndReleaseKeys(KeyEvent.VK_SPACE);
    }

    private void closes(DialogFixture dialog) {
        JDialog shown = (JDialog) dialog.target();
        Screen.until("closed", () -> !shown.isShowing());
    }

    private String said() {
        return GuiActionRunner.execute(() -> on.robot
                .finder()
                .find(part -> "strip".equals(part.getName()) && part.isShowing())
                .getAccessibleContext()
                .getAccessibleName());
    }

    private static ForwardRules kept(When when, String target) {
        return ForwardRules.NONE.and(LINE, new Forwarding(when, target));
    }

    private void keeps(String line, When when, String target) {
        on.world.choices.forward(before -> before.and(line, new Forwarding(when, target)));
    }

    @Test
    void allGoToSomebodyWhoWasFoundByAFewLettersUntilOneStopsIt() {
        keeps(LINE, When.BUSY, "6009");
        DialogFixture dialog = ask();
        dialog.checkBox("forward.all").requireNotSelected().click();
        dialog.checkBox("forward.busy").requireSelected().requireDisabled();
        dialog.textBox("forward.all.to").requireFocused().enterText("hed");
        dialog.button("forward.ok").click();
        closes(dialog);
        assertThat(on.world.choices.forwarding())
                .isEqualTo(kept(When.BUSY, "6009").and(LINE, new Forwarding(When.ALL, "sip:hedy@engine.example")));
        Screen.until("it is said", () -> said().equals("Calls do not ring here: they go to Hedy Lamarr."));
        press("forward.stop");
        Screen.until("it is over", () -> on.world.choices.forwarding().equals(kept(When.BUSY, "6009")));
        Screen.until("nothing is said", () -> !strips.isVisible());
    }

    @Test
    void whatCannotBeCalledIsSaidInOneSentence() {
        DialogFixture dialog = ask();
        dialog.checkBox("forward.all").click();
        dialog.button("forward.ok").click();
        awaitWrong(dialog, "Give a name or a number.");
        dialog.textBox("forward.all.to").enterText("Frau Meier");
        dialog.button("forward.ok").click();
        awaitWrong(dialog, "\"Frau Meier\" cannot be called. Say a number, a name or an address.");
        dialog.textBox("forward.all.to").deleteText().enterText("2104");
        dialog.button("forward.ok").click();
        awaitWrong(dialog, "This is the line itself. Say another number, name or address.");
        assertThat(on.world.choices.forwarding()).isEqualTo(ForwardRules.NONE);
        dialog.button("forward.cancel").click();
        closes(dialog);
    }

    @Test
    void whatCannotBeKeptIsSaidAndNotLost() {
        on.world.choices.unwritable("The settings can't be written: the disk is full.");
        DialogFixture dialog = ask();
        dialog.checkBox("forward.all").click();
        dialog.textBox("forward.all.to").enterText("6009");
        dialog.button("forward.ok").click();
        awaitWrong(dialog, "The settings can't be written: the disk is full.");
        dialog.textBox("forward.all.to").requireText("6009");
        dialog.button("forward.cancel").click();
        closes(dialog);
    }

    private void awaitWrong(DialogFixture dialog, String sentence) {
        Screen.until(
                sentence, () -> sentence.equals(dialog.textBox("forward.wrong").text()));
    }

    @Test
    void whatNobodyAnswersGoesOnAfterAWhileAndWhatIsBusyElsewhere() {
        DialogFixture dialog = ask();
        dialog.comboBox("forward.after").requireDisabled();
        dialog.checkBox("forward.no-answer").click();
        dialog.comboBox("forward.after").requireSelection("20 seconds").selectItem("30 seconds");
        dialog.textBox("forward.no-answer.to").enterText("6009");
        dialog.checkBox("forward.busy").click();
        dialog.textBox("forward.busy.to").enterText("hedy");
        dialog.button("forward.ok").click();
        closes(dialog);
        assertThat(on.world.choices.patience()).isEqualTo(Duration.ofSeconds(30));
        assertThat(on.world.choices.forwarding().text())
                .isEqualTo(LINE + " busy sip:hedy@engine.example|" + LINE + " no-answer 6009");
        assertThat(strips.isVisible()).isFalse();
    }

    @Test
    void whatIsKeptIsShownAndChangedFromTheStrip() {
        keeps(LINE, When.ALL, "sip:hedy@engine.example");
        Screen.until("it is said", () -> said().endsWith("Hedy Lamarr."));
        press("forward.change");
        DialogFixture dialog =
                WindowFinder.findDialog("forward").withTimeout(5000).using(on.robot);
        dialog.textBox("forward.all.to").requireText("hedy@engine.example");
        dialog.checkBox("forward.all").requireSelected().click();
        dialog.checkBox("forward.busy").click();
        dialog.textBox("forward.busy.to").enterText("6009");
        dialog.button("forward.ok").click();
        closes(dialog);
        assertThat(on.world.choices.forwarding()).isEqualTo(kept(When.BUSY, "6009"));
    }

    @Test
    void whatIsKeptStaysUnlessOneWritesSomethingElse() {
        keeps(LINE, When.BUSY, "gra");
        DialogFixture dialog = ask();
        dialog.checkBox("forward.no-answer").click();
        dialog.textBox("forward.no-answer.to").enterText("6009");
        dialog.button("forward.ok").click();
        closes(dialog);
        assertThat(on.world.choices.forwarding().text()).isEqualTo(LINE + " busy gra|" + LINE + " no-answer 6009");
    }

    @Test
    void eachLineHasItsOwn() {
        PlayedLine desk = new PlayedLine(on.world.calls, LineKind.DESK_PHONE, "desk", "sip:2105@engine.example");
        on.world.onCore(() -> {
            on.world.lines.add(desk);
            on.world.lines.report(desk.id(), LineState.REGISTERED, null);
        });
        Screen.until("two lines", () -> on.mirrors.calls().lines().size() == 2);
        keeps(desk.id(), When.ALL, "6009");
        Screen.until("it is said", () -> said().equals("Calls for Desk phone 2105 do not ring here: they go to 6009."));
        DialogFixture dialog = ask();
        dialog.comboBox("forward.line").requireSelection("Softphone 2104");
        dialog.checkBox("forward.all").requireNotSelected();
        dialog.comboBox("forward.line").selectItem("Desk phone 2105");
        dialog.checkBox("forward.all").requireSelected();
        dialog.textBox("forward.all.to").requireText("6009");
        dialog.button("forward.cancel").click();
        closes(dialog);
    }

    @Test
    void pictures() {
        keeps(LINE, When.ALL, "hedy@engine.example");
        Screen.until("it is said", () -> said().endsWith("Hedy Lamarr."));
        on.screen.shoot("forward-strip", ((JFrame) frame.target()).getRootPane());
        keeps(LINE, When.BUSY, "sip:hedy@engine.example");
        DialogFixture dialog = ask();
        dialog.checkBox("forward.no-answer").click();
        dialog.textBox("forward.no-answer.to").enterText("g");
        on.robot.waitForIdle();
        on.screen.shoot("forward", ((JDialog) dialog.target()).getRootPane());
        dialog.button("forward.cancel").click();
        closes(dialog);
    }
}
