package org.lamplight.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamplight.ui.EdtWork;
import org.lamplight.ui.Screen;

/** Whatever somebody writes, the window answers within a tenth of a second. */
class HostileTalkTest {
    /** As much as a client lets through. */
    private static final int MOST = 256 * 1024;

    private static final int LONGEST_PAUSE_MS = 100;

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("one word", "x".repeat(MOST)),
                Arguments.of("many words", "and so on ".repeat(MOST / 10)),
                Arguments.of("many lines", "\n".repeat(MOST)),
                Arguments.of("combining marks", "a" + "\u0301\u0489\u0336".repeat(100_000 / 3) + " end"),
                Arguments.of("overrides of direction", "\u202E\u2066\u202Dabc\u05D0".repeat(MOST / 7)),
                Arguments.of("right to left", "\u05D0\u05D1 12 ab ".repeat(MOST / 9)),
                Arguments.of("letters of no font", "\uD808\uDC00\uA9C5\u1780".repeat(MOST / 4)),
                Arguments.of("emoji", "\uD83D\uDE00\uD83D\uDC69\u200D\uD83D\uDC67".repeat(MOST / 7)),
                Arguments.of("links", "https://engine.example/ ".repeat(MOST / 24)),
                Arguments.of("one link", "https://" + "a".repeat(MOST - 10)),
                Arguments.of("styling", "*a _b ~c `d".repeat(MOST / 11)),
                Arguments.of("closed styling", "*_~a~_* ".repeat(MOST / 8)),
                Arguments.of("quotations", ">".repeat(MOST)),
                Arguments.of("code", "```\n".repeat(MOST / 4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void theWindowAnswers(String what, String text) {
        try (TalkOnScreen on = new TalkOnScreen()) {
            on.hears("Hello");
            Transcript transcript = on.open(1);
            try (EdtWork work = new EdtWork()) {
                for (int i = 0; i < 3; i++) {
                    on.hears(text);
                }
                Screen.until(what, () -> transcript.rowLayout().rows().size() >= 5);
                unfold(on, transcript);
                scroll(on, transcript);
                System.out.printf(Locale.ROOT, "%-24s longest work of the EDT %d ms%n", what, work.longestMs());
                assertThat(work.longestMs()).isLessThan(LONGEST_PAUSE_MS);
                assertThat(GuiActionRunner.execute(() -> transcript.rowLayout().laidOut()))
                        .isLessThanOrEqualTo(200);
            }
        }
    }

    private static void unfold(TalkOnScreen on, Transcript transcript) {
        GuiActionRunner.execute(() -> {
            int last = transcript.rowLayout().rows().size() - 1;
            transcript.spots().of(last).stream()
                    .filter(spot -> spot.name().startsWith("Show all"))
                    .findFirst()
                    .ifPresent(spot -> spot.does().run());
        });
        on.robot.waitForIdle();
    }

    private static void scroll(TalkOnScreen on, Transcript transcript) {
        for (int page = 0; page < 20; page++) {
            int y = GuiActionRunner.execute(() -> transcript.getHeight() * 7 / 10);
            int at = y + page * 400;
            GuiActionRunner.execute(() -> transcript.scrollRectToVisible(new Rectangle(0, at, 1, 1)));
            on.robot.waitForIdle();
        }
    }
}
