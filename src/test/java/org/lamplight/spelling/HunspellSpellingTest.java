package org.lamplight.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words against small dictionaries of our own. */
class HunspellSpellingTest {
    private final AtomicBoolean wanted = new AtomicBoolean(true);

    @TempDir
    private Path profile;

    private Path folder;

    @BeforeEach
    void find() throws URISyntaxException {
        folder = Path.of(Objects.requireNonNull(HunspellSpellingTest.class.getResource("en_GB.dic"))
                        .toURI())
                .getParent();
    }

    private HunspellSpelling spelling(Locale... languages) {
        return new HunspellSpelling(
                List.of(profile, folder),
                List.of(languages),
                profile.resolve("own").resolve("words.txt"),
                wanted::get);
    }

    @Test
    void aWordIsRightInAnyOfTheLanguages() {
        HunspellSpelling both = spelling(Locale.GERMANY, Locale.UK);
        assertThat(List.of("Übung", "macht", "the", "The", "engines", "don't", "don\u2019t"))
                .allMatch(both::isRight);
        assertThat(List.of("hte", "engins", "Ubung", "übungs")).noneMatch(both::isRight);
        assertThat(spelling(Locale.UK).isRight("Übung")).isFalse();
        assertThat(both.suggestions("hte")).contains("the");
        assertThat(both.suggestions("Ubung")).contains("Übung");
    }

    @Test
    void anyCountryOfALanguageWillDo() {
        assertThat(spelling(Locale.US).isRight("hte")).isFalse();
        assertThat(spelling(new Locale("de", "AT")).isRight("hte")).isFalse();
    }

    @Test
    void withoutADictionaryOrWhereNotWantedAllIsRight() {
        assertThat(spelling(Locale.JAPAN).isRight("hte")).isTrue();
        wanted.set(false);
        assertThat(spelling(Locale.UK).isRight("hte")).isTrue();
    }

    @Test
    void aWordIsLearntForGood() throws Exception {
        assertThat(spelling(Locale.UK).learn("Bernoulli\u2019s")).isTrue();
        assertThat(spelling(Locale.UK).isRight("Bernoulli's")).isTrue();
        assertThat(Files.readString(profile.resolve("own").resolve("words.txt")))
                .isEqualTo("Bernoulli's\n");
    }

    @Test
    void aBrokenDictionaryIsAsGoodAsNone() throws Exception {
        Files.writeString(profile.resolve("en_GB.aff"), "SET NONSENSE\nSFX S Y many\n");
        Files.writeString(profile.resolve("en_GB.dic"), "x");
        assertThat(spelling(Locale.UK).isRight("hte")).isTrue();
    }
}
