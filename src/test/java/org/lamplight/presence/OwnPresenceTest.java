package org.lamplight.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.Await;
import org.lamplight.lab.Desk;
import org.lamplight.lab.RememberedPresence;

class OwnPresenceTest {
    private static final Duration SOON = Duration.ofMillis(40);

    private final Desk desk = new Desk();
    private final RememberedPresence memory = new RememberedPresence();
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

    /** The clock goes on while one looks at it. */
    @Test
    void whatEndsWhileOneLooksIsOver() throws Exception {
        for (int i = 1; i <= 12; i++) {
            Instant begin = Instant.now();
            AtomicInteger looks = new AtomicInteger();
            InstantSource source = () -> begin.plusMillis(10L * looks.incrementAndGet());
            Instant end = begin.plusMillis(10L * i + 5);
            Await await = new Await();
            desk.events.listen(OwnPresenceChanged.class, change -> await.look());
            OwnPresence other = desk.ask(() -> new OwnPresence(
                    desk.core,
                    desk.events,
                    source.withZone(ZoneOffset.UTC),
                    Rules.builtIn(),
                    new RememberedPresence()));
            desk.run(() -> other.observe(Seen.one("app:phone=on-the-phone").until(end)));
            await.until(
                    "it is over",
                    Duration.ofSeconds(5),
                    () -> desk.ask(() -> other.now().presence().status()) == Status.AVAILABLE);
        }
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

    @Test
    void otherWordsKeepTheChoiceAndItsEnd() throws Exception {
        Instant end = desk.clock.instant().plusSeconds(600);
        desk.run(() -> own.choose(Status.BUSY, "writing", end));
        desk.run(() -> own.reword("still writing"));

        OwnStatus now = desk.ask(own::now);
        assertThat(now.chosen()).isEqualTo(Status.BUSY);
        assertThat(now.chosenUntil()).isEqualTo(end);
        assertThat(now.presence().note()).isEqualTo("still writing");
        desk.run(() -> own.reword(null));
        assertThat(desk.ask(own::now).presence().note()).isNull();
    }

    @Test
    void whatApplicationsSayUntilATimeOutlivesARestart() throws Exception {
        Instant end = desk.clock.instant().plusSeconds(600);
        desk.run(() -> own.choose(Status.FREE_TO_CHAT, null, null));
        desk.run(() -> own.observe(Seen.one("app:phone=on-the-phone").until(end)));
        desk.run(() -> own.observe(Seen.one("app:calendar=in-a-meeting").until(end)));
        restart();

        assertThat(status()).isEqualTo(Status.IN_A_MEETING_ON_THE_PHONE);
        desk.run(() -> own.forget(Source.parse("app:phone").orElseThrow()));
        restart();
        assertThat(status()).isEqualTo(Status.IN_A_MEETING);
        assertThat(desk.ask(own::now).chosen()).isEqualTo(Status.FREE_TO_CHAT);
        desk.run(() -> own.dismiss(Source.parse("app:calendar").orElseThrow()));
        restart();
        assertThat(status()).isEqualTo(Status.FREE_TO_CHAT);
    }

    @Test
    void whatEndedWhileNobodyRanIsOver() throws Exception {
        Instant end = desk.clock.instant().plusSeconds(600);
        desk.run(() -> own.observe(Seen.one("app:phone=on-the-phone").until(end)));
        desk.clock.pass(Duration.ofMinutes(10));
        restart();
        assertThat(status()).isEqualTo(Status.AVAILABLE);
        assertThat(memory.observed()).isEmpty();
    }

    @Test
    void aMeetingThatIsOverEarlyStaysOverButTheNextCounts() throws Exception {
        Instant now = desk.clock.instant();
        Observation meeting = Seen.one("calendar:work=in-a-meeting").since(now).until(now.plusSeconds(600));
        desk.run(() -> own.observe(meeting));
        desk.run(() -> own.dismiss(meeting.source()));
        assertThat(status()).isEqualTo(Status.AVAILABLE);
        restart();
        desk.run(() -> own.observe(meeting));
        assertThat(status()).isEqualTo(Status.AVAILABLE);
        desk.run(() -> own.observe(meeting.until(now.plusSeconds(900))));
        assertThat(status()).isEqualTo(Status.IN_A_MEETING);
    }

    @Test
    void aCallPausesAutoAway() throws Exception {
        Instant longAgo = desk.clock.instant().minus(Duration.ofMinutes(30));
        desk.run(() -> own.observe(Seen.one("line:1=on-the-phone").since(longAgo)));
        desk.run(() -> own.observe(Seen.one("input=idle").since(longAgo)));
        assertThat(status()).isEqualTo(Status.ON_THE_PHONE);
        desk.run(() -> own.forget(Source.parse("line:1").orElseThrow()));
        assertThat(status()).isEqualTo(Status.AVAILABLE);
    }

    @Test
    void theLastFiveNotesAndThePresetsAreKeptReady() throws Exception {
        for (int i = 1; i <= 6; i++) {
            String note = "note " + i;
            desk.run(() -> own.choose(Status.AWAY, note, null));
        }
        desk.run(() -> own.choose(Status.AWAY, "note 4", null));
        ChoicePreset lunch =
                new ChoicePreset(Status.AWAY, "at lunch", Ending.parse("60 min").orElseThrow());
        ChoicePreset focus = new ChoicePreset(Status.DO_NOT_DISTURB, null, Ending.END_OF_DAY);
        desk.run(() -> {
            own.ready().add(lunch);
            own.ready().add(focus);
            own.ready().add(lunch);
            own.ready().move(focus, -1);
        });
        restart();

        assertThat(desk.ask(() -> own.ready().notes()))
                .containsExactly("note 4", "note 6", "note 5", "note 3", "note 2");
        assertThat(desk.ask(() -> own.ready().presets())).containsExactly(focus, lunch);
        desk.run(() -> own.ready().remove(focus));
        assertThat(desk.ask(() -> own.ready().presets())).containsExactly(lunch);
    }

    @Test
    void whatHasAnEndInThousandsOfYearsHoldsUntilThen() throws Exception {
        desk.run(() -> own.choose(Status.BUSY, null, Instant.MAX));
        restart();
        assertThat(status()).isEqualTo(Status.BUSY);
    }

    @Test
    void aNoteIsOneLineThatAnyFileAndNetworkCanHold() throws Exception {
        desk.run(() -> own.choose(Status.BUSY, "  two\nlines \ud800 \u202eturned " + "y".repeat(100_000), null));
        String note = desk.ask(own::now).presence().note();
        assertThat(note).startsWith("two lines turned yyy").hasSize(512);
        desk.run(() -> own.choose(Status.BUSY, " \n ", null));
        assertThat(desk.ask(own::now).presence().note()).isNull();
    }
}
