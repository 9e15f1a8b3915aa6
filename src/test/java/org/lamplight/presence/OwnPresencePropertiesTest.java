package org.lamplight.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.Desk;
import org.lamplight.lab.RememberedPresence;

/** Whatever sources say, however often the program restarts: what the person chose is back in the end. */
class OwnPresencePropertiesTest {
    private static final int SEQUENCES = 60;
    private static final int STEPS = 40;
    private static final long SEED = Long.getLong("lamplight.seed", System.nanoTime());
    private static final List<Source> SOURCES = Stream.of(
                    "line:1", "calendar:work", "app:phone", "app:x", "input", "lock", "sharing")
            .map(text -> Source.parse(text).orElseThrow())
            .toList();
    private static final Source NOBODY = Source.parse("app:nobody").orElseThrow();
    private static final List<Status> ANY = List.of(Status.values());

    /** A choice as the test remembers it. */
    private record Chosen(Status status, Instant until) {
        boolean holds(Instant now) {
            return until == null || now.isBefore(until);
        }
    }

    @Test
    void theChoiceIsBackAfterAnySequence() throws Exception {
        for (int i = 0; i < SEQUENCES; i++) {
            long seed = SEED + i;
            try (Desk desk = new Desk()) {
                sequence(desk, new Random(seed));
            } catch (AssertionError failed) {
                throw new AssertionError("with -Dlamplight.seed=" + seed + ": " + failed.getMessage(), failed);
            }
        }
    }

    private static void sequence(Desk desk, Random random) throws Exception {
        RememberedPresence memory = new RememberedPresence();
        List<Chosen> chosen = new ArrayList<>();
        OwnPresence own = start(desk, memory);
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(8)) {
                case 0 -> choose(desk, own, chosen, random);
                case 1 -> desk.clock.pass(Duration.ofMinutes(random.nextInt(40)));
                case 2 -> own = start(desk, memory);
                case 3 -> forget(desk, own, one(random, SOURCES));
                case 4 -> dismiss(desk, own, one(random, SOURCES));
                case 5 -> listen(desk, own, one(random, SOURCES), random.nextBoolean());
                default -> observe(desk, own, random);
            }
            // Time that was set passes unnoticed until something else happens
            forget(desk, own, NOBODY);
            assertThat(desk.ask(own::now).chosen()).as("step %d", step).isEqualTo(expected(desk, chosen));
        }
        for (Source source : SOURCES) {
            forget(desk, own, source);
        }
        assertThat(desk.ask(own::now).presence().status()).isEqualTo(expected(desk, chosen));
    }

    private static Status expected(Desk desk, List<Chosen> chosen) {
        Instant now = desk.clock.instant();
        for (int i = chosen.size() - 1; i >= 0; i--) {
            if (chosen.get(i).holds(now)) {
                return chosen.get(i).status();
            }
        }
        return Status.AVAILABLE;
    }

    private static OwnPresence start(Desk desk, RememberedPresence memory) throws Exception {
        return desk.ask(() -> new OwnPresence(desk.core, desk.events, desk.clock, Rules.builtIn(), memory));
    }

    private static void choose(Desk desk, OwnPresence own, List<Chosen> chosen, Random random) throws Exception {
        Status status = one(random, Status.choosable());
        Instant now = desk.clock.instant();
        Instant until = random.nextBoolean() ? null : now.plus(Duration.ofMinutes(1 + random.nextInt(90)));
        if (until == null) {
            chosen.clear();
        }
        chosen.add(new Chosen(status, until));
        desk.run(() -> own.choose(status, null, until));
    }

    private static void observe(Desk desk, OwnPresence own, Random random) throws Exception {
        Instant now = desk.clock.instant();
        Observation seen = Observation.of(one(random, SOURCES), one(random, ANY))
                .since(random.nextBoolean() ? null : now.minusSeconds(random.nextInt(9000) - 600))
                .until(random.nextBoolean() ? null : now.plusSeconds(random.nextInt(9000) - 600));
        desk.run(() -> own.observe(seen));
    }

    private static void forget(Desk desk, OwnPresence own, Source source) throws Exception {
        desk.run(() -> own.forget(source));
    }

    private static void dismiss(Desk desk, OwnPresence own, Source source) throws Exception {
        desk.run(() -> own.dismiss(source));
    }

    private static void listen(Desk desk, OwnPresence own, Source source, boolean on) throws Exception {
        desk.run(() -> own.listenTo(source, on));
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
