package org.lamplight.skin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.presence.Status;

/** The skins that come with the program. */
class ProgramSkinsTest {
    private static final Path SKINART = Path.of("skinart");

    /** By the script 0.24; rasterisers differ by up to 0.02. */
    private static final double LEAST_OF_THE_DEFAULT = 0.22;

    private static final double STRONG = 7;

    private final Skins skins = new Skins(new SkinPlaces(SKINART, null));

    @ParameterizedTest
    @ValueSource(strings = {"lamplight", "classic", "high-contrast"})
    void everySkinPassesTheCheck(String name) {
        assertThat(skins.check(SKINART.resolve(name))).isEqualTo(new SkinCheck(List.of(), List.of()));
        double least = Likeness.of(skins.read(name)).least();
        System.out.printf("least difference of two icons of %s: %.3f%n", name, least);
        assertThat(least).isGreaterThanOrEqualTo(Likeness.LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lamplight", "high-contrast"})
    void theFullSetsHaveAPictureForEachStatusAndKeepWellApart(String name) {
        Skin skin = skins.read(name);
        assertThat(skin.says().pictures().keySet()).isEqualTo(EnumSet.allOf(Status.class));
        assertThat(Likeness.of(skin).least()).isGreaterThanOrEqualTo(LEAST_OF_THE_DEFAULT);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void thePictureInTheJarIsTheOneInTheFolder(Status status) throws Exception {
        try (var inJar = Skins.class.getResourceAsStream("lamplight/presence/" + status.key() + ".svg")) {
            assertThat(inJar.readAllBytes())
                    .isEqualTo(Files.readAllBytes(SKINART.resolve("lamplight/presence/" + status.key() + ".svg")));
        }
    }

    /** What cannot be chatted with is never solid. */
    @ParameterizedTest
    @ValueSource(strings = {"lamplight", "classic", "high-contrast"})
    void outlinesStandForThoseWhoAreNotThere(String name) {
        Skin skin = skins.read(name);
        for (Status status : Status.values()) {
            if (!status.hasSession()) {
                assertThat(skin.shown(status).shownAs().hasSession())
                        .as(status.key())
                        .isFalse();
            }
        }
    }

    @Test
    void theHighContrastIsHigh() {
        Skin skin = skins.read("high-contrast");
        for (Hues theme : List.of(Hues.LIGHT, Hues.DARK)) {
            for (Status.Hue hue : Status.Hue.values()) {
                assertThat(Light.contrast(skin.hues(theme).of(hue), Light.ground(theme.dark())))
                        .as("%s, dark: %s", hue, theme.dark())
                        .isGreaterThanOrEqualTo(STRONG);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void everyPictureFillsItsSquareAtEverySize(Status status) {
        Set<Integer> sizes = Set.of(16, 20, 24, 32, 64);
        for (String name : List.of("lamplight", "high-contrast", "classic")) {
            for (int size : sizes) {
                assertThat(covered(skins.read(name), status, size))
                        .as("%s at %d", name, size)
                        .isBetween(0.1, 0.95);
            }
        }
    }

    private static double covered(Skin skin, Status status, int size) {
        int[] pixels = skin.image(status, size, Hues.LIGHT).getRGB(0, 0, size, size, null, 0, size);
        double covered = 0;
        for (int pixel : pixels) {
            covered += (pixel >>> 24) / 255.0;
        }
        return covered / pixels.length;
    }
}
