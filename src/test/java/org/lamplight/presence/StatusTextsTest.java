package org.lamplight.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTextsTest {
    private final StatusTexts texts = new StatusTexts();

    @ParameterizedTest
    @CsvFileSource(resources = "status-texts.csv", delimiter = '|', numLinesToSkip = 1)
    void aKnownTextHasItsMeaning(String meaning, String language, String text) {
        boolean held = meaning.equals("held");
        Status status = held ? Status.ON_THE_PHONE : Status.ofKey(meaning).orElseThrow();

        boolean numbered = text.matches("(Talk|Call|Ring|Hold) .*");
        List<String> ways = numbered
                ? List.of(text, "  " + text.toUpperCase(Locale.ROOT))
                : List.of(text, "  " + text.toUpperCase(Locale.ROOT), text + " \u2013 15:00", text + "!");
        for (String written : ways) {
            assertThat(texts.meaning(written)).as(written).contains(status);
            assertThat(texts.saysHeld(written)).as(written).isEqualTo(held);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "status-texts.csv", delimiter = '|', numLinesToSkip = 1)
    void itStandsInTheListUnderItsLanguage(String meaning, String language, String text) throws IOException {
        String section = list().split("(?m)^\\[" + language + "]$", 2)[1].split("(?m)^\\[", 2)[0];
        String written =
                text.replaceFirst("(?<=^(Talk|Call|Ring|Hold) ).*", "<nr>").replaceFirst("\\d+ min", "<n> min");

        assertThat(section.lines())
                .anyMatch(line -> line.startsWith(meaning + ":")
                        && List.of(line.substring(meaning.length() + 2).split("\\|")).stream()
                                .anyMatch(written::equalsIgnoreCase));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Idle hands",
                "Meetings all day",
                "Call me",
                "Call 2 people",
                "Talk",
                "Talk to me",
                "Ring the bell",
                "Holding on",
                "Busybody",
                "",
                "   ",
                "."
            })
    void otherWordsHaveNone(String text) {
        assertThat(texts.meaning(text)).isEmpty();
    }

    @Test
    void silenceHasNone() {
        assertThat(texts.meaning(null)).isEmpty();
    }

    @Test
    void aTextIsANoteOnlyWhereItSaysMoreThanTheStatus() {
        assertThat(texts.note("On the phone", Status.ON_THE_PHONE)).isNull();
        assertThat(texts.note("Talk 1001", Status.ON_THE_PHONE)).isNull();
        assertThat(texts.note("in a meeting", Status.IN_A_MEETING)).isNull();
        assertThat(texts.note("Busy \u00b7 writing", Status.BUSY)).isEqualTo("writing");
        assertThat(texts.note("Busy: writing", Status.BUSY)).isEqualTo("writing");
        assertThat(texts.note("Busy \u00b7 \u00dcbung bis 3", Status.BUSY)).isEqualTo("\u00dcbung bis 3");
        assertThat(texts.note("Busy \u00b7 -5 \u00b0C", Status.BUSY)).isEqualTo("-5 \u00b0C");
        assertThat(texts.note("Lunch", Status.AWAY)).isEqualTo("Lunch");
        assertThat(texts.note(null, Status.AWAY)).isNull();
    }

    private static String list() throws IOException {
        try (InputStream in = StatusTexts.class.getResourceAsStream("status-texts.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
