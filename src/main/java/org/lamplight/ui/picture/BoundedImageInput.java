package org.lamplight.ui.picture;

import java.io.IOException;
import java.time.Duration;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A picture's bytes, for readers that believe what they are told: a few megabytes can keep them busy for hours, with a JPEG
 * of many passes, or fill the memory with small pieces that nobody wants. It fails when reading takes too long, or takes too
 * many steps. Confined to one thread.
 */
public final class BoundedImageInput extends ImageInputStreamImpl {
    /** More than a GIF of 64 MB takes for its pixels, and far less memory than there is for what a reader keeps of each. */
    private static final int MOST_STEPS = 1_000_000;

    private final ImageInputStream bytes;
    private final long end;
    private int steps;

    /** Reading is to be over after this time from now on. Closes with it what it reads. */
    public BoundedImageInput(ImageInputStream bytes, Duration patience) {
        this.bytes = bytes;
        this.end = System.nanoTime() + patience.toNanos();
    }

    @Override
    public int read() throws IOException {
        step();
        int one = bytes.read();
        streamPos += one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        step();
        int count = bytes.read(into, from, length);
        streamPos += Math.max(0, count);
        return count;
    }

    private void step() throws IOException {
        bitOffset = 0;
        if (++steps > MOST_STEPS) {
            throw new IOException("the picture has too many pieces");
        }
        if (System.nanoTime() - end > 0) {
            throw new IOException("the picture takes too long to read");
        }
    }

    @Override
    public void seek(long position) throws IOException {
        super.seek(position);
        bytes.seek(position);
    }

    @Override
    public long length() {
        try {
            return bytes.length();
        } catch (IOException unknown) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        bytes.close();
    }
}
