package org.lamplight.office.xmpp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a connection still has to send. Offering never blocks; one writer thread of its own sends, so a slow client
 * makes nobody wait but itself. A client that takes nothing for too long loses its connection. Thread-safe.
 */
final class Outbox {
    private static final long MOST_WAITING = 16L << 20;

    private final Runnable lost;
    private OutputStream out;
    private StringBuilder waiting = new StringBuilder();
    private boolean writing;
    private boolean finished;
    private boolean closed;

    /** {@code lost} is called once, on the writer thread, when nothing more can or shall be sent. */
    Outbox(OutputStream out, Runnable lost) {
        this.out = out;
        this.lost = lost;
    }

    /** Returns false if too much waits already: then the connection is beyond help. */
    synchronized boolean offer(String xml) {
        if (finished || closed) {
            return true;
        }
        if (waiting.length() + xml.length() > MOST_WAITING) {
            return false;
        }
        waiting.append(xml);
        notifyAll();
        return true;
    }

    /** Sends what waits, then gives up the connection. */
    synchronized void finish() {
        finished = true;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Waits until everything has been sent, then goes on with another stream: the step to TLS. */
    synchronized void switchTo(OutputStream next) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while ((writing || waiting.length() > 0) && !closed) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new IOException("the client takes nothing");
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        out = next;
    }

    /** The writer thread's work; ends when the outbox is closed, finished or its connection broken. */
    void run() {
        try {
            String batch = take();
            while (batch != null) {
                OutputStream stream = stream();
                stream.write(batch.getBytes(UTF_8));
                stream.flush();
                batch = take();
            }
        } catch (IOException | InterruptedException e) {
            close();
        } finally {
            lost.run();
        }
    }

    private synchronized OutputStream stream() {
        return out;
    }

    private synchronized @Nullable String take() throws InterruptedException {
        writing = false;
        notifyAll();
        while (waiting.length() == 0 && !finished && !closed) {
            wait();
        }
        if (closed || waiting.length() == 0) {
            return null;
        }
        String batch = waiting.toString();
        waiting = new StringBuilder();
        writing = true;
        return batch;
    }
}
