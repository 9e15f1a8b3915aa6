package org.lamplight.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.lamplight.call.AudioDevices;
import org.lamplight.call.AudioDevices.Use;
import org.lamplight.call.MediaListener;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.MediaSession;
import org.lamplight.call.MediaWishes;
import org.lamplight.call.Traversal;
import org.lamplight.media.file.WavReader;
import org.lamplight.media.file.WavWriter;

/** Two engines whose sessions call each other over loopback, with files for devices. */
final class Phones implements AutoCloseable {
    static final int RATE = 48_000;
    private static final int HEAD = 44;

    final Path folder;
    final Phone one;
    final Phone other;

    Phones(Path folder, String... codecs) throws IOException {
        this(folder, MediaSecurity.NONE, codecs);
    }

    Phones(Path folder, MediaSecurity security, String... codecs) throws IOException {
        this(folder, security, Optional.empty(), codecs);
    }

    Phones(Path folder, MediaSecurity security, Optional<Traversal> traversal, String... codecs) throws IOException {
        this.folder = folder;
        one = new Phone("one", security, List.of(codecs), traversal);
        other = new Phone("other", security, List.of(codecs), traversal);
    }

    /** One calls the other. */
    Phones call() throws IOException, MediaSession.Unacceptable {
        return reoffer(one, other);
    }

    Phones reoffer(Phone asking, Phone asked) throws IOException, MediaSession.Unacceptable {
        asking.session.accept(asked.session.answer(asking.session.offer()));
        return this;
    }

    @Override
    public void close() {
        one.engine.close();
        other.engine.close();
    }

    /** One side. */
    final class Phone implements MediaListener {
        final SoundEngine engine = new SoundEngine(new org.lamplight.media.device.NoSound());
        final BlockingQueue<Character> keys = new LinkedBlockingQueue<>();
        final AtomicInteger speaksMuted = new AtomicInteger();
        final AtomicInteger unproven = new AtomicInteger();
        final MediaSession session;
        private final String name;

        Phone(String name, MediaSecurity security, List<String> codecs, Optional<Traversal> traversal)
                throws IOException {
            this.name = name;
            engine.devices().choose(Use.SPEAK, AudioDevices.NONE);
            engine.devices().choose(Use.LISTEN, AudioDevices.FILE + folder.resolve(name));
            boolean required = security != MediaSecurity.NONE;
            session = engine.open(
                    new MediaWishes(
                            name, InetAddress.getLoopbackAddress(), security, required, true, codecs, false, traversal),
                    this);
        }

        Phone speak(short[] sound) throws IOException {
            Path file = folder.resolve("speak-" + name + sound.length + ".wav");
            if (!Files.exists(file)) {
                try (WavWriter writer = new WavWriter(file, RATE, 1)) {
                    writer.write(sound);
                }
            }
            engine.devices().choose(Use.SPEAK, AudioDevices.FILE + file);
            return this;
        }

        Path heardFile() {
            return folder.resolve(name + "-" + name + ".wav");
        }

        /** Seconds of sound that are in the file so far. */
        double heardSeconds() {
            return isBegun(heardFile()) ? (double) heard().length / RATE : 0;
        }

        /** What was written of what was heard so far: whole seconds of it while the call lasts. */
        short[] heard() {
            return read(heardFile());
        }

        @Override
        public void keyPressed(char key) {
            keys.add(key);
        }

        @Override
        public void unproven() {
            unproven.incrementAndGet();
        }

        @Override
        public void speaksMuted() {
            speaksMuted.incrementAndGet();
        }
    }

    /** Whether more than the head of a file is written. */
    static boolean isBegun(Path file) {
        try {
            return Files.exists(file) && Files.size(file) > HEAD;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static short[] read(Path file) {
        try (WavReader reader = WavReader.open(file)) {
            return reader.read((int) reader.length());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
