package org.lamplight.media.engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lamplight.core.Threads;
import org.lamplight.media.codec.AudioCodec;
import org.lamplight.media.rate.Resampler;
import org.lamplight.media.rtp.RtpPacket;
import org.lamplight.media.srtp.SrtpReceiver;
import org.lamplight.media.srtp.SrtpSender;
import org.lamplight.media.srtp.SrtpSuite;

/**
 * Does what a call does, once, some seconds after it is asked to and for nobody, so that the first call does not stutter while
 * its code is compiled. Ends early when the engine does.
 */
final class WarmUp implements AutoCloseable {
    private static final int AFTER_SECONDS = 4;
    private static final int FRAMES = 25;
    private static final int RATE = 48_000;

    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Runnable before;

    /** {@code before} is done first. */
    WarmUp(Runnable before) {
        this.before = before;
    }

    /** The first time; later nothing happens. */
    void begin() {
        if (!begun.getAndSet(true)) {
            Threads.daemon("sound-warm-up", this::run);
        }
    }

    /** The priority is a wish only: where it is not granted nothing is lost. */
    @SuppressWarnings("ThreadPriorityCheck")
    private void run() {
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        try {
            if (ended.await(AFTER_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
            before.run();
            Codecs.all().forEach(this::talk);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void talk(AudioCodec codec) {
        AudioCodec.Encoder encoder = codec.encoder();
        AudioCodec.Decoder decoder = codec.decoder();
        Resampler down = new Resampler(RATE, codec.sampleRate());
        Resampler up = new Resampler(codec.sampleRate(), RATE);
        SrtpSender sender = new SrtpSender(SrtpSuite.AES_CM_128_HMAC_SHA1_80, new byte[SrtpSuite.KEY_AND_SALT]);
        SrtpReceiver receiver =
                new SrtpReceiver(SrtpSuite.AES_CM_128_HMAC_SHA1_80, new byte[SrtpSuite.KEY_AND_SALT], 0);
        for (int i = 0; i < FRAMES && ended.getCount() > 0; i++) {
            byte[] payload = encoder.encode(down.process(hum(i)));
            byte[] data = sender.rtp(new RtpPacket(false, 96, i, i * 960, 1, payload).write());
            receiver.rtp(data, data.length)
                    .flatMap(read -> RtpPacket.parse(read, read.length))
                    .ifPresent(packet -> up.process(decoder.decode(packet.payload())));
        }
    }

    private static short[] hum(int frame) {
        short[] sound = new short[RATE / 50];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (short) (3_000 * Math.sin((frame * sound.length + i) * 0.02) + (i * 7_919 % 200));
        }
        return sound;
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
