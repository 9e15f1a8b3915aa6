package org.lamplight.ui.kit;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lamplight.call.AudioDevices;
import org.lamplight.call.CallLog;
import org.lamplight.call.Calls;
import org.lamplight.call.GlobalKeys;
import org.lamplight.call.Headsets;
import org.lamplight.call.Lines;
import org.lamplight.call.MediaEngine;
import org.lamplight.call.Recordings;
import org.lamplight.call.VoiceWishes;

/**
 * What windows ask and tell about calls. Calls and lines belong on core.
 *
 * @param sound empty where the program has none
 * @param silence has the call of this id ring no more here; core
 * @param useLine calls go out on the line of this id from now on; from any thread, returns at once
 * @param useDevice sound goes by this device from now on; from any thread, returns at once
 * @param voice what is done to the voice; from any thread
 * @param wishVoice the second is done from now on, where it differs from the first; from any thread, returns at once
 * @param recordings where recorded calls lie
 * @param choices what one chose about calls once and for all
 * @param keys that are heard while other programs have the focus
 * @param headsets with buttons
 */
public record Phone(
        Calls calls,
        Lines lines,
        CallLog log,
        Optional<MediaEngine> sound,
        Consumer<String> silence,
        Consumer<String> useLine,
        BiConsumer<AudioDevices.Use, String> useDevice,
        Supplier<VoiceWishes> voice,
        BiConsumer<VoiceWishes, VoiceWishes> wishVoice,
        Recordings recordings,
        CallChoices choices,
        GlobalKeys keys,
        Headsets headsets) {}
