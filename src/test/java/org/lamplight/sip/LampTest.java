package org.lamplight.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.presence.Fold;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Rules;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;
import org.lamplight.presence.Whose;

class LampTest {
    private static final String ADDRESS = "sip:6002@pbx.example";
    private static final Instant NOW = Sample.NOW;
    private static final Lamp DARK = Lamp.unknown(ADDRESS);

    private static Dialog call(String id, Dialog.State state) {
        Dialog.Party grace = new Dialog.Party("Grace <&>", "sip:6003@pbx.example", "sip:**6002@pbx.example", false);
        return new Dialog(id, "c", "l", "r", Dialog.Direction.RECIPIENT, state, null, Dialog.Party.NOBODY, grace);
    }

    private static DialogInfo full(long version, Dialog... calls) {
        return new DialogInfo(version, true, ADDRESS, List.of(calls));
    }

    private static DialogInfo partial(long version, Dialog... calls) {
        return new DialogInfo(version, false, ADDRESS, List.of(calls));
    }

    private static Lamp lit(long version) {
        return DARK.apply(full(version, call("a", Dialog.State.CONFIRMED)), NOW);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "dialog-info.csv", delimiter = '|', numLinesToSkip = 1)
    void everyServersLampIsUnderstood(String file, String state, boolean inUse, String with, String says)
            throws UnreadableBody {
        Lamp lamp = DARK.notified(Sample.of("dialog-info", file), NOW);

        assertThat(lamp.state()).isEqualTo(Lamp.State.valueOf(state.toUpperCase(Locale.ROOT)));
        assertThat(lamp.isInUse()).isEqualTo(inUse);
        assertThat(lamp.with().orElse(null)).isEqualTo(with);
        assertThat(lamp.observation().map(seen -> seen.status().key()).orElse(null))
                .isEqualTo(says);
        assertThat(lamp.observation().map(Observation::source).orElse(Source.lamp(ADDRESS)))
                .isEqualTo(Source.lamp(ADDRESS));
    }

    @Test
    void pickupFindsWhatItNeeds() throws UnreadableBody {
        Dialog ringing = DARK.notified(Sample.of("dialog-info", "freeswitch-ringing"), NOW)
                .deciding()
                .orElseThrow();
        Dialog held = DARK.notified(Sample.of("dialog-info", "rfc-held"), NOW)
                .deciding()
                .orElseThrow();

        assertThat(ringing.remote().target()).isEqualTo("sip:**1000@pbx.example");
        assertThat(List.of(held.callId(), held.localTag(), held.remoteTag()))
                .containsExactly("3f1c@192.0.2.30", "a1", "b2");
    }

    @Test
    void anIdleLampMakesNobodyAvailable() {
        Lamp idle = DARK.apply(full(0), NOW);

        assertThat(idle.state()).isEqualTo(Lamp.State.IDLE);
        assertThat(idle.observation()).isEmpty();
        assertThat(Fold.fold(List.of(), Whose.CONTACT, Rules.builtIn(), NOW).status())
                .isEqualTo(Status.UNKNOWN);
        assertThat(Fold.fold(List.of(lit(1).observation().orElseThrow()), Whose.CONTACT, Rules.builtIn(), NOW)
                        .status())
                .isEqualTo(Status.ON_THE_PHONE_OFFLINE);
    }

    @Test
    void anOlderOrEqualVersionIsDropped() {
        Lamp lamp = lit(5);

        assertThat(lamp.apply(full(5), NOW)).isSameAs(lamp);
        assertThat(lamp.apply(full(4), NOW)).isSameAs(lamp);
        assertThat(lamp.apply(partial(3, call("a", Dialog.State.TERMINATED)), NOW))
                .isSameAs(lamp);
        assertThat(lamp.apply(full(6), NOW).state()).isEqualTo(Lamp.State.IDLE);
    }

    @Test
    void aPartialOneChangesOnlyWhatItNames() {
        Lamp two = lit(5).apply(partial(6, call("b", Dialog.State.EARLY)), NOW);
        Lamp one = two.apply(partial(7, call("a", Dialog.State.TERMINATED)), NOW);

        assertThat(two.state()).isEqualTo(Lamp.State.RINGING);
        assertThat(two.isInUse()).isTrue();
        assertThat(one.dialogs()).containsOnlyKeys("b");
        assertThat(one.apply(full(8, call("c", Dialog.State.CONFIRMED)), NOW).dialogs())
                .containsOnlyKeys("c");
    }

