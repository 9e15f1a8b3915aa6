package org.lamplight.media.device;

/** Gets what a microphone hears, on its thread, which is not to be kept waiting. */
@FunctionalInterface
public interface MicrophoneListener {
    /** 10 ms at 48 kHz, not to be changed. */
    void put(short[] frame);
}
