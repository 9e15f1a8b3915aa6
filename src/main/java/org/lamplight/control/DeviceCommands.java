package org.lamplight.control;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Optional;
import org.lamplight.call.AudioDevices;
import org.lamplight.call.MediaEngine;
import org.lamplight.core.Texts;
import org.lamplight.profile.Settings;

/** {@code call devices}: what one speaks into, hears from and is rung by. */
final class DeviceCommands {
    private static final Texts TEXTS = Texts.of(DeviceCommands.class);
    static final String USAGE = "call devices | call devices set speak|listen|ring NAME|none|file:PATH";

    private final Optional<MediaEngine> media;
    private final Settings settings;

    DeviceCommands(Optional<MediaEngine> media, Settings settings) {
        this.media = media;
        this.settings = settings;
    }

    /** Carries out what comes behind {@code call devices}. */
    void run(Arguments words, Output out) throws Refusal, IOException {
        AudioDevices devices =
                media.orElseThrow(() -> new Refusal(TEXTS.get("sound.none"))).devices();
        Optional<String> deed = words.maybeNext();
        if (deed.isEmpty()) {
            list(devices, out);
            return;
        }
        if (!deed.get().equals("set")) {
            throw Refusal.usage(USAGE);
        }
        AudioDevices.Use use = AudioDevices.Use.of(words.next()).orElseThrow(() -> Refusal.usage(USAGE));
        String name = words.next();
        words.end();
        choose(use, name);
    }

    private static void list(AudioDevices devices, Output out) throws IOException {
        for (AudioDevices.Use use : AudioDevices.Use.values()) {
            JsonObject json = new JsonObject();
            json.addProperty("use", use.word());
            json.addProperty("chosen", devices.chosen(use));
            json.add("names", Json.texts(devices.names(use)));
            out.line(json);
        }
    }

    private void choose(AudioDevices.Use use, String name) throws Refusal {
        try {
            settings.set(use.setting(), name);
        } catch (Settings.Refused refused) {
            throw new Refusal(String.valueOf(refused.getMessage()));
        }
    }
}
