package org.lamplight.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds of the fold whatever is observed. */
class FoldPropertiesTest {
    private static final int CASES = 2_000;
    private static final long SEED = Long.getLong("lamplight.seed", System.nanoTime());
    private static final List<String> IDS = List.of("a", "b", "c");

    /** Runs a property on many random worlds; a failure names the seed that brings it back. */
    private static void always(Consumer<Random> property) {
        for (int i = 0; i < CASES; i++) {
            long seed = SEED + i;
            try {
                property.accept(new Random(seed));
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("with -Dlamplight.seed=" + seed + ": " + failed.getMessage(), failed);
            }
        }
    }

    private static Presence fold(List<Observation> seen, Whose whose) {
        return Fold.fold(seen, whose, Rules.builtIn(), Seen.NOW);
    }

    @Test
    void orderNeverMatters() {
        always(random -> {
            List<Observation> seen = some(random);
            List<Observation> shuffled = new ArrayList<>(seen);
            Collections.shuffle(shuffled, random);
            Whose whose = one(random, List.of(Whose.values()));

            assertThat(fold(shuffled, whose)).isEqualTo(fold(seen, whose));
        });
    }

    @Test
    void sayingItTwiceChangesNothing() {
        always(random -> {
            List<Observation> seen = some(random);
            List<Observation> twice = new ArrayList<>(seen);
            twice.addAll(seen);
            Whose whose = one(random, List.of(Whose.values()));

            assertThat(fold(seen, whose)).isEqualTo(fold(seen, whose));
            assertThat(fold(twice, whose)).isEqualTo(fold(seen, whose));
        });
    }

    @Test
    void nothingWeakensChosenQuiet() {
        always(random -> {
            List<Observation> seen = new ArrayList<>(some(random));
            seen.removeIf(other -> other.source().kind() == Source.Kind.CHOICE);
            seen.add(Seen.one("choice=do-not-disturb@" + random.nextInt(500)));

            assertThat(fold(seen, Whose.OWN).status()).isEqualTo(Status.DO_NOT_DISTURB);
        });
    }

    @Test
    void whoHasNoSessionNeverLooksAsIfTheyHad() {
        always(random -> {
            List<Observation> seen = new ArrayList<>(some(random));
            seen.removeIf(other -> other.source().kind() == Source.Kind.RESOURCE
                    && other.status().hasSession());

            Presence any = Fold.fold(seen, Whose.CONTACT, shuffledRules(random), Seen.NOW);
            assertThat(any.status().hasSession()).as(any.toString()).isFalse();
        });
    }

    @Test
    void anyOrderOfAnyRulesGivesAStatus() {
        always(random -> {
            List<Observation> seen = some(random);
            Whose whose = one(random, List.of(Whose.values()));
            Presence presence = Fold.fold(seen, whose, shuffledRules(random), Seen.NOW);

            assertThat(presence.status()).isNotNull();
            assertThat(presence.reasons()).hasSameSizeAs(held(seen));
        });
    }

    @Test
    void theChoiceIsBackWhenAllElseEnded() {
        always(random -> {
            Observation choice = random(random, Source.CHOICE, one(random, Status.choosable()))
                    .until(null);
            List<Observation> seen = new ArrayList<>(List.of(choice));
            some(random).stream()
                    .filter(other -> other.source().kind() != Source.Kind.CHOICE)
                    .map(other -> other.until(Seen.ago(random.nextInt(300))))
                    .forEach(seen::add);

            assertThat(fold(seen, Whose.OWN)).isEqualTo(fold(List.of(choice), Whose.OWN));
        });
    }

    @Test
    void nothingChangesBeforeTheNextChangeIsDue() {
        always(random -> {
            List<Observation> seen = some(random);
            Whose whose = one(random, List.of(Whose.values()));
            Instant due = Fold.nextChange(seen, Rules.builtIn(), Seen.NOW);
            Instant before = due == null ? Seen.NOW.plusSeconds(1_000_000) : due.minusMillis(1);

            assertThat(Fold.fold(seen, whose, Rules.builtIn(), before).status())
                    .as("until " + due + " with " + seen)
                    .isEqualTo(fold(seen, whose).status());
        });
    }

    private static List<Observation> held(List<Observation> seen) {
        return seen.stream().filter(one -> one.holds(Seen.NOW)).distinct().toList();
    }

    private static Rules shuffledRules(Random random) {
        List<Rule> rules = new ArrayList<>(Rules.builtIn().rules());
        Collections.shuffle(rules, random);
        return new Rules(
                rules.subList(0, random.nextInt(rules.size() + 1)),
                Rules.builtIn().idleAfter(),
                Rules.builtIn().longAfter());
    }

    private static List<Observation> some(Random random) {
        List<Observation> seen = new ArrayList<>();
        int many = random.nextInt(8);
        for (int i = 0; i < many; i++) {
            Source.Kind kind = one(random, List.of(Source.Kind.values()));
            Source source = Source.parse(kind.word()).orElseGet(() -> new Source(kind, one(random, IDS)));
            seen.add(random(random, source, one(random, List.of(Status.values()))));
        }
        return seen;
    }

    private static Observation random(Random random, Source source, Status status) {
        return new Observation(
                source,
                status,
                random.nextInt(4) == 0 ? null : Seen.ago(random.nextInt(200) - 30),
                random.nextInt(2) == 0 ? null : Seen.ago(30 - random.nextInt(120)),
                random.nextInt(3) == 0 ? "note " + random.nextInt(3) : null,
                random.nextInt(3) == 0 ? "device" : null);
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
