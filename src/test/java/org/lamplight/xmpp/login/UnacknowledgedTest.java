package org.lamplight.xmpp.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.Await;

/** No more is on its way than Smack can keep. */
class UnacknowledgedTest {
    private static final int MOST = 150;

    private final AtomicBoolean connected = new AtomicBoolean(true);
    private final Unacknowledged unacknowledged = new Unacknowledged(connected::get);
    private final AtomicInteger sent = new AtomicInteger();

    private static List<Stanza> messages(int count) {
        List<Stanza> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(StanzaBuilder.buildMessage("m" + i).build());
        }
        return all;
    }

    private CompletableFuture<Void> send(List<Stanza> all) {
        return CompletableFuture.runAsync(() -> {
            try {
                for (Stanza stanza : all) {
                    if (unacknowledged.begin(stanza)) {
                        sent.incrementAndGet();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void whatIsTooMuchWaitsForWhatIsAcknowledged() throws Exception {
        List<Stanza> all = messages(MOST + 10);
        CompletableFuture<Void> sending = send(all);
        new Await().until("as many as may", Duration.ofSeconds(5), () -> sent.get() == MOST);
        for (Stanza stanza : all.subList(0, 9)) {
            unacknowledged.end(stanza);
        }
        new Await().until("nine more", Duration.ofSeconds(5), () -> sent.get() == MOST + 9);
        assertThat(sending).isNotDone();
        unacknowledged.end(all.get(9));
        sending.get(5, TimeUnit.SECONDS);
    }

    @Test
    void aConnectionThatIsGoneHoldsNobody() throws Exception {
        CompletableFuture<Void> sending = send(messages(MOST + 10));
        new Await().until("as many as may", Duration.ofSeconds(5), () -> sent.get() == MOST);
        connected.set(false);
        unacknowledged.wake();
        sending.get(5, TimeUnit.SECONDS);
        assertThat(sent).hasValue(MOST);
    }

    /** A message may have been written twice: the other one is still to be acknowledged. */
    @Test
    void whatGoesAgainDoesNotWaitThoughItsTwinWasAcknowledged() throws Exception {
        List<Stanza> all = messages(MOST);
        List<Stanza> twins = messages(1);
        send(all).get(5, TimeUnit.SECONDS);
        send(twins).get(5, TimeUnit.SECONDS);
        unacknowledged.end(all.get(0));
        send(List.of(StanzaBuilder.buildMessage("new").build())).get(5, TimeUnit.SECONDS);
        send(twins).get(5, TimeUnit.SECONDS);
        assertThat(sent).hasValue(MOST + 3);
    }

    /** There is nobody to acknowledge anything then. */
    @Test
    void whatGoesAgainIsNotRefusedEither() throws Exception {
        List<Stanza> all = messages(MOST);
        List<Stanza> twins = messages(1);
        send(all).get(5, TimeUnit.SECONDS);
        send(twins).get(5, TimeUnit.SECONDS);
        unacknowledged.end(all.get(0));
        send(List.of(StanzaBuilder.buildMessage("new").build())).get(5, TimeUnit.SECONDS);
        connected.set(false);
        send(twins).get(5, TimeUnit.SECONDS);
        assertThat(sent).hasValue(MOST + 3);
    }

    /** On the thread that would read what is acknowledged. */
    @Test
    void whatGoesAgainDoesNotWait() throws Exception {
        List<Stanza> all = messages(MOST);
        send(all).get(5, TimeUnit.SECONDS);
        send(all).get(5, TimeUnit.SECONDS);
        assertThat(sent).hasValue(2 * MOST);
    }

    @Test
    void presenceDoesNotWait() throws Exception {
        send(messages(MOST)).get(5, TimeUnit.SECONDS);
        Presence presence = StanzaBuilder.buildPresence().build();
        CompletableFuture<Void> sending = send(List.of(presence));
        sending.get(5, TimeUnit.SECONDS);
    }
}
