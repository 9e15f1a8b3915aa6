package org.lamplight.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Emoji are found by what people call them, and each that is offered can be drawn. */
class EmojiNamesTest {
    private static final String THUMB = "\uD83D\uDC4D";
    private static final String PARTY = "\uD83C\uDF89";
    private static final String TEARS_OF_JOY = "\uD83D\uDE02";
    private static final String HEART = "\u2764\uFE0F";

    private final EmojiNames english = EmojiNames.load(Locale.ENGLISH);

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void eachIsDrawnAsOnePicture(String language) {
        Emoji drawings = Emoji.load();
        EmojiNames names = EmojiNames.load(Locale.forLanguageTag(language));
        assertThat(names.all()).hasSizeGreaterThan(1800).doesNotHaveDuplicates().allSatisfy(one -> {
            assertThat(drawings.find(one, 0, one.length())).singleElement().satisfies(found -> {
                assertThat(found.start()).isZero();
                assertThat(found.end()).isEqualTo(one.length());
            });
            assertThat(names.name(one)).isNotBlank();
        });
    }

    @Test
    void oneIsFoundByItsNameAndByWhatItMeans() {
        assertThat(english.find("thumbs up")).startsWith(THUMB);
        assertThat(english.find("+1")).contains(THUMB);
        assertThat(english.find("tada")).contains(PARTY);
        assertThat(english.find("lol")).contains(TEARS_OF_JOY);
        assertThat(english.find("RED hea")).startsWith(HEART);
        assertThat(english.name(THUMB)).isEqualTo("thumbs up");
    }

    @Test
    void ofManyThoseWhoseNameBeginsSoGoFirst() {
        List<String> found = english.find("heart");
        assertThat(english.name(found.get(0))).startsWith("heart");
        assertThat(found).contains(HEART).hasSizeGreaterThan(20);
    }

    @Test
    void theyHaveNamesInOnesOwnLanguage() {
        EmojiNames german = EmojiNames.load(Locale.GERMANY);
        assertThat(german.find("daumen hoch")).startsWith(THUMB);
        assertThat(german.name(THUMB)).isEqualTo("Daumen hoch");
    }

    @Test
    void aLanguageThatIsNotThereIsEnglish() {
        assertThat(EmojiNames.load(Locale.forLanguageTag("tlh")).name(THUMB)).isEqualTo("thumbs up");
    }

    @Test
    void whatIsUnknownHasNoNameAndNonsenseFindsNothing() {
        assertThat(english.name("x")).isEmpty();
        assertThat(english.find("qqqq")).isEmpty();
    }
}