    @Test
    void aGapBeforeAPartialOneAsksForARefresh() {
        Lamp missed = lit(5).apply(partial(7, call("a", Dialog.State.TERMINATED)), NOW);

        assertThat(missed.wantsRefresh()).isTrue();
        assertThat(missed.state()).isEqualTo(Lamp.State.IN_USE);
        assertThat(lit(5).apply(full(9), NOW).wantsRefresh()).isFalse();
        assertThat(missed.apply(full(8), NOW).wantsRefresh()).isFalse();
        assertThat(missed.apply(full(8), NOW).state()).isEqualTo(Lamp.State.IDLE);
        assertThat(DARK.apply(partial(0, call("a", Dialog.State.EARLY)), NOW).wantsRefresh())
                .isTrue();
        assertThat(DARK.apply(partial(0, call("a", Dialog.State.EARLY)), NOW).state())
                .isEqualTo(Lamp.State.UNKNOWN);
    }

    @Test
    void aNewSubscriptionCountsAnewAndKeepsTheLightMeanwhile() {
        Lamp again = lit(500).resubscribed();

        assertThat(again.state()).isEqualTo(Lamp.State.IN_USE);
        assertThat(again.apply(full(0), NOW).state()).isEqualTo(Lamp.State.IDLE);
    }

    @ParameterizedTest
    @ValueSource(longs = {(1L << 31) - 1, (1L << 32) - 1})
    void versionsBeginAnewAtTheirEnd(long last) {
        assertThat(lit(last)
                        .apply(partial(0, call("a", Dialog.State.TERMINATED)), NOW)
                        .state())
                .isEqualTo(Lamp.State.IDLE);
        assertThat(lit(last).apply(full(last - 1), NOW).state()).isEqualTo(Lamp.State.IN_USE);
    }

    @Test
    void itTellsSinceWhen() throws UnreadableBody {
        Instant later = NOW.plusSeconds(60);
        Lamp lamp = lit(1).apply(full(2, call("b", Dialog.State.CONFIRMED)), later);
        Lamp idle = lamp.apply(full(3), later);

        assertThat(lamp.since()).isEqualTo(NOW);
        assertThat(idle.since()).isEqualTo(later);
        assertThat(DARK.notified(Sample.of("dialog-info", "rfc-held"), NOW).since())
                .isEqualTo(NOW.minus(Duration.ofSeconds(90)));
    }

    @Test
    void anEmptyBodyChangesNothing() throws UnreadableBody {
        Lamp lamp = lit(1);

        assertThat(lamp.notified(new byte[0], NOW)).isSameAs(lamp);
        assertThat(DARK.notified(new byte[0], NOW).state()).isEqualTo(Lamp.State.UNKNOWN);
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        Dialog.Party silent = new Dialog.Party(null, "sip:6002@pbx.example", "sip:6002@192.0.2.31", true);
        Dialog held = new Dialog(
                "h", null, null, null, Dialog.Direction.UNKNOWN, Dialog.State.CONFIRMED, 12L, silent, silent);
        DialogInfo info = new DialogInfo(7, false, ADDRESS, List.of(call("a\"<", Dialog.State.EARLY), held));

        assertThat(DialogInfo.read(info.write())).isEqualTo(info);
        for (byte[] sample : Sample.all("dialog-info")) {
            DialogInfo read = DialogInfo.read(sample);
            assertThat(DialogInfo.read(read.write())).isEqualTo(read);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dialog-info state='full'/>",
                "<dialog-info version='-1' state='full'/>",
                "<dialog-info version='99999999999' state='full'/>",
                "<dialog-info version='1' state='full'><dialog id='\"x\"y'/>",
                "<dialog-info version='1' state='full'><dialog id=\"a\"b\"/></dialog-info>",
                "<presence/>",
                "<dialog-info",
                " "
            })
    void whatIsNoSuchDocumentIsUnreadable(String body) {
        assertThatThrownBy(() -> DialogInfo.read(Sample.bytes(body))).isInstanceOf(UnreadableBody.class);
    }
}
