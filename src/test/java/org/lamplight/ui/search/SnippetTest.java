package org.lamplight.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SnippetTest {
    @Test
    void showsWhatWasSoughtWithWhatStandsAroundIt() {
        assertThat(Snippet.of("We meet in room 4", "ROOM")).isEqualTo("We meet in room 4");
        assertThat(Snippet.of("one\ntwo\tthree", "three")).isEqualTo("one two three");
        String text = "and so on ".repeat(50) + "the moth\nwas between the contacts " + "of relay 70 ".repeat(50);
        assertThat(Snippet.of(text, "moth"))
                .startsWith("…so on and so on the moth was between")
                .hasSizeLessThan(260);
        assertThat(Snippet.of(text, "not there")).startsWith("and so on and");
        assertThat(Snippet.of("", "x")).isEmpty();
        assertThat(Snippet.of("\uD83D\uDE00".repeat(100) + "moth", "moth")).matches("…(\uD83D\uDE00)+moth");
    }

    @Test
    void aLongTextIsNoBurden() {
        String text = "a".repeat(256 * 1024);
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            Snippet.of(text, "aaaab");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
}
