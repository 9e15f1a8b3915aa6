package org.lamplight.xmpp.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what comes behind what a file holds, up to a limit. Its result is the size of the file then. */
final class FileSink implements BodySubscriber<Long> {
    private static final Logger LOG = LoggerFactory.getLogger(FileSink.class);
    private static final Texts TEXTS = Texts.of(FileSink.class);

    private final FileChannel file;
    private final long most;
    private final long total;
    private final Movement movement;
    private final CompletableFuture<Long> whole = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    private FileSink(FileChannel file, Portion portion, long most, Movement movement) {
        this.file = file;
        this.most = most;
        this.total = portion.total();
        this.movement = movement;
    }

    /** Opens an existing file for a portion: what lies behind the portion's begin is cut off. */
    static FileSink open(Path path, Portion portion, long most, Movement movement) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
        file.truncate(portion.from());
        file.position(portion.from());
        movement.begin(portion.from());
        return new FileSink(file, portion, most, movement);
    }

    @Override
    public CompletionStage<Long> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            int count = buffers.stream().mapToInt(ByteBuffer::remaining).sum();
            if (file.position() + count > most) {
                throw new Refused(TEXTS.get("file.longer", most), false);
            }
            write(buffers);
            movement.add(count, total);
            if (subscription != null) {
                subscription.request(1);
            }
        } catch (IOException e) {
            stop(diskFailed(e));
        } catch (RuntimeException e) {
            stop(e);
        }
    }

    private void write(List<ByteBuffer> buffers) throws IOException {
        for (ByteBuffer buffer : buffers) {
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        }
    }

    private void stop(RuntimeException why) {
        if (subscription != null) {
            subscription.cancel();
        }
        onError(why);
    }

    /** It is not the line that failed, and trying again makes no room. */
    private static Refused diskFailed(IOException cause) {
        LOG.warn("A file could not be written", cause);
        return new Refused(TEXTS.get("disk.failed"), false);
    }

    @Override
    public void onError(Throwable thrown) {
        close();
        whole.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
        try {
            long size = file.position();
            file.close();
            whole.complete(size);
        } catch (IOException e) {
            whole.completeExceptionally(diskFailed(e));
        }
    }

    private void close() {
        try {
            file.close();
        } catch (IOException e) {
            whole.completeExceptionally(diskFailed(e));
        }
    }
}
