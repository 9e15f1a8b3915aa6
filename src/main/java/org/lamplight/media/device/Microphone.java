package org.lamplight.media.device;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.lamplight.media.voice.VoiceCleaner;

/** The microphone that all calls share, open while anybody listens to it. For any thread. */
public final class Microphone extends DeviceLoop {
    private final SoundSystem system;
    private final VoiceCleaner cleaner;
    private final List<MicrophoneListener> listeners = new CopyOnWriteArrayList<>();
    private volatile String name;

    /** With this device, once it is wanted; {@code cleaner} is between it and all who listen. */
    public Microphone(SoundSystem system, VoiceCleaner cleaner, String name) {
        super("microphone");
        this.system = system;
        this.cleaner = cleaner;
        this.name = name;
    }

    /** Takes another device, or the same one anew if its name now stands for another. */
    public synchronized void use(String device) {
        name = device;
        if (isOpen()) {
            open(device);
        }
    }

    /** What it hears from now on goes there too. */
    public synchronized void add(MicrophoneListener listener) {
        listeners.add(listener);
        open(name);
    }

    /** This one hears no more. */
    public synchronized void remove(MicrophoneListener listener) {
        listeners.remove(listener);
        if (listeners.isEmpty()) {
            close();
        }
    }

    @Override
    void run(String device, BooleanSupplier goes) throws IOException {
        try (SoundSystem.Capture capture = system.capture(device)) {
            while (goes.getAsBoolean()) {
                short[] frame = cleaner.cleaned(capture.read());
                listeners.forEach(listener -> listener.put(frame));
            }
        }
    }
}
