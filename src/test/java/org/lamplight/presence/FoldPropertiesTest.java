package org.lamplight.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds for any observations whatever. */
class FoldPropertiesTest {
    private static final Instant NOW = Instant.parse("2026-11-18T14:23:00Z");
    private static final int RUNS = 3000;
    private static final List<String> SOURCES = List.of(
            "choice",
            "input",
            "lock",
            "line:a",
            "line:b",
            "calendar:a",
            "calendar:b",
            "sharing",
            "resource:x/a",
            "resource:x/b",
            "resource:x",
            "sip:x",
            "lamp:6001",
            "app:a");

    @Test
    void theOrderNeverMatters() {
        each((all, random) -> {
            List<Observation> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, random);
            for (Whose whose : Whose.values()) {
                assertThat(fold(shuffled, whose)).isEqualTo(fold(all, whose));
            }
        });
    }

    @Test
    void saidTwiceIsSaidOnce() {
        each((all, random) -> {
            List<Observation> twice = new ArrayList<>(all);
            twice.addAll(all);
            for (Whose whose : Whose.values()) {
                assertThat(fold(twice, whose)).isEqualTo(fold(all, whose));
            }
        });
    }

    @Test
    void nothingWeakensDoNotDisturb() {
        each((all, random) -> {
            List<Observation> quiet = new ArrayList<>(all);
            quiet.removeIf(seen -> seen.source().kind() == Source.Kind.CHOICE);
            quiet.add(Observation.of(Source.CHOICE, Status.DO_NOT_DISTURB).since(NOW));
            assertThat(fold(quiet, Whose.OWN).status()).isEqualTo(Status.DO_NOT_DISTURB);
        });
    }

    @Test
    void whoHasNoSessionNeverLooksAsIf() {
        each((all, random) -> {
            List<Observation> absent = new ArrayList<>(all);
            absent.removeIf(seen -> seen.source().kind() == Source.Kind.RESOURCE
                    && seen.status().hasSession());
            assertThat(fold(absent, Whose.CONTACT).status().hasSession()).isFalse();
        });
    }

    @Test
    void theChoiceComesBackWhenAllElseIsSilent() {
        each((all, random) -> {
            Status chosen =
                    Status.choosable().get(random.nextInt(Status.choosable().size()));
            List<Observation> silent =
                    List.of(Observation.of(Source.CHOICE, chosen).since(NOW));
            assertThat(fold(silent, Whose.OWN).status()).isEqualTo(chosen);
        });
    }

    @Test
    void betweenNowAndTheNextChangeNothingChanges() {
        each((all, random) -> {
            Instant next = Fold.nextChange(all, Rules.builtIn(), NOW);
            Instant before = next == null ? NOW.plusSeconds(86_400) : next.minusMillis(1);
            assertThat(Fold.fold(all, Whose.OWN, Rules.builtIn(), before).status())
                    .isEqualTo(fold(all, Whose.OWN).status());
        });
    }

    private static Presence fold(List<Observation> all, Whose whose) {
        return Fold.fold(all, whose, Rules.builtIn(), NOW);
    }

    private static void each(BiConsumer<List<Observation>, Random> property) {
        long seed = Long.getLong("lamplight.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            List<Observation> all = some(random);
            try {
                property.accept(all, random);
            } catch (AssertionError failed) {
                throw new AssertionError("with -Dlamplight.seed=" + seed + ": " + all, failed);
            }
        }
    }

    private static List<Observation> some(Random random) {
        List<Observation> all = new ArrayList<>();
        for (int count = random.nextInt(7); count > 0; count--) {
            Source source =
                    Source.parse(SOURCES.get(random.nextInt(SOURCES.size()))).orElseThrow();
            Status status = Status.values()[random.nextInt(Status.values().length)];
            Observation seen = Observation.of(source, status);
            seen = random.nextBoolean() ? seen.since(NOW.plusSeconds(60L * (random.nextInt(150) - 140))) : seen;
            all.add(random.nextBoolean() ? seen.until(NOW.plusSeconds(60L * (random.nextInt(60) - 10))) : seen);
        }
        return all;
    }
}
