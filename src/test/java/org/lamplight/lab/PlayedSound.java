package org.lamplight.lab;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleConsumer;
import org.lamplight.call.AudioDevices;
import org.lamplight.call.CallTone;
import org.lamplight.call.MediaEngine;
import org.lamplight.call.MediaListener;
import org.lamplight.call.MediaSession;
import org.lamplight.call.MediaWishes;
import org.lamplight.call.VoiceWishes;

/** Sound that nobody hears: it remembers which tones play. From any thread. */
public final class PlayedSound implements MediaEngine {
    /** What plays now. */
    public final List<CallTone> playing = new CopyOnWriteArrayList<>();

    /** All that ever played. */
    public final List<CallTone> played = new CopyOnWriteArrayList<>();

    public final Map<AudioDevices.Use, String> chosen = new EnumMap<>(AudioDevices.Use.class);

    public volatile VoiceWishes wishes = VoiceWishes.ALL;

    /** Who wants to know how loud the microphone is. */
    public final List<DoubleConsumer> listeners = new CopyOnWriteArrayList<>();

    @Override
    public MediaSession open(MediaWishes wishes, MediaListener listener) throws IOException {
        throw new IOException("there is nothing to open");
    }

    @Override
    public void prepare() {}

    @Override
    public void clean(VoiceWishes wanted) {
        wishes = wanted;
    }

    @Override
    public Playing listen(DoubleConsumer loudness) {
        listeners.add(loudness);
        return () -> listeners.remove(loudness);
    }

    @Override
    public AudioDevices devices() {
        return new AudioDevices() {
            @Override
            public List<String> names(Use use) {
                return use == Use.SPEAK
                        ? List.of(DEFAULT, "Evolve2 65, microphone", "Logitech Brio")
                        : List.of(DEFAULT, "Evolve2 65, headphones", "Built-in speaker");
            }

            @Override
            public String chosen(Use use) {
                return chosen.getOrDefault(use, DEFAULT);
            }

            @Override
            public void choose(Use use, String name) {
                chosen.put(use, name);
            }
        };
    }

    @Override
    public Playing play(CallTone tone) {
        playing.add(tone);
        played.add(tone);
        return () -> playing.remove(tone);
    }

    @Override
    public void close() {
        playing.clear();
    }
}
