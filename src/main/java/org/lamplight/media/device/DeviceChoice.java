package org.lamplight.media.device;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.lamplight.call.AudioDevices;

/**
 * What stands for a device: the name of one, nothing, or a file.
 *
 * @param name as {@link AudioDevices} explains it
 */
public record DeviceChoice(String name) {

    /** Whether it is a real device. */
    public boolean isDevice() {
        return !name.equals(AudioDevices.NONE) && !name.startsWith(AudioDevices.FILE);
    }

    /** The WAV file to speak from; empty if it is no file, or one that cannot be. */
    public Optional<Path> speakFile() {
        return file("");
    }

    /** The WAV file to listen into in this call. */
    public Optional<Path> listenFile(String callId) {
        return file("-" + callId.replaceAll("[^A-Za-z0-9-]", "-") + ".wav");
    }

    private Optional<Path> file(String end) {
        if (!name.startsWith(AudioDevices.FILE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(name.substring(AudioDevices.FILE.length()) + end));
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }
}
