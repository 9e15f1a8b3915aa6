package org.lamplight.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which letters are pictures. */
class EmojiTest {
    private static final Emoji EMOJI = Emoji.load();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        \uD83D\uDE00                                                      | 1f600
        a \uD83D\uDC4D\uD83C\uDFFD!                                       | 1f44d/3
        \u2764\uFE0F \u2764 \u2764\uFE0E                                  | 2764
        1\uFE0F\u20E3 1 #                                                 | 31-20e3
        \uD83C\uDDEC\uD83C\uDDE7                                          | 1f1ec-1f1e7
        \uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67                  | 1f469-200d-1f469-200d-1f467
        \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08                              | 1f3f3-200d-1f308
        \u2615\u260E\u260E\uFE0F                                          | 2615 260e
        \u00A9 \u00AE plain 123 *#                                        | ''
        """)
    void finds(String text, String expected) {
        assertThat(EMOJI.find(text, 0, text.length()).stream()
                        .map(found -> found.key() + (found.tone() == 0 ? "" : "/" + found.tone()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void drawsThemAll() {
        EmojiPictures pictures = new EmojiPictures();
        pictures.use(EMOJI);
        for (String text : new String[] {"\uD83D\uDE00", "\uD83C\uDDEC\uD83C\uDDE7", "\uD83D\uDC4D\uD83C\uDFFF"}) {
            BufferedImage picture = new BufferedImage(18, 18, BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = picture.createGraphics();
            pictures.paint(graphics, text, 0, 0, 18);
            graphics.dispose();
            int[] pixels = picture.getRGB(0, 0, 18, 18, null, 0, 18);
            assertThat(Arrays.stream(pixels).filter(pixel -> pixel != 0).count())
                    .isGreaterThan(80);
        }
    }
}
