package org.lamplight.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of XEP-0393, and what people write besides. */
class MarkupTest {

    /** Styled letters in the order of reading, as "kind letters". */
    private static String spans(String text) {
        return Markup.of(text).spans().stream()
                .filter(span -> span.kind() != Span.Kind.DIRECTIVE && span.kind() != Span.Kind.LINK)
                .map(span -> span.kind() + " " + text.substring(span.start(), span.end()))
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        *strong*                         | BOLD strong
        _emphasis_ and ~struck~          | ITALIC emphasis, STRUCK struck
        `code *not strong*`              | CODE code *not strong*
        *strong _both_ again*            | BOLD strong _both_ again, ITALIC both
        _*both*_                         | ITALIC *both*, BOLD both
        *strong*plain*                   | BOLD strong
        * plain*                         | ''
        *plain *                         | ''
        plain*plain*                     | ''
        ** plain                         | ''
        ** *strong*                      | BOLD strong
        2*3*4 = 24                       | ''
        *two words*                      | BOLD two words
        *unclosed _emphasis_             | ITALIC emphasis
        snake_case_name                  | ''
        https://x.example/a_b_c _yes_    | ITALIC yes
        """)
    void spansOfALine(String text, String expected) {
        assertThat(spans(text)).isEqualTo(expected);
    }

    @Test
    void aSignDoesNotReachIntoTheNextLine() {
        assertThat(spans("*a\nb*")).isEmpty();
    }

    /** As "depth code letters". */
    private static String blocks(String text) {
        return Markup.of(text).blocks().stream()
                .map(block -> block.depth() + (block.code() ? "`" : " ") + text.substring(block.start(), block.end()))
                .collect(Collectors.joining("|"));
    }

    @Test
    void blocksOfCodeAndQuotations() {
        assertThat(blocks("a\n```lang\nx *y*\n\n```\nb")).isEqualTo("0 a|0`x *y*|0`|0 b");
        assertThat(blocks("```\nnever closed")).isEqualTo("0`never closed");
        assertThat(blocks("> a\n>> b\n> > c\nd")).isEqualTo("1 a|2 b|2 c|0 d");
        assertThat(blocks("> ```\n> x\ny")).isEqualTo("1`x|0 y");
        assertThat(blocks("")).isEqualTo("0 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*a ", "`", "_", "> ", ">", "```\n", "https://", "(", "*_~`", "https://a.b/(", "a\n"})
    void takesTimeInProportion(String piece) {
        String text = piece.repeat(256 * 1024 / piece.length());
        Instant begun = Instant.now();
        assertThat(Markup.of(text).text()).hasSameSizeAs(text);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }
}
