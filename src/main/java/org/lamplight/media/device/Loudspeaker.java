package org.lamplight.media.device;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.lamplight.media.voice.VoiceCleaner;

/** A loudspeaker that is open while something is played. For any thread. */
public final class Loudspeaker extends DeviceLoop {
    private final SoundSystem system;
    private final VoiceCleaner cleaner;
    private final DriftQueue queue = new DriftQueue();
    private volatile String name;

    /** With this device, once something is played; {@code cleaner} hears what that is. */
    public Loudspeaker(SoundSystem system, VoiceCleaner cleaner, String name) {
        super("loudspeaker");
        this.system = system;
        this.cleaner = cleaner;
        this.name = name;
    }

    /** Takes another device. */
    public synchronized void use(String device) {
        name = device;
        if (isOpen()) {
            open(device);
        }
    }

    /** Plays 10 ms at 48 kHz after what was given before; never waits. */
    public void play(short[] frame) {
        queue.put(frame);
        if (!isOpen()) {
            open(name);
        }
    }

    /** Nothing more is to be heard. */
    public void rest() {
        if (isOpen()) {
            close();
            queue.clear();
        }
    }

    @Override
    void run(String device, BooleanSupplier goes) throws IOException {
        try (SoundSystem.Playback playback = system.playback(device)) {
            while (goes.getAsBoolean()) {
                short[] frame = queue.take(SoundSystem.FRAME);
                cleaner.played(frame);
                playback.write(frame);
            }
        }
    }
}
