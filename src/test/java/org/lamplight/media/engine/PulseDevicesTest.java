package org.lamplight.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.call.AudioDevices.Use;
import org.lamplight.call.MediaEngine;
import org.lamplight.call.VoiceWishes;
import org.lamplight.lab.Await;
import org.lamplight.lab.Part;
import org.lamplight.lab.Pulse;
import org.lamplight.lab.Requires;
import org.lamplight.media.Sound;
import org.lamplight.media.device.PulseSound;
import org.lamplight.media.device.SoundSystem;

/** The devices of a real sound server. */
@Requires(Part.PULSE)
@Tag("real-time")
class PulseDevicesTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Pulse pulse;
    private SoundSystem system;
    private SoundEngine engine;

    @BeforeEach
    void start() throws Exception {
        pulse = new Pulse(folder);
        pulse.plugSpeaker("speaker").plugSpeaker("headset").plugMicrophone("mic");
        system = PulseSound.load(pulse.server()).orElseThrow();
        engine = new SoundEngine(system);
    }

    @AfterEach
    void end() throws Exception {
        engine.close();
        pulse.close();
    }

    @Test
    void itsDevicesAreListedAndItsMonitorsAreNot() {
        assertThat(engine.devices().names(Use.LISTEN)).containsExactly("default", "speaker", "headset", "mic-voice");
        assertThat(engine.devices().names(Use.SPEAK)).containsExactly("default", "mic");
    }

    private void playsTo(String speaker) throws Exception {
        new Await()
                .until("sound goes to " + speaker, LONG, () -> pulse.playedTo().contains(speaker));
    }

    @Test
    void aHeadsetThatIsPulledInACallIsReplacedAndComesBack() throws Exception {
        engine.devices().choose(Use.LISTEN, "headset");
        SelfCall.between(engine, engine, "pcma");
        playsTo("headset");
        pulse.pull("headset");
        new Await()
                .until(
                        "what is there is listed",
                        LONG,
                        () -> !engine.devices().names(Use.LISTEN).contains("headset"));
        playsTo("speaker");
        assertThat(engine.devices().chosen(Use.LISTEN)).isEqualTo("headset");
        pulse.plugSpeaker("headset");
        playsTo("headset");
    }

    @Test
    void whatIsPlayedIntoTheMicrophoneIsHeard() throws Exception {
        engine.clean(VoiceWishes.NONE);
        engine.devices().choose(Use.SPEAK, "mic");
        AtomicReference<Double> loud = new AtomicReference<>(0.0);
        try (MediaEngine.Playing listening = engine.listen(loud::set);
                SoundSystem.Playback voice = system.playback("mic-voice")) {
            short[] tone = Sound.tone(440, 48_000, SoundSystem.FRAME, 8_000);
            new Await().until("it is loud", LONG, () -> {
                voice.write(tone);
                return loud.get() > 0.7;
            });
            assertThat(Optional.of(listening)).isPresent();
        }
    }
}
