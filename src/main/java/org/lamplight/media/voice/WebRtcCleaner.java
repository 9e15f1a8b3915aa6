package org.lamplight.media.voice;

import dev.onvoid.webrtc.media.audio.AudioProcessing;
import dev.onvoid.webrtc.media.audio.AudioProcessingConfig;
import dev.onvoid.webrtc.media.audio.AudioProcessingConfig.NoiseSuppression;
import dev.onvoid.webrtc.media.audio.AudioProcessingStreamConfig;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.lamplight.call.VoiceWishes;

/**
 * With the audio processing of WebRTC: AEC3, noise suppression and automatic gain. Its two streams may run at once, but not
 * while it is disposed of: native memory that is gone ends the program.
 */
final class WebRtcCleaner implements VoiceCleaner {
    private static final int RATE = 48_000;
    private static final int FRAME = RATE / 100;

    private final AudioProcessing processing = new AudioProcessing();
    private final AudioProcessingStreamConfig shape = new AudioProcessingStreamConfig(RATE, 1);
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private boolean gone;

    WebRtcCleaner(VoiceWishes wishes) {
        wish(wishes);
    }

    @Override
    public void wish(VoiceWishes wishes) {
        AudioProcessingConfig config = new AudioProcessingConfig();
        config.echoCanceller.enabled = wishes.echo();
        config.highPassFilter.enabled = wishes.isAny();
        config.noiseSuppression.enabled = wishes.noise();
        config.noiseSuppression.level = NoiseSuppression.Level.MODERATE;
        config.gainControl.enabled = wishes.level();
        config.gainControl.adaptiveDigital.enabled = wishes.level();
        alive(() -> processing.applyConfig(config));
    }

    @Override
    public void played(short[] frame) {
        if (frame.length == FRAME) {
            byte[] octets = octets(frame);
            alive(() -> processing.processReverseStream(octets, shape, shape, new byte[octets.length]));
        }
    }

    @Override
    public short[] cleaned(short[] frame) {
        if (frame.length != FRAME) {
            return frame;
        }
        byte[] octets = octets(frame);
        byte[] clean = octets.clone();
        alive(() -> processing.processStream(octets, shape, shape, clean));
        return samples(clean);
    }

    private void alive(Runnable deed) {
        life.readLock().lock();
        try {
            if (!gone) {
                deed.run();
            }
        } finally {
            life.readLock().unlock();
        }
    }

    private static byte[] octets(short[] frame) {
        byte[] octets = new byte[frame.length * 2];
        for (int i = 0; i < frame.length; i++) {
            octets[2 * i] = (byte) frame[i];
            octets[2 * i + 1] = (byte) (frame[i] >> 8);
        }
        return octets;
    }

    private static short[] samples(byte[] octets) {
        short[] frame = new short[octets.length / 2];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) ((octets[2 * i] & 0xFF) | (octets[2 * i + 1] << 8));
        }
        return frame;
    }

    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (!gone) {
                gone = true;
                processing.dispose();
            }
        } finally {
            life.writeLock().unlock();
        }
    }
}
