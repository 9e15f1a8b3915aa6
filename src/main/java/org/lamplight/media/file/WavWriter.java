package org.lamplight.media.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a WAV file of 16 bits. After every second of sound the lengths in its head are true, so what is cut off by a
 * crash is less than that. Blocks on the disk; for one thread.
 */
public final class WavWriter implements AutoCloseable {
    private static final int HEAD = 44;
    private static final long MOST_OCTETS = 0xFFFFFFFFL - HEAD;

    private final FileChannel file;
    private final int rate;
    private final int channels;
    private final ByteBuffer buffer;
    private long octets;

    /** Begins a file that must not be there yet; samples of two channels come in turn, the left one first. */
    public WavWriter(Path path, int rate, int channels) throws IOException {
        this.rate = rate;
        this.channels = channels;
        this.buffer = ByteBuffer.allocate(rate * channels * 2).order(ByteOrder.LITTLE_ENDIAN);
        this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        flush();
    }

    /** Appends samples. Throws {@link IOException} when the disk, or the largest WAV file, is full. */
    public void write(short[] samples) throws IOException {
        for (short sample : samples) {
            buffer.putShort(sample);
            if (!buffer.hasRemaining()) {
                flush();
            }
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        if (octets + buffer.remaining() > MOST_OCTETS) {
            throw new IOException("a WAV file cannot be longer");
        }
        long at = HEAD + octets;
        octets += buffer.remaining();
        writeAll(buffer, at);
        buffer.clear();
        writeAll(head(), 0);
    }

    private void writeAll(ByteBuffer from, long at) throws IOException {
        long position = at;
        while (from.hasRemaining()) {
            position += file.write(from, position);
        }
    }

    private ByteBuffer head() {
        ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
        head.put(name("RIFF")).putInt((int) (HEAD - 8 + octets)).put(name("WAVE"));
        head.put(name("fmt ")).putInt(16).putShort((short) 1).putShort((short) channels);
        head.putInt(rate)
                .putInt(rate * channels * 2)
                .putShort((short) (channels * 2))
                .putShort((short) 16);
        head.put(name("data")).putInt((int) octets);
        return head.flip();
    }

    private static byte[] name(String chunk) {
        return chunk.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            flush();
        }
    }
}
