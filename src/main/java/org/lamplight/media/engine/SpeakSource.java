package org.lamplight.media.engine;

import org.jspecify.annotations.Nullable;
import org.lamplight.media.device.DeviceChoice;
import org.lamplight.media.device.DriftQueue;
import org.lamplight.media.device.Microphone;
import org.lamplight.media.device.SpeakFile;

/** What one call speaks from: the microphone that all calls share, a file of its own, or nothing. For any thread. */
final class SpeakSource implements AutoCloseable {
    private final Microphone microphone;
    private final Speaking speaking;
    private @Nullable DeviceChoice chosen;
    private @Nullable DriftQueue queue;
    private @Nullable SpeakFile file;

    SpeakSource(Microphone microphone, Speaking speaking) {
        this.microphone = microphone;
        this.speaking = speaking;
    }

    synchronized void choose(DeviceChoice device) {
        if (device.equals(chosen) || (device.isDevice() && queue != null)) {
            return;
        }
        close();
        chosen = device;
        if (device.isDevice()) {
            DriftQueue mine = new DriftQueue();
            queue = mine;
            speaking.from(mine::take);
            microphone.add(mine);
        } else {
            file = device.speakFile().map(SpeakFile::new).orElse(null);
            speaking.from(file != null ? file::next : short[]::new);
        }
    }

    @Override
    public synchronized void close() {
        speaking.from(short[]::new);
        chosen = null;
        if (queue != null) {
            microphone.remove(queue);
            queue = null;
        }
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
