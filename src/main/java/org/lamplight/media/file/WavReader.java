package org.lamplight.media.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a WAV file piece by piece as mono of 16 bits at its own rate. Nothing is believed of the lengths in it that the
 * file itself does not bear out. Blocks on the disk; for one thread.
 */
public final class WavReader implements AutoCloseable {
    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FMT = 0x20746D66;
    private static final int DATA = 0x61746164;
    private static final int MOST_CHUNKS = 100;
    private static final int LONGEST_FORMAT = 64;

    private final SeekableByteChannel file;
    private final WavFormat format;
    private final long start;
    private final long end;

    private WavReader(SeekableByteChannel file) throws IOException {
        this.file = file;
        ByteBuffer head = read(0, 12);
        if (head.getInt(0) != RIFF || head.getInt(8) != WAVE) {
            throw new IOException("no WAV file");
        }
        WavFormat found = null;
        long at = 12;
        for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
            ByteBuffer name = read(at, 8);
            long length = name.getInt(4) & 0xFFFFFFFFL;
            if (name.getInt(0) == FMT && length >= WavFormat.SHORTEST) {
                found = WavFormat.read(read(at + 8, (int) Math.min(length, LONGEST_FORMAT)));
            } else if (name.getInt(0) == DATA && found != null) {
                format = found;
                start = at + 8;
                long whole = Math.min(length, file.size() - start);
                end = start + whole - whole % found.block();
                file.position(start);
                return;
            }
            at += 8 + length + (length & 1);
        }
        throw new IOException("no sound among " + MOST_CHUNKS + " chunks");
    }

    /** Opens a file; throws {@link IOException} if it is none that can be read. */
    public static WavReader open(Path path) throws IOException {
        SeekableByteChannel file = Files.newByteChannel(path);
        try {
            return new WavReader(file);
        } catch (IOException | RuntimeException broken) {
            file.close();
            throw broken instanceof IOException io ? io : new IOException(broken);
        }
    }

    private ByteBuffer read(long at, int length) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.position(at);
        while (part.hasRemaining()) {
            if (file.read(part) < 0) {
                throw new IOException("the file ends at " + file.position());
            }
        }
        return part.flip();
    }

    /** Samples per second. */
    public int rate() {
        return format.rate();
    }

    /** Length in samples. */
    public long length() {
        return (end - start) / format.block();
    }

    /** The next samples, at most this many; none at the end. */
    public short[] read(int most) throws IOException {
        long left = (end - file.position()) / format.block();
        int count = (int) Math.max(0, Math.min(most, left));
        ByteBuffer octets = read(file.position(), count * format.block());
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = format.mono(octets);
        }
        return samples;
    }

    /** Goes back to the beginning. */
    public void rewind() throws IOException {
        file.position(start);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
