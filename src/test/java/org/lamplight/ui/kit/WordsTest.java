package org.lamplight.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Presence;
import org.lamplight.presence.Reason;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;

class WordsTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-18T14:23:00Z"), ZoneId.of("Europe/London"));

    private static StatusWords words(Locale locale) {
        Texts texts = new Texts(Stage.class, locale);
        return new StatusWords(texts, new Moments(NOW, texts));
    }

    private static Instant at(String time) {
        return time == null ? null : Instant.parse(time);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        available            |                      |                      |           | Available
        in-a-meeting         |                      | 2026-11-18T15:00:00Z |           | In a meeting until 15:00
        in-a-meeting-offline |                      | 2026-11-18T14:30:00Z |           | In a meeting until 14:30 · no chat
        on-the-phone         | 2026-11-18T14:11:00Z |                      |           | On the phone for 12 min
        on-the-phone         | 2026-11-18T14:22:30Z |                      |           | On the phone
        on-the-phone         | 2026-11-18T13:03:00Z |                      |           | On the phone for 1 h 20 min
        idle                 | 2026-11-18T14:09:00Z |                      |           | Idle for 14 min
        away                 | 2026-11-18T13:20:00Z |                      |           | Away since 13:20
        extended-away        | 2026-11-17T16:00:00Z |                      |           | Away since yesterday
        out-of-office        |                      | 2026-11-23T00:00:00Z |           | Out of office until Monday
        out-of-office        |                      | 2026-11-19T00:00:00Z |           | Out of office until tomorrow
        offline              |                      |                      |           | Offline
        offline              | 2026-11-03T09:00:00Z |                      |           | Offline, last seen 3 Nov
        do-not-disturb       |                      |                      | Volume 5  | Do not disturb · Volume 5
        busy                 |                      |                      | Busy      | Busy
        free-to-chat         |                      |                      | Free to chat, coffee? | Free to chat, coffee?
        free-to-chat         |                      |                      | Freely    | Free to chat · Freely
        busy                 |                      |                      | Busybody  | Busy · Busybody
        on-the-phone-offline |                      |                      |           | On the phone · no chat
        not-shared           |                      |                      |           | Does not share presence
        """)
    void saysUntilAndSince(String key, String since, String until, String note, String words) {
        Presence presence = new Presence(Status.ofKey(key).orElseThrow(), note, at(since), at(until), List.of());
        assertThat(words(Locale.UK).of(presence)).isEqualTo(words);
    }

    @Test
    void whoIsOutAndOfflineIsSaidToBeBoth() {
        Observation out = Observation.of(Source.parse("calendar:work").orElseThrow(), Status.OUT_OF_OFFICE)
                .until(Instant.parse("2026-11-23T00:00:00Z"));
        Presence presence = new Presence(Status.OFFLINE, null, null, null, List.of(new Reason(out, false)));
        assertThat(words(Locale.UK).of(presence)).isEqualTo("Offline, out of office until Monday");
    }

    @Test
    void timesFollowTheLocale() {
        Presence meeting =
                new Presence(Status.IN_A_MEETING, null, null, Instant.parse("2026-11-18T15:00:00Z"), List.of());
        assertThat(words(Locale.US).of(meeting).replace('\u202F', ' ')).isEqualTo("In a meeting until 3:00 PM");
        assertThat(words(Locale.GERMANY).of(meeting)).isEqualTo("In einer Besprechung bis 15:00");
        assertThat(words(Locale.ENGLISH).of(meeting)).isEqualTo("In a meeting until 15:00");
    }

    @Test
    void daysAreNamed() {
        Moments moments = new Moments(NOW, new Texts(Stage.class, Locale.UK));
        assertThat(moments.day(LocalDate.parse("2026-11-18"))).isEqualTo("Today");
        assertThat(moments.day(LocalDate.parse("2026-11-17"))).isEqualTo("Yesterday");
        assertThat(moments.day(LocalDate.parse("2026-11-14"))).isEqualTo("Saturday");
        assertThat(moments.day(LocalDate.parse("2025-11-14"))).isEqualTo("14 Nov 2025");
        assertThat(moments.brief(Instant.parse("2026-11-11T11:00:00Z"))).isEqualTo("11 Nov");
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void everyStatusHasWordsInEveryLanguage(Status status) {
        for (Locale locale : List.of(Locale.UK, Locale.GERMANY)) {
            assertThat(words(locale).of(status)).isNotBlank();
        }
    }

    @Test
    void wordsOfOthersAreMadeSafe() {
        assertThat(PlainText.line("a\u202Eb\u0000c\nd\u2066e\uD800")).isEqualTo("abc de");
        assertThat(PlainText.lines("a\r\nb\u0007\tc 😀")).isEqualTo("a\nb\tc 😀");
    }

    @Test
    void initialsAreThoseOfTheFirstAndLastWord() {
        assertThat(Avatar.initials("Ada Byron")).isEqualTo("AB");
        assertThat(Avatar.initials("Ada King, Countess of Lovelace")).isEqualTo("AL");
        assertThat(Avatar.initials("ada@engine.example")).isEqualTo("A");
        assertThat(Avatar.initials("")).isEmpty();
    }
}
