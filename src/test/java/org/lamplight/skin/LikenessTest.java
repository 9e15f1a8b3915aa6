package org.lamplight.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamplight.presence.Status;

class LikenessTest {
    private static final double RASTERISERS_DIFFER = 0.02;

    private final Skins skins = new Skins(new SkinPlaces(Path.of("skinart"), null));

    @Test
    void agreesWithTheScriptThatMeasuredTheDrawings() throws IOException {
        Map<String, double[]> expected = figures();
        List<Likeness.Pair> pairs = Likeness.of(skins.read("lamplight")).pairs();
        assertThat(pairs).hasSize(210).hasSameSizeAs(expected.keySet());
        for (Likeness.Pair pair : pairs) {
            String names = pair.one().key() + " " + pair.other().key();
            double[] figures = Objects.requireNonNull(expected.get(names), names);
            assertThat(pair.difference()).as(names).isCloseTo(figures[0], within(RASTERISERS_DIFFER));
            assertThat(pair.shifted()).as(names + ", moved").isCloseTo(figures[1], within(RASTERISERS_DIFFER));
        }
    }

    private static Map<String, double[]> figures() throws IOException {
        Map<String, double[]> figures = new HashMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                LikenessTest.class.getResourceAsStream("lamplight-likeness.txt"), StandardCharsets.UTF_8))) {
            in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(words -> figures.put(
                            words[0] + " " + words[1],
                            new double[] {Double.parseDouble(words[2]), Double.parseDouble(words[3])}));
        }
        return figures;
    }

    @Test
    void theNearestIsTheLeastOfThePairs() {
        Likeness likeness = Likeness.of(skins.read("lamplight"));
        assertThat(likeness.nearest(Status.DO_NOT_DISTURB).other()).isEqualTo(Status.IDLE);
        assertThat(likeness.nearest(Status.IDLE).difference()).isEqualTo(likeness.least());
        assertThat(likeness.leastShifted()).isLessThanOrEqualTo(likeness.least());
        assertThat(likeness.sharing(Status.IDLE)).isEmpty();
    }

    @Test
    void whatSharesAPictureOnPurposeIsNamedAndNotMeasured() {
        SkinDraft draft = SkinDraft.of(skins, "lamplight").showing(Status.FREE_TO_CHAT, Status.AVAILABLE);
        Likeness likeness = Likeness.of(draft.skin());
        assertThat(likeness.sharing(Status.AVAILABLE)).containsExactly(Status.FREE_TO_CHAT);
        assertThat(likeness.least()).isGreaterThan(0.2);
    }

    @ParameterizedTest
    @EnumSource(Sight.class)
    void whiteBlackAndNothingLookTheSameToAll(Sight sight) {
        assertThat(sight.seen(0xFFFFFF)).isEqualTo(0xFFFFFF);
        assertThat(sight.seen(0)).isZero();
        var image = new java.awt.image.BufferedImage(2, 1, java.awt.image.BufferedImage.TYPE_INT_ARGB);
        image.setRGB(1, 0, 0x80FFFFFF);
        assertThat(sight.seen(image).getRGB(0, 0)).isZero();
        assertThat(sight.seen(image).getRGB(1, 0)).isEqualTo(0x80FFFFFF);
    }

    /** Red and green of the light theme; the figures are those of the script. */
    @Test
    void redAndGreenComeCloserToColourBlindEyes() {
        assertThat(Sight.FULL.seen(0xC62A3D)).isEqualTo(0xC62A3D);
        assertThat(Sight.GREY.seen(0xC62A3D)).isEqualTo(0x696969);
        assertThat(Sight.PROTANOPIA.seen(0x0B8A60)).isEqualTo(0x877F5E);
        assertThat(Sight.DEUTERANOPIA.seen(0xC62A3D)).isEqualTo(0x807438);
        assertThat(Sight.TRITANOPIA.seen(0x0B8A60)).isEqualTo(0x008A7F);
    }
}
