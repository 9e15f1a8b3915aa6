package org.lamplight.call;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which devices sound comes from and goes to, chosen by name and so found again when plugged in again. From any thread. */
public interface AudioDevices {

    /** What a device is for. */
    enum Use {
        SPEAK,
        LISTEN,
        RING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The setting that keeps the choice. */
        public String setting() {
            return "call.device." + word();
        }

        public static Optional<Use> of(String word) {
            for (Use use : values()) {
                if (use.word().equals(word)) {
                    return Optional.of(use);
                }
            }
            return Optional.empty();
        }
    }

    /** The name of whatever the system has chosen. */
    String DEFAULT = "default";

    /** No device at all: silence. */
    String NONE = "none";

    /** Before a path: speak from this WAV file, looped; listen into {@code PATH-CALL.wav}. */
    String FILE = "file:";

    /** Names to choose from, {@link #DEFAULT} first where there is any device. May take a second: not on core or the EDT. */
    List<String> names(Use use);

    /** What was chosen, whether it is there now or not. */
    String chosen(Use use);

    /** Chooses; takes effect in calls that are up, too. */
    void choose(Use use, String name);
}
