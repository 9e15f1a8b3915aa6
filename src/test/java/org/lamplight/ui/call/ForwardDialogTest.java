package org.lamplight.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.swing.JDialog;
import javax.swing.JFrame;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    @Test
    void allGoToSomebodyWhoWasFoundByAFewLettersUntilOneStopsIt() {
        DialogFixture dialog = ask();
        dialog.radioButton("forward.off").requireSelected();
        dialog.textBox("forward.to").requireDisabled();
        dialog.radioButton("forward.all").click();
        dialog.textBox("forward.to").enterText("hed");
        dialog.button("forward.ok").click();
        closes(dialog);
        assertThat(on.world.choices.forwarding())
                .isEqualTo(Map.of(LINE, new Forwarding(When.ALL, "sip:hedy@engine.example")));
        Screen.until("it is said", () -> said().equals("Calls do not ring here: they go to Hedy Lamarr."));
        press("forward.stop");
        Screen.until("it is over", () -> on.world.choices.forwarding().isEmpty());
        Screen.until("nothing is said", () -> !strips.isVisible());
    }

    @Test
    void whatCannotBeCalledIsSaidInOneSentence() {
        DialogFixture dialog = ask();
        dialog.radioButton("forward.all").click();
        dialog.button("forward.ok").click();
        awaitWrong(dialog, "Give a name or a number.");
        dialog.textBox("forward.to").enterText("Frau Meier");
        dialog.button("forward.ok").click();
        awaitWrong(dialog, "\"Frau Meier\" cannot be called. Say a number, a name or an address.");
        dialog.textBox("forward.to").deleteText().enterText("2104");
        dialog.button("forward.ok").click();
        awaitWrong(dialog, "This is the line itself. Say another number, name or address.");
        assertThat(on.world.choices.forwarding()).isEmpty();
        dialog.button("forward.cancel").click();
        closes(dialog);
    }

    private void awaitWrong(DialogFixture dialog, String sentence) {
        Screen.until(
                sentence, () -> sentence.equals(dialog.textBox("forward.wrong").text()));
    }

    @Test
    void whatNobodyAnswersGoesOnAfterAWhile() {
        DialogFixture dialog = ask();
        dialog.comboBox("forward.after").requireDisabled();
        dialog.radioButton("forward.no-answer").click();
        dialog.comboBox("forward.after").requireSelection("20 seconds").selectItem("30 seconds");
        dialog.textBox("forward.to").enterText("6009");
        dialog.button("forward.ok").click();
        closes(dialog);
        assertThat(on.world.choices.patience()).isEqualTo(Duration.ofSeconds(30));
        assertThat(on.world.choices.forwarding()).isEqualTo(Map.of(LINE, new Forwarding(When.NO_ANSWER, "6009")));
        assertThat(strips.isVisible()).isFalse();
    }

    @Test
    void whatIsKeptIsShownAndChangedFromTheStrip() {
        on.world.choices.forward(LINE, Optional.of(new Forwarding(When.ALL, "sip:hedy@engine.example")));
        Screen.until("it is said", () -> said().endsWith("Hedy Lamarr."));
        press("forward.change");
        DialogFixture dialog =
                WindowFinder.findDialog("forward").withTimeout(5000).using(on.robot);
        dialog.radioButton("forward.all").requireSelected();
        dialog.textBox("forward.to").requireText("hedy@engine.example");
        dialog.radioButton("forward.busy").click();
        dialog.button("forward.ok").click();
        closes(dialog);
        assertThat(on.world.choices.forwarding())
                .isEqualTo(Map.of(LINE, new Forwarding(When.BUSY, "hedy@engine.example")));
    }

    @Test
    void eachLineHasItsOwn() {
        PlayedLine desk = new PlayedLine(on.world.calls, LineKind.DESK_PHONE, "desk", "sip:2105@engine.example");
        on.world.onCore(() -> {
            on.world.lines.add(desk);
            on.world.lines.report(desk.id(), LineState.REGISTERED, null);
        });
        Screen.until("two lines", () -> on.mirrors.calls().lines().size() == 2);
        on.world.choices.forward(desk.id(), Optional.of(new Forwarding(When.ALL, "6009")));
        Screen.until("it is said", () -> said().equals("Calls for Desk phone 2105 do not ring here: they go to 6009."));
        DialogFixture dialog = ask();
        dialog.comboBox("forward.line").requireSelection("Softphone 2104");
        dialog.radioButton("forward.off").requireSelected();
        dialog.comboBox("forward.line").selectItem("Desk phone 2105");
        dialog.radioButton("forward.all").requireSelected();
        dialog.textBox("forward.to").requireText("6009");
        dialog.button("forward.cancel").click();
        closes(dialog);
    }

    @Test
    void pictures() {
        on.world.choices.forward(LINE, Optional.of(new Forwarding(When.ALL, "hedy@engine.example")));
        Screen.until("it is said", () -> said().endsWith("Hedy Lamarr."));
        on.screen.shoot("forward-strip", ((JFrame) frame.target()).getRootPane());
        DialogFixture dialog = ask();
        on.robot.waitForIdle();
        on.screen.shoot("forward", ((JDialog) dialog.target()).getRootPane());
        dialog.button("forward.cancel").click();
        closes(dialog);
    }
}
