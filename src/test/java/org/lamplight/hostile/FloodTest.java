package org.lamplight.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.hostile.Victim.BOB;
import static org.lamplight.hostile.Victim.MOST_WORK_MS;
import static org.lamplight.hostile.Victim.message;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.office.xmpp.LocalClient;
import org.lamplight.office.xmpp.xml.Element;

/** Somebody writes without end: the window goes on answering, and what others write meanwhile is not lost. */
@Requires(Part.DISPLAY)
class FloodTest {
    private static final String CLEO = "cleo@localhost";
    private static final int PER_SECOND = 2_000;
    private static final int PER_WORD_OF_CLEO = 100;

    @Test
    void twoSeconds(@TempDir Path folder) throws Exception {
        flood(folder, 2);
    }

    @Test
    @Tag("soak")
    void fifteenSeconds(@TempDir Path folder) throws Exception {
        flood(folder, 15);
    }

    private static void flood(Path folder, int seconds) throws Exception {
        try (Victim victim = new Victim(folder)) {
            LocalClient bob = victim.connect("bob");
            LocalClient cleo = victim.connect("cleo");
            bob.send(message("b", "hello from bob"));
            cleo.send(message("c", "hello from cleo"));
            victim.hears(CLEO, "hello from cleo");
            victim.open(BOB);
            pour(victim, bob, cleo, seconds, 0);
            assertThat(victim.mostWorkMs("2,000 messages/s, in the talk that is open"))
                    .isLessThan(MOST_WORK_MS);
            victim.open(CLEO);
            victim.measureAnew();
            pour(victim, bob, cleo, seconds, seconds * PER_SECOND);
            assertThat(victim.mostWorkMs("2,000 messages/s, in another talk")).isLessThan(MOST_WORK_MS);
            complete(victim, BOB, 2 * seconds * PER_SECOND);
            complete(victim, CLEO, 2 * seconds * PER_SECOND / PER_WORD_OF_CLEO);
        }
    }

    private static void pour(Victim victim, LocalClient bob, LocalClient cleo, int seconds, int first)
            throws Exception {
        victim.measureAnew();
        int count = seconds * PER_SECOND;
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = begin + i * 1_000_000_000L / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            bob.send(asking(message("b" + (first + i), "flood " + (first + i))));
            if (i % PER_WORD_OF_CLEO == 0) {
                int number = (first + i) / PER_WORD_OF_CLEO;
                cleo.send(message("c" + number, "word " + number));
            }
        }
        long lag = victim.hears(BOB, "flood " + (first + count - 1)).toMillis();
        System.out.printf(
                "%d messages sent in %d ms, all there %d ms later%n",
                count, (System.nanoTime() - begin) / 1_000_000 - lag, lag);
    }

    /** Wants a receipt, which makes work on both sides. */
    private static Element asking(Element message) {
        message.child("request", "urn:xmpp:receipts");
        return message;
    }

    private static void complete(Victim victim, String peer, int count) throws Exception {
        String word = peer.equals(BOB) ? "flood " : "word ";
        List<String> all = victim.texts(peer);
        assertThat(all.subList(1, all.size()))
                .isEqualTo(IntStream.range(0, count).mapToObj(i -> word + i).toList());
    }
}
