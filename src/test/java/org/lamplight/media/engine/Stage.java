package org.lamplight.media.engine;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.lamplight.media.Sound;
import org.lamplight.media.device.SoundSystem;

/** Devices without hardware: microphones in which a tone is heard, loudspeakers that remember what they played last. */
final class Stage implements SoundSystem {
    private static final short[] TONE = Sound.tone(440, 48_000, 48_000, 8_000);
    private static final int REMEMBERED = 50;

    final List<String> plugged = new CopyOnWriteArrayList<>();
    /** Opens when the sound system no longer hangs. */
    volatile CountDownLatch answers = new CountDownLatch(0);

    private final Map<String, List<short[]>> played = new ConcurrentHashMap<>();

    @Override
    public List<String> names(Way way) {
        hang();
        return List.copyOf(plugged);
    }

    private void hang() {
        try {
            answers.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isThere(Way way) {
        return true;
    }

    @Override
    public Capture capture(String name) {
        hang();
        return new Capture() {
            private int at;

            @Override
            public short[] read() throws IOException {
                pace(name);
                short[] frame = new short[FRAME];
                for (int i = 0; i < FRAME; i++) {
                    frame[i] = TONE[at++ % TONE.length];
                }
                return frame;
            }

            @Override
            public void close() {}
        };
    }

    private void pace(String name) throws IOException {
        LockSupport.parkNanos(10_000_000);
        if (!name.equals("default") && !plugged.contains(name)) {
            throw new IOException("pulled out");
        }
    }

    @Override
    public Playback playback(String name) {
        hang();
        return new Playback() {
            @Override
            public void write(short[] frame) throws IOException {
                pace(name);
                List<short[]> last = played.computeIfAbsent(name, any -> new CopyOnWriteArrayList<>());
                last.add(frame);
                if (last.size() > REMEMBERED) {
                    last.remove(0);
                }
            }

            @Override
            public void close() {
                played.remove(name);
            }
        };
    }

    /** Whether the loudspeaker with this name is open and has just played something. */
    boolean sounds(String name) {
        return played.getOrDefault(name, List.of()).stream().anyMatch(frame -> loudest(frame) > 1_000);
    }

    private static int loudest(short[] frame) {
        int most = 0;
        for (short sample : frame) {
            most = Math.max(most, Math.abs(sample));
        }
        return most;
    }
}
