package org.lamplight.sip.call;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.lamplight.call.Calls;
import org.lamplight.call.MediaEngine;
import org.lamplight.call.MediaSession;
import org.lamplight.call.MediaWishes;
import org.lamplight.core.Threads;
import org.lamplight.sip.account.SipKeys;
import org.lamplight.sip.flow.Client;
import org.lamplight.sip.flow.Flow;
import org.lamplight.sip.stack.Logged;
import org.lamplight.sip.stack.Transport;

/**
 * What all calls of a line have in common.
 *
 * @param thread the account's own
 * @param password of the account, for its relay; may block
 */
public record Phone(
        String line,
        Client client,
        ScheduledExecutorService thread,
        Executor core,
        Calls calls,
        MediaEngine media,
        Supplier<Optional<char[]>> password) {

    Flow flow() {
        return client.flow();
    }

    SipKeys keys() {
        return client.flow().keys();
    }

    Teller teller(String call) {
        return new Teller(core, thread, calls, call);
    }

    MediaSession open(String call, Teller teller) throws IOException {
        return media.open(
                new MediaWishes(
                        call,
                        flow().endpoint().address(),
                        keys().security(),
                        keys().securityRequired(),
                        flow().endpoint().transport() == Transport.TLS,
                        keys().codecs(),
                        keys().suppressSilence(),
                        keys().traversal(password)),
                teller);
    }

    /** Does it on the account's thread, on which this is asked, once the media can say how they are reached; mostly at once. */
    void whenReady(MediaSession media, Runnable task) {
        Thread own = Thread.currentThread();
        media.whenReady(() -> {
            if (Thread.currentThread().equals(own)) {
                task.run();
            } else {
                Threads.post(thread, new Logged(task));
            }
        });
    }

    /** Does it on the account's thread in a while. */
    ScheduledFuture<?> later(Runnable task, long wait, TimeUnit unit) {
        return thread.schedule(new Logged(task), wait, unit);
    }

    /** As Contact says where we are. */
    String contact() {
        return '<' + flow().contact().toString() + '>';
    }
}
