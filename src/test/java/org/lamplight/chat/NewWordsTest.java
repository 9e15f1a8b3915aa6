package org.lamplight.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Room 4|Room 4",
                "> where?~Room 4|Room 4",
                "> are we still on?~> and where?~~Yes.~Room 4|Yes.~Room 4",
                ">> who?~> Charles~Grace|Grace",
                "> one~>~> two~three|three",
                "~> one~~> two~~three|three",
                "Yes~> not at its beginning|Yes~> not at its beginning",
                "> only quoted|> only quoted",
                "> only quoted~  ~|> only quoted~  ~",
                ">_< oh no|>_< oh no",
                ">|>",
                " stays as it is | stays as it is ",
                "''|''"
            })
    void areWhatIsNotQuoted(String text, String words) {
        assertThat(NewWords.of(text.replace('~', '\n'))).isEqualTo(words.replace('~', '\n'));
    }
}
