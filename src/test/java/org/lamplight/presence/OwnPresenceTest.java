package org.lamplight.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.Desk;

class OwnPresenceTest {
    private static final Duration SOON = Duration.ofMillis(40);

    /** A memory that outlives a presence but not the test. */
    private static final class Memory implements ChoiceMemory {
        private List<Observation> choices = List.of();
        private Set<String> silenced = Set.of();

        @Override
        public List<Observation> choices() {
            return choices;
        }

        @Override
        public void keep(List<Observation> kept) {
            choices = kept;
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

    private final Desk desk = new Desk();
    private final Memory memory = new Memory();
    private final List<Status> told = new ArrayList<>();
    private OwnPresence own;

    @BeforeEach
    void begin() throws Exception {
        restart();
    }

    @AfterEach
    void end() {
        desk.close();
    }

    private void restart() throws Exception {
        own = desk.ask(() -> new OwnPresence(desk.core, desk.events, desk.clock, Rules.builtIn(), memory));
    }

    private Status status() throws Exception {
        return desk.ask(() -> own.now().presence().status());
    }

    private void choose(Status status, Duration lasting) throws Exception {
        Instant end = lasting == null ? null : desk.clock.instant().plus(lasting);
        desk.run(() -> own.choose(status, null, end));
    }

    private void observe(String seen) throws Exception {
        desk.run(() -> own.observe(Seen.one(seen)));
    }

    @Test
    void atFirstOneIsAvailable() throws Exception {
        assertThat(status()).isEqualTo(Status.AVAILABLE);
    }

    @Test
    void aChoiceWithAnEndReturnsToTheOneBefore() throws Exception {
        choose(Status.BUSY, null);
        desk.clock.pass(Duration.ofSeconds(1));
        choose(Status.DO_NOT_DISTURB, SOON);
        assertThat(status()).isEqualTo(Status.DO_NOT_DISTURB);

        desk.clock.pass(SOON);
        desk.until("busy again", () -> own.now().presence().status() == Status.BUSY);
        assertThat(desk.ask(() -> own.now().chosen())).isEqualTo(Status.BUSY);
    }

    @Test
    void aChoiceThatIsTheFirstReturnsToAvailable() throws Exception {
        choose(Status.AWAY, SOON);
        desk.clock.pass(SOON);
        desk.until("available", () -> own.now().presence().status() == Status.AVAILABLE);
    }

    @Test
    void aChoiceBeneathThatEndedMeanwhileIsNotBack() throws Exception {
        choose(Status.BUSY, Duration.ofMinutes(1));
        desk.clock.pass(Duration.ofSeconds(1));
        choose(Status.DO_NOT_DISTURB, Duration.ofMinutes(2));
        desk.clock.pass(Duration.ofMinutes(3));
        observe("app:x=available");
        assertThat(status()).isEqualTo(Status.AVAILABLE);
    }

    @Test
    void theLatestChoiceCountsEvenIfTheClockStoodOrWentBack() throws Exception {
        choose(Status.BUSY, null);
        choose(Status.AWAY, Duration.ofHours(1));
        assertThat(status()).isEqualTo(Status.AWAY);
        desk.clock.pass(Duration.ofHours(-2));
        choose(Status.FREE_TO_CHAT, Duration.ofHours(1));
        assertThat(status()).isEqualTo(Status.FREE_TO_CHAT);
    }

    @Test
    void theChoiceIsBackAfterACallAndAMeeting() throws Exception {
        choose(Status.FREE_TO_CHAT, null);
        observe("line:1=on-the-phone@0");
        observe("calendar:w=in-a-meeting@0");
        assertThat(status()).isEqualTo(Status.IN_A_MEETING_ON_THE_PHONE);
        assertThat(desk.ask(() -> own.now().chosen())).isEqualTo(Status.FREE_TO_CHAT);

        desk.run(() -> own.forget(new Source(Source.Kind.LINE, "1")));
        assertThat(status()).isEqualTo(Status.IN_A_MEETING);
        desk.run(() -> own.forget(new Source(Source.Kind.CALENDAR, "w")));
        assertThat(status()).isEqualTo(Status.FREE_TO_CHAT);
    }

    @Test
    void aSilencedSourceDoesNotCountUntilItDoesAgain() throws Exception {
        Source calendar = new Source(Source.Kind.CALENDAR, "w");
        observe("calendar:w=in-a-meeting@0");
        desk.run(() -> own.listenTo(calendar, false));
        assertThat(status()).isEqualTo(Status.AVAILABLE);
        assertThat(desk.ask(own::silenced)).containsExactly(calendar);

        restart();
        observe("calendar:w=in-a-meeting@0");
        assertThat(status()).isEqualTo(Status.AVAILABLE);
        desk.run(() -> own.listenTo(calendar, true));
        assertThat(status()).isEqualTo(Status.IN_A_MEETING);
        assertThat(memory.silenced()).isEmpty();
    }

    @Test
    void aChoiceOutlivesARestartAndStillEnds() throws Exception {
        choose(Status.BUSY, null);
        desk.clock.pass(Duration.ofSeconds(1));
        choose(Status.DO_NOT_DISTURB, SOON);
        restart();
        assertThat(status()).isEqualTo(Status.DO_NOT_DISTURB);

        desk.clock.pass(SOON);
        desk.until("busy again", () -> own.now().presence().status() == Status.BUSY);
    }

    @Test
    void clearingForgetsForGood() throws Exception {
        choose(Status.BUSY, null);
        desk.run(own::clearChoice);
        restart();
        assertThat(status()).isEqualTo(Status.AVAILABLE);
    }

    @Test
    void networksHearOfChangesOnly() throws Exception {
        PresencePublisher network = presence -> told.add(presence.status());
        desk.run(() -> own.addPublisher(network));
        desk.run(() -> own.addPublisher(network));
        observe("line:1=on-the-phone@0");
        observe("line:1=on-the-phone@0");
        desk.run(() -> own.forget(new Source(Source.Kind.LINE, "2")));
        desk.run(() -> own.useRules(Rules.builtIn()));
        desk.run(() -> own.forget(new Source(Source.Kind.LINE, "1")));
        desk.run(() -> own.removePublisher(network));
        choose(Status.BUSY, null);

        assertThat(told).containsExactly(Status.AVAILABLE, Status.ON_THE_PHONE, Status.AVAILABLE);
        assertThat(desk.heard(OwnPresenceChanged.class)).hasSize(3);
    }

    @Test
    void timeAloneMakesIdle() throws Exception {
        Instant lastInput = desk.clock.instant().minus(Duration.ofMinutes(5)).plus(SOON);
        desk.run(() -> own.observe(Observation.of(Source.INPUT, Status.IDLE).since(lastInput)));
        assertThat(status()).isEqualTo(Status.AVAILABLE);
        desk.clock.pass(SOON);
        desk.until("idle", () -> own.now().presence().status() == Status.IDLE);
    }

    @Test
    void whatNobodyCanChooseIsRefused() {
        assertThatThrownBy(() -> choose(Status.ON_THE_PHONE, null)).hasMessageContaining("on-the-phone");
    }
}
