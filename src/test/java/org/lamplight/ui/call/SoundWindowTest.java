package org.lamplight.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.call.AudioDevices.Use;
import org.lamplight.call.Call;
import org.lamplight.call.CallTone;
import org.lamplight.call.Cause;
import org.lamplight.call.Headsets.Headset;
import org.lamplight.call.VoiceWishes;
import org.lamplight.ui.Screen;

/** The choice of devices, on a real screen. */
class SoundWindowTest {
    private final CallsOnScreen on = new CallsOnScreen();
    private FrameFixture frame;

    @BeforeEach
    void open() {
        on.world.choices.echo = "echo";
        on.world.sound.chosen.put(Use.LISTEN, "Jabra Speak 510");
        frame = new FrameFixture(
                on.robot, GuiActionRunner.execute(() -> new SoundWindow(on.world.domain, on.screen.stage, on.mirrors)));
        frame.show();
        Screen.until(
                "the devices are there",
                () -> frame.comboBox("sound.speak").target().getItemCount() == 4);
    }

    @AfterEach
    void close() {
        on.close();
    }

    @Test
    void aChoiceHoldsAtOnceAndWhatIsNotPluggedInStaysChosen() {
        frame.comboBox("sound.listen").requireSelection("Jabra Speak 510 (not plugged in)");
        frame.comboBox("sound.speak").requireSelection("As the system has chosen");
        frame.comboBox("sound.speak").selectItem("Logitech Brio");
        frame.comboBox("sound.ring").selectItem("No device");
        Screen.until("both are kept", () -> on.world.wire.contains("device ring none"));
        assertThat(on.world.wire).containsExactly("device speak Logitech Brio", "device ring none");
        assertThat(on.world.sound.chosen).containsEntry(Use.SPEAK, "Logitech Brio");
    }

    @Test
    void headsetsWithButtonsAreNamedAndWhatStandsInTheirWay() {
        assertThat(buttons()).isEmpty();
        on.world.headsets.plugged.add(new Headset("Jabra Evolve Link", true));
        on.world.headsets.plugged.add(new Headset("Blackwire C5220", false));
        SoundPage page = on.robot.finder().findByType(frame.target(), SoundPage.class);
        GuiActionRunner.execute(page::refresh);
        Screen.until(
                "they are said",
                () -> buttons()
                        .startsWith(
                                "Jabra Evolve Link: they answer, hang up and mute.\nThe system does not let Lamplight"));
        on.screen.shoot("sound-buttons", frame.targetCastedTo(SoundWindow.class).getRootPane());
    }

    private String buttons() {
        return GuiActionRunner.execute(() -> on.robot
                .finder()
                .findByName(frame.target(), "sound.buttons", JTextComponent.class, false)
                .getText());
    }

    @Test
    void ringingCanBeTried() {
        frame.button("sound.test.ring").click();
        assertThat(on.world.sound.playing).containsExactly(CallTone.RINGING);
        Screen.until("it ends by itself", () -> on.world.sound.playing.isEmpty());
    }

    @Test
    void whatIsDoneToTheVoiceIsChosenOneByOne() {
        frame.checkBox("sound.clean.noise").click();
        assertThat(on.world.sound.wishes).isEqualTo(new VoiceWishes(true, false, true));
        frame.checkBox("sound.clean.echo").click();
        assertThat(on.world.sound.wishes).isEqualTo(new VoiceWishes(false, false, true));
    }

    @Test
    void theMicrophoneIsHeardWhileItIsTried() {
        frame.button("sound.test.speak").click();
        on.world.sound.listeners.forEach(one -> one.accept(0.5));
        Screen.until(
                "it is told how loud it is",
                () -> "Loudness of the microphone: 50 %"
                        .equals(frame.button("sound.test.speak")
                                .target()
                                .getAccessibleContext()
                                .getAccessibleDescription()));
        on.screen.shoot(
                "sound-microphone", frame.targetCastedTo(SoundWindow.class).getRootPane());
        frame.button("sound.test.speak").requireText("Stop").click();
        assertThat(on.world.sound.listeners).isEmpty();
        frame.button("sound.test.speak").requireText("Test").click();
        GuiActionRunner.execute(() -> frame.target().setVisible(false));
        Screen.until("nobody listens behind a closed window", on.world.sound.listeners::isEmpty);
    }

    private String says() {
        return GuiActionRunner.execute(() -> on.label(frame.target(), "sound.echo.says"));
    }

    private Call awaitDialled(int count) {
        Screen.until(
                "it calls",
                () -> on.world.line.asked.stream().filter("dial echo"::equals).count() == count);
        return on.world.onCore(() -> {
            List<Call> all = on.world.calls.all();
            return all.get(all.size() - 1);
        });
    }

    @Test
    void theWholeWayIsTriedByACallThatIsHungUpByTheSameButton() {
        frame.button("sound.echo").requireText("Call").click();
        Call call = awaitDialled(1);
        Screen.until("it is said", () -> says().equals("Calling…"));
        on.world.onCore(() -> on.world.calls.connected(call.id()));
        Screen.until("one may speak", () -> says().equals("Speak: you hear yourself."));
        on.screen.shoot("sound-echo", frame.targetCastedTo(SoundWindow.class).getRootPane());
        frame.button("sound.echo").requireText("Hang up").click();
        Screen.until("hung up", () -> on.call(call.id()).isOver());
        Screen.until(
                "again", () -> frame.button("sound.echo").text().equals("Call") && says().startsWith("A line repeats"));
    }

    @Test
    void theTestCallGoesWithItsWindowAndSaysWhatWentWrong() {
        frame.button("sound.echo").click();
        Call first = awaitDialled(1);
        on.world.onCore(() -> on.world.calls.ended(first.id(), new Cause(404, "There is nobody at this number.")));
        Screen.until("it is said", () -> says().equals("There is nobody at this number."));
        frame.button("sound.echo").requireText("Call").click();
        Call second = awaitDialled(2);
        GuiActionRunner.execute(() -> frame.target().setVisible(false));
        Screen.until("hung up", () -> on.call(second.id()).isOver());
    }

    @Test
    void whoSpeaksIsNotPutOnHoldForATest() {
        on.connected(CallsOnScreen.CHARLES);
        Screen.until("not now", () -> !frame.button("sound.echo").isEnabled());
    }

    @Test
    void whereNobodyRepeatsThereIsNoButton() {
        on.world.choices.echo = "";
        GuiActionRunner.execute(() -> ((SoundWindow) frame.target()).setVisible(false));
        FrameFixture other = new FrameFixture(
                on.robot, GuiActionRunner.execute(() -> new SoundWindow(on.world.domain, on.screen.stage, on.mirrors)));
        other.show();
        assertThat(GuiActionRunner.execute(() -> on.robot
                        .finder()
                        .findByName(other.target(), "sound.echo", false)
                        .isVisible()))
                .isFalse();
    }

    @Test
    void pictures() {
        on.robot.waitForIdle();
        on.screen.shoot(
                "sound-settings", frame.targetCastedTo(SoundWindow.class).getRootPane());
    }
}
