package org.lamplight.media.device;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** The microphone that all calls share, open while anybody listens to it. For any thread. */
public final class Microphone extends DeviceLoop {
    private final SoundSystem system;
    private final List<DriftQueue> listeners = new CopyOnWriteArrayList<>();
    private volatile String name;

    /** With this device, once it is wanted. */
    public Microphone(SoundSystem system, String name) {
        super("microphone");
        this.system = system;
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
    public synchronized void add(DriftQueue listener) {
        listeners.add(listener);
        open(name);
    }

    /** Nobody takes out of this one any more. */
    public synchronized void remove(DriftQueue listener) {
        listeners.remove(listener);
        if (listeners.isEmpty()) {
            close();
        }
    }

    @Override
    void run(String device, BooleanSupplier goes) throws IOException {
        try (SoundSystem.Capture capture = system.capture(device)) {
            while (goes.getAsBoolean()) {
                short[] frame = capture.read();
                listeners.forEach(listener -> listener.put(frame));
            }
        }
    }
}
