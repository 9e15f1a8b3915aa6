package org.lamplight.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.call.AudioDevices.Use;
import org.lamplight.call.CallTone;
import org.lamplight.call.VoiceWishes;
import org.lamplight.ui.Screen;

/** The choice of devices, on a real screen. */
class SoundWindowTest {
    private final CallsOnScreen on = new CallsOnScreen();
    private FrameFixture frame;

    @BeforeEach
    void open() {
        on.world.sound.chosen.put(Use.LISTEN, "Jabra Speak 510");
        frame = new FrameFixture(
                on.robot, GuiActionRunner.execute(() -> new SoundWindow(on.world.domain, on.screen.stage)));
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

    @Test
    void pictures() {
        on.robot.waitForIdle();
        on.screen.shoot(
                "sound-settings", frame.targetCastedTo(SoundWindow.class).getRootPane());
    }
}
