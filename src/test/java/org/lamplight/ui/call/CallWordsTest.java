package org.lamplight.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.call.MediaReport;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.PersonTarget;
import org.lamplight.core.Texts;
import org.lamplight.people.Address;
import org.lamplight.people.Person;
import org.lamplight.people.Subscription;
import org.lamplight.presence.Presence;

/** What is said of calls and where people are called, without windows. */
class CallWordsTest {
    private static final Texts TEXTS = new Texts(CallWindow.class, Locale.UK);

    private static Quality quality(double loss, double peerLoss, double jitter, double trip, double mos, long silent) {
        return Quality.of(
                new MediaReport("opus/48000", MediaSecurity.NONE, loss, peerLoss, jitter, trip, mos, silent), TEXTS);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 5, 40, 4.4, 0, GOOD, 'Good sound, HD'",
        "0, -1, 5, -1, 4.4, 0, GOOD, 'Good sound, HD'",
        "3.2, 0, 5, 40, 3.9, 0, FAIR, Fair sound: 3 % lost on the way to you",
        "1, 4, 5, 40, 4.2, 0, FAIR, Fair sound: 4 % lost on the way there",
        "12, 0, 5, 40, 3.6, 0, POOR, Poor sound: 12 % lost on the way to you",
        "0, 0, 5, 620, 3.8, 0, FAIR, Fair sound: 620 ms there and back",
        "0, 0, 80, 40, 3.1, 0, POOR, 'Poor sound: it arrives unevenly, by 80 ms'",
        "0, 0, 5, 40, 4.4, 8000, SILENT, Nothing heard from there for 8 s"
    })
    void theLampHasItsReasonInWords(
            double loss, double peer, double jitter, double trip, double mos, long silent, String step, String words) {
        Quality quality = quality(loss, peer, jitter, trip, mos, silent);
        assertThat(quality.step()).hasToString(step);
        assertThat(quality.words()).isEqualTo(words);
    }

    @Test
    void nothingIsSaidBeforeAnythingIsAgreed() {
        assertThat(Quality.of(null, TEXTS).words()).isEmpty();
    }

    @Test
    void timeIsSaidInFixedWidthUpToAnHour() {
        assertThat(CallWords.time(Duration.ZERO)).isEqualTo("00:00");
        assertThat(CallWords.time(Duration.ofSeconds(133))).isEqualTo("02:13");
        assertThat(CallWords.time(Duration.ofSeconds(3725))).isEqualTo("1:02:05");
        assertThat(CallWords.time(Duration.ofSeconds(-4))).isEqualTo("00:00");
    }

    private static Person person(Address... addresses) {
        return new Person(
                "p", "Hedy", List.of(), List.of(addresses), Presence.UNKNOWN, Subscription.BOTH, false, Set.of("chat"));
    }

    @Test
    void peopleAreCalledBySipThenPhoneThenChatAddressOfOurDomain() {
        Address im = Address.im("hedy@engine.example");
        Address sip = new Address(Address.Kind.SIP, "sip:2106@engine.example", null);
        Address phone = new Address(Address.Kind.PHONE, "+12025550143", "work");
        Set<String> ours = Set.of("engine.example");
        assertThat(PersonTarget.of(person(im, phone, sip), ours)).contains("sip:2106@engine.example");
        assertThat(PersonTarget.of(person(im, phone), ours)).contains("+12025550143");
        assertThat(PersonTarget.of(person(im), ours)).contains("sip:hedy@engine.example");
        assertThat(PersonTarget.of(person(im), Set.of("turin.example"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6001", "+44 20 7946 0143", "(202) 555-0143", "*97", "sip:ada@x.example", "tel:+4420"})
    void numbers(String typed) {
        assertThat(CallTarget.isNumber(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6", "ada", "ada6001", "6001 lab", "plan 25"})
    void noNumbers(String typed) {
        assertThat(CallTarget.isNumber(typed)).isFalse();
    }
}
