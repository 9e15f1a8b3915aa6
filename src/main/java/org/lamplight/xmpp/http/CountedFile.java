package org.lamplight.xmpp.http;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Flow;

/** A file as the body of a request; tells as it goes. */
final class CountedFile implements BodyPublisher {
    private final BodyPublisher file;
    private final Movement movement;

    CountedFile(Path path, Movement movement) throws FileNotFoundException {
        this.file = BodyPublishers.ofFile(path);
        this.movement = movement;
    }

    @Override
    public long contentLength() {
        return file.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        movement.begin(0);
        file.subscribe(new Flow.Subscriber<ByteBuffer>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
                int count = bytes.remaining();
                subscriber.onNext(bytes);
                movement.add(count, contentLength());
            }

            @Override
            public void onError(Throwable thrown) {
                subscriber.onError(thrown);
            }

            @Override
            public void onComplete() {
                subscriber.onComplete();
            }
        });
    }
}
