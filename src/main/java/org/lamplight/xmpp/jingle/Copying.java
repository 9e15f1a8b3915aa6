package org.lamplight.xmpp.jingle;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Moves the bytes of one session, which is over when hardly any move any more. Blocks. */
record Copying(JingleSession session) {
    /** Small, so that slow lines show that they live. */
    private static final int BUFFER = 16 * 1024;

    /** Told of each piece. */
    interface Piece {
        void took(byte[] bytes, int count) throws IOException;
    }

    /** Moves so many bytes, or fewer if there are no more. Returns how many. */
    long run(InputStream in, long size, Piece piece) throws IOException {
        Future<?> watch = watch();
        try {
            byte[] buffer = new byte[BUFFER];
            long done = 0;
            while (done < size) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, size - done));
                if (count < 0) {
                    break;
                }
                piece.took(buffer, count);
                done += count;
                session.moved.set(done);
            }
            return done;
        } finally {
            watch.cancel(false);
        }
    }

    private Future<?> watch() {
        AtomicLong seen = new AtomicLong();
        long every = session.means.patience().moving().toMillis();
        return session.means
                .clock()
                .scheduleWithFixedDelay(
                        () -> {
                            long now = session.moved.get();
                            if (now - seen.getAndSet(now) < Patience.LEAST) {
                                session.fail("timeout", "silent");
                            }
                        },
                        every,
                        every,
                        TimeUnit.MILLISECONDS);
    }
}
