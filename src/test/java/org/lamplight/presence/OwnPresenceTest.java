package org.lamplight.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.lab.Await;

/** A choice is never lost, whatever comes over it. */
class OwnPresenceTest {
    private static final Source LINE = new Source(Source.Kind.LINE, "desk");

    private final CoreThread core = new CoreThread();
    private final Kept kept = new Kept();
    private final List<Status> published = new ArrayList<>();
    private final OwnPresence own = made();

    @AfterEach
    void end() {
        core.close();
    }

    @Test
    void aChoiceComesBackAfterACall() throws Exception {
        on(it -> it.choose(Status.BUSY, "deep work", null));
        on(it -> it.observe(Observation.of(LINE, Status.ON_THE_PHONE)));
        assertThat(status()).isEqualTo(Status.ON_THE_PHONE);
        Status chosen = ask(it -> it.now().chosen());
        assertThat(chosen).isEqualTo(Status.BUSY);
        on(it -> it.forget(LINE));
        assertThat(status()).isEqualTo(Status.BUSY);
        String note = ask(it -> it.now().presence().note());
        assertThat(note).isEqualTo("deep work");
    }

    @Test
    void aChoiceWithAnEndGoesBackToTheOneBefore() throws Exception {
        on(it -> it.choose(Status.AWAY, null, null));
        on(it -> it.choose(Status.DO_NOT_DISTURB, null, Instant.now().plusMillis(300)));
        assertThat(status()).isEqualTo(Status.DO_NOT_DISTURB);
        new Await().until("away again", Duration.ofSeconds(3), () -> status() == Status.AWAY);
    }

    @Test
    void aRestartKeepsTheChoiceAndWhatIsSwitchedOff() throws Exception {
        on(it -> it.choose(Status.BUSY, "n", null));
        on(it -> it.listenTo(LINE, false));
        OwnPresence next = made();
        core.execute(() -> next.observe(Observation.of(LINE, Status.ON_THE_PHONE)));
        assertThat(core.ask(() -> next.now().presence().status()).get(2, TimeUnit.SECONDS))
                .isEqualTo(Status.BUSY);
    }

    @Test
    void networksHearEachChangeOnce() throws Exception {
        on(it -> it.addPublisher(presence -> published.add(presence.status())));
        on(it -> it.choose(Status.BUSY, null, null));
        on(it -> it.observe(Observation.of(new Source(Source.Kind.INPUT, ""), Status.AVAILABLE)));
        on(it -> it.clearChoice());
        assertThat(published.stream().distinct().toList()).containsExactly(Status.AVAILABLE, Status.BUSY);
        assertThat(published.get(published.size() - 1)).isEqualTo(Status.AVAILABLE);
    }

    private OwnPresence made() {
        return new OwnPresence(core, new Events(), Clock.systemUTC(), Rules.builtIn(), kept);
    }

    private void on(java.util.function.Consumer<OwnPresence> deed) throws Exception {
        ask(it -> {
            deed.accept(it);
            return true;
        });
    }

    private <T> T ask(Function<OwnPresence, T> question) throws Exception {
        return core.ask(() -> question.apply(own)).get(2, TimeUnit.SECONDS);
    }

    private Status status() throws Exception {
        return ask(it -> it.now().presence().status());
    }

    private static final class Kept implements ChoiceMemory {
        private List<Observation> choices = List.of();
        private Set<String> silenced = Set.of();

        @Override
        public List<Observation> choices() {
            return choices;
        }

        @Override
        public void keep(List<Observation> now) {
            choices = now;
        }

        @Override
        public Set<String> silenced() {
            return silenced;
        }

        @Override
        public void keepSilenced(Set<String> sources) {
            silenced = sources;
        }
    }
}
