package org.lamplight.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamplight.call.AudioDevices;
import org.lamplight.call.AudioDevices.Use;
import org.lamplight.call.CallTone;
import org.lamplight.call.MediaEngine;

@Tag("real-time")
class DevicesTest {
    @TempDir
    Path folder;

    private final Stage stage = new Stage();
    private final SoundEngine engine = new SoundEngine(stage);

    @AfterEach
    void end() {
        stage.answers.countDown();
        engine.close();
    }

    @Test
    void theDefaultComesFirstAndFilesAreNotListed() {
        stage.plugged.addAll(List.of("Headset", "Desk"));
        assertThat(engine.devices().names(Use.LISTEN)).containsExactly("default", "Headset", "Desk");
        assertThat(engine.devices().chosen(Use.LISTEN)).isEqualTo(AudioDevices.DEFAULT);
        engine.devices().choose(Use.LISTEN, "file:/somewhere");
        assertThat(engine.devices().chosen(Use.LISTEN)).isEqualTo("file:/somewhere");
    }

    @Test
    void aDeviceThatVanishesIsReplacedUntilItReturns() throws Exception {
        stage.plugged.add("Headset");
        engine.devices().choose(Use.LISTEN, "Headset");
        SelfCall.between(engine, engine, "pcma");
        Phones.until(() -> stage.sounds("Headset"));
        stage.plugged.clear();
        Phones.until(() -> stage.sounds("default"));
        assertThat(engine.devices().chosen(Use.LISTEN)).isEqualTo("Headset");
        stage.plugged.add("Headset");
        Phones.until(() -> stage.sounds("Headset") && !stage.sounds("default"));
        engine.devices().choose(Use.LISTEN, AudioDevices.NONE);
        Phones.until(() -> !stage.sounds("Headset"));
    }

    @ParameterizedTest
    @EnumSource
    void tonesSoundUntilTheyEnd(CallTone tone) {
        stage.plugged.addAll(List.of("Headset", "Box"));
        engine.devices().choose(Use.LISTEN, "Headset");
        engine.devices().choose(Use.RING, "Box");
        String device = tone == CallTone.RINGING ? "Box" : "Headset";
        MediaEngine.Playing playing = engine.play(tone);
        Phones.until(() -> stage.sounds(device));
        playing.close();
        playing.close();
        Phones.until(() -> !stage.sounds(device));
    }

    @Test
    void aSoundSystemThatHangsHoldsUpNobody() throws Exception {
        stage.answers = new CountDownLatch(1);
        assertThat(engine.devices().names(Use.SPEAK)).isEmpty();
        engine.devices().choose(Use.LISTEN, "file:" + folder.resolve("heard"));
        SelfCall.between(engine, engine, "pcma");
        Path heard = folder.resolve("heard-itself.wav");
        Phones.until(() -> Phones.isBegun(heard));
        try (MediaEngine.Playing ringing = engine.play(CallTone.RINGING)) {
            assertThat(ringing).isNotNull();
        }
    }
}
