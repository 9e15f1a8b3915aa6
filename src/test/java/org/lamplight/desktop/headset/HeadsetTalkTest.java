package org.lamplight.desktop.headset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.call.CallAction;
import org.lamplight.call.CallActions.Stand;

/** What buttons mean, and what lamps show. */
class HeadsetTalkTest {
    private static final Stand RINGS = new Stand(true, false, false);
    private static final Stand TALKS = new Stand(false, true, false);
    private static final Stand MUTED = new Stand(false, true, true);

    private static HeadsetTalk jabra() throws IOException {
        return new HeadsetTalk(HeadsetReports.parse(Descriptors.of("Jabra Evolve Link MS")));
    }

    private static HeadsetTalk of(String descriptor) {
        return new HeadsetTalk(HeadsetReports.parse(HexFormat.of().parseHex(descriptor)));
    }

    private static List<CallAction> heard(HeadsetTalk talk, String report, Stand stand) {
        return talk.heard(HexFormat.of().parseHex(report), stand);
    }

    private static List<String> shown(HeadsetTalk talk, Stand stand) {
        return talk.shows(stand).stream().map(HexFormat.of()::formatHex).toList();
    }

    @Test
    void theHookAnswersAndHangsUp() throws IOException {
        HeadsetTalk talk = jabra();
        assertThat(heard(talk, "020100", RINGS)).containsExactly(CallAction.ANSWER);
        assertThat(heard(talk, "020100", TALKS)).isEmpty();
        assertThat(heard(talk, "020000", TALKS)).containsExactly(CallAction.HANG_UP);
    }

    @Test
    void whatItRepeatsOfWhatItWasToldIsNoButton() throws IOException {
        HeadsetTalk talk = jabra();
        assertThat(heard(talk, "020000", RINGS)).isEmpty();
        // answered by a click: it lifts its hook
        assertThat(heard(talk, "020100", TALKS)).isEmpty();
        // hung up by a click
        assertThat(heard(talk, "020000", Stand.QUIET)).isEmpty();
    }

    @Test
    void muteIsOnePressHoweverLong() throws IOException {
        HeadsetTalk talk = jabra();
        heard(talk, "020100", TALKS);
        assertThat(heard(talk, "020500", TALKS)).containsExactly(CallAction.MUTE);
        assertThat(heard(talk, "020100", MUTED)).isEmpty();
        assertThat(heard(talk, "020500", MUTED)).containsExactly(CallAction.MUTE);
        assertThat(heard(talk, "020500", Stand.QUIET)).isEmpty();
    }

    @Test
    void otherReportsSayNothing() throws IOException {
        HeadsetTalk talk = jabra();
        assertThat(heard(talk, "010101", RINGS)).isEmpty();
        assertThat(heard(talk, "02", RINGS)).isEmpty();
        assertThat(heard(talk, "", RINGS)).isEmpty();
    }

    @Test
    void lampsShowHowThingsStandOnce() throws IOException {
        HeadsetTalk talk = jabra();
        assertThat(shown(talk, Stand.QUIET)).isEmpty();
        assertThat(shown(talk, RINGS)).containsExactly("020400");
        assertThat(shown(talk, RINGS)).isEmpty();
        assertThat(shown(talk, TALKS)).containsExactly("020100");
        assertThat(shown(talk, MUTED)).containsExactly("020300");
        assertThat(shown(talk, Stand.QUIET)).containsExactly("020000");
    }

    @Test
    void lampsMayBeInReportsOfTheirOwn() throws IOException {
        HeadsetTalk talk = new HeadsetTalk(HeadsetReports.parse(Descriptors.of("Plantronics Blackwire C5220")));
        assertThat(shown(talk, RINGS)).containsExactly("1801");
        assertThat(shown(talk, MUTED)).containsExactly("1701", "1800", "0901");
        assertThat(shown(talk, Stand.QUIET)).containsExactly("1700", "0900");
    }

    /** Absolute hook and mute of a push button, without numbers and lamps. */
    @Test
    void oneThatIsToldNothingMayStandTheWrongWayRound() {
        HeadsetTalk talk = of("050b0905a1011500250175019502092009" + "2f8102c0");
        assertThat(heard(talk, "01", RINGS)).containsExactly(CallAction.ANSWER);
        // hung up by a click, and another one calls
        assertThat(heard(talk, "00", RINGS)).containsExactly(CallAction.ANSWER);
        assertThat(heard(talk, "02", TALKS)).containsExactly(CallAction.MUTE);
        assertThat(heard(talk, "02", MUTED)).isEmpty();
        assertThat(heard(talk, "00", MUTED)).isEmpty();
        assertThat(heard(talk, "01", MUTED)).containsExactly(CallAction.HANG_UP);
    }

    /** A hook that tells only of presses, and a switch that stays where it was put. */
    @Test
    void pressesAndSwitchesAreUnderstoodToo() {
        HeadsetTalk talk = of("050b0905a101150025017501950109208106092f8122c0");
        assertThat(heard(talk, "01", RINGS)).containsExactly(CallAction.ANSWER);
        assertThat(heard(talk, "00", TALKS)).isEmpty();
        assertThat(heard(talk, "01", TALKS)).containsExactly(CallAction.HANG_UP);
        assertThat(heard(talk, "02", TALKS)).containsExactly(CallAction.MUTE);
        assertThat(heard(talk, "02", MUTED)).isEmpty();
        assertThat(heard(talk, "00", MUTED)).containsExactly(CallAction.MUTE);
    }
}
