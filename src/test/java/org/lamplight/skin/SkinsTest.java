package org.lamplight.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.presence.Status;

class SkinsTest {
    private static final String SQUARE =
            "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='16' viewBox='0 0 16"
                    + " 16'><path fill='#0B8A60' d='M0 0h16v16h-16z'/></svg>";

    @TempDir
    Path program;

    @TempDir
    Path profile;

    private Path mine;
    private Skins skins;

    @BeforeEach
    void places() throws IOException {
        mine = Files.createDirectories(program.resolve("mine/presence")).getParent();
        Files.createDirectories(profile.resolve("skinart"));
        skins = new Skins(SkinPlaces.of(program.toString(), null, profile));
    }

    private void draw(String status, String svg) throws IOException {
        Files.writeString(mine.resolve("presence/" + status + ".svg"), svg);
    }

    private void says(String... lines) throws IOException {
        Files.write(mine.resolve("skin.properties"), List.of(lines));
        skins.use("mine");
    }

    private Skin.Shown shown(Status status) {
        return skins.current().shown(status);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void withoutAnyFolderEveryStatusHasItsOwnIcon(Status status) {
        assertThat(shown(status).from()).isEqualTo(Skin.From.BUILT_IN);
        assertThat(shown(status).shownAs()).isEqualTo(status);
        assertThat(pixels(status, Hues.LIGHT, 20)).isPositive();
    }

    @Test
    void theDefaultSkinHasNoProblem() {
        assertThat(skins.check(Path.of("skinart/lamplight"))).isEqualTo(new SkinCheck(List.of(), List.of()));
    }

    @Test
    void onePictureIsAWholeSkin() throws IOException {
        draw("busy", SQUARE);
        says("name = Mine");
        assertThat(skins.current().name()).isEqualTo("Mine");
        assertThat(shown(Status.BUSY).from()).isEqualTo(Skin.From.SKIN);
        assertThat(shown(Status.IN_A_MEETING_ON_THE_PHONE).shownAs()).isEqualTo(Status.BUSY);
        assertThat(shown(Status.IN_A_MEETING_ON_THE_PHONE).from().word()).isEqualTo("fallback");
        assertThat(shown(Status.IN_A_MEETING_OFFLINE).from().word()).isEqualTo("built-in");
        assertThat(skins.problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"IN_A_MEETING_OFFLINE", "ON_THE_PHONE_OFFLINE"})
    void whoCannotBeChattedWithNeverFallsBackToASolidIcon(Status status) throws IOException {
        for (Status solid : Status.values()) {
            if (solid.hasSession()) {
                draw(solid.key(), SQUARE);
            }
        }
        draw("offline", SQUARE);
        says();
        assertThat(shown(status).shownAs()).isEqualTo(Status.OFFLINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not a picture",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><image href='http://x.example/a.png'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='16'><path fill='url(http://x/#a)' d='M0 0z'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='16'><path d='M0 0h16",
                "<!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg xmlns='http://www.w3.org/2000/svg'><title>&a;</title></svg>",
                "<html xmlns='http://www.w3.org/1999/xhtml'/>"
            })
    void abrokenPictureCostsOneMessageAndFallsBack(String broken) throws IOException {
        draw("on-the-phone", SQUARE);
        draw("in-a-meeting-on-the-phone", broken);
        says();
        assertThat(shown(Status.IN_A_MEETING_ON_THE_PHONE).shownAs()).isEqualTo(Status.ON_THE_PHONE);
        assertThat(skins.problems()).hasSize(1);
        assertThat(skins.problems().get(0).file()).endsWith("in-a-meeting-on-the-phone.svg");
        assertThat(skins.problems().get(0).toString()).endsWith(".").doesNotContain("Exception");
    }

    @Test
    void whatNobodyUnderstandsIsSaid() throws IOException {
        says(
                "icon.asleep = a.svg",
                "show.busy = asleep",
                "colour = red",
                "icon.away = gone.svg",
                "icon.idle = ../x.svg");
        assertThat(skins.problems())
                .extracting(SkinProblem::wrong)
                .anyMatch(wrong -> wrong.contains("icon.asleep"))
                .anyMatch(wrong -> wrong.contains("show.busy"))
                .anyMatch(wrong -> wrong.contains("colour"))
                .anyMatch(wrong -> wrong.contains("does not exist"))
                .anyMatch(wrong -> wrong.contains("outside"))
                .hasSize(5);
    }

    @Test
    void everyProblemNamesItsLine() throws IOException {
        Files.write(mine.resolve("short.wav"), new byte[10]);
        Files.write(mine.resolve("long.wav"), new byte[2_000_000]);
        draw("busy", "<svg xmlns='http://www.w3.org/2000/svg'>\n\n<script/></svg>");
        says(
                "# a comment",
                "tint.welcome = #0000ff",
                "tint.dark.maybe = blue",
                "tint.sometimes = #0000ff",
                "sound.ring = short.wav",
                "sound.message = long.wav",
                "sound.mention = \\",
                "  gone.wav",
                "sound.cheers = short.wav",
                "tint.welcome = #0000fe",
                "\\uXY = a",
                "icon.away = \\",
                "   gone.svg");
        assertThat(skins.problems())
                .extracting(problem -> Path.of(problem.file()).getFileName() + " " + problem.line())
                .containsExactlyInAnyOrder(
                        "skin.properties 3",
                        "skin.properties 4",
                        "skin.properties 6",
                        "skin.properties 7",
                        "skin.properties 9",
                        "skin.properties 10",
                        "skin.properties 11",
                        "skin.properties 12",
                        "busy.svg 3");
        assertThat(skins.problems())
                .allSatisfy(problem -> assertThat(problem.toString())
                        .endsWith(".")
                        .contains(", line " + problem.line() + ": ")
                        .doesNotContain("{"));
        assertThat(skins.current().sounds()).containsOnlyKeys("ring");
        assertThat(skins.current().hues(Hues.LIGHT).welcome()).isEqualTo(0x0000FE);
        assertThat(skins.current().hues(Hues.DARK)).isEqualTo(Hues.DARK);
    }

    @Test
    void theCheckTellsAuthorsWhatIsTooAlikeOrTooFaint() throws IOException {
        draw("busy", SQUARE);
        draw("away", SQUARE.replace("h16v16h-16", "h16v15h-16"));
        draw("idle", SQUARE.replace("#0B8A60", "#FFEE88").replace("h16v16h-16z", "h5v16h-5z"));
        says("name = Mine", "show.available = busy");
        SkinCheck check = skins.check(mine);
        assertThat(check.problems())
                .extracting(SkinProblem::wrong)
                .satisfiesExactly(
                        alike -> assertThat(alike).contains("available", "away", "0.06", "0.18"),
                        faint -> assertThat(faint).contains("idle", "1.2", "light", "3.0"));
        assertThat(check.notes()).hasSize(1).allMatch(note -> note.contains("unknown") && !note.contains("available"));
        assertThat(skins.check(mine.resolve("gone")).problems()).hasSize(1);
    }

    @Test
    void oneStatusIsShownAsAnother() throws IOException {
        draw("available", SQUARE);
        says("show.free-to-chat = available");
        assertThat(shown(Status.FREE_TO_CHAT).shownAs()).isEqualTo(Status.AVAILABLE);
        assertThat(shown(Status.FREE_TO_CHAT).from()).isEqualTo(Skin.From.SKIN);
    }

    @Test
    void aSkinBuildsOnAnotherAndNeverOnItself() throws IOException {
        Path base = Files.createDirectories(program.resolve("base/presence")).getParent();
        Files.writeString(base.resolve("presence/idle.svg"), SQUARE);
        Files.writeString(base.resolve("skin.properties"), "extends = mine\n");
        says("extends = base");
        assertThat(shown(Status.IDLE).from()).isEqualTo(Skin.From.SKIN);
        says("extends = nowhere");
        assertThat(skins.problems()).hasSize(1);
    }

    @Test
    void theProfilesSkinWins() throws IOException {
        says("name = Program");
        Path own = Files.createDirectories(profile.resolve("skinart/mine"));
        Files.writeString(own.resolve("skin.properties"), "name = Own\n");
        List<String> heard = new ArrayList<>();
        skins.listen(() -> heard.add(skins.current().name()));
        skins.use("mine");
        assertThat(heard).containsExactly("Own");
        assertThat(skins.names()).containsExactly("lamplight", "mine");
    }

    @Test
    void anUnknownSkinIsRefusedWithASentence() {
        assertThatThrownBy(() -> skins.use("nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("lamplight");
        assertThatThrownBy(() -> skins.use("../mine")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pngIsTakenUnlessItIsHuge() throws IOException {
        ImageIO.write(
                new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB),
                "png",
                mine.resolve("a.png").toFile());
        ImageIO.write(
                new BufferedImage(1025, 4, BufferedImage.TYPE_INT_RGB),
                "png",
                mine.resolve("b.png").toFile());
        says("icon.away = a.png", "icon.busy = b.png");
        assertThat(shown(Status.AWAY).file()).endsWith("a.png");
        assertThat(pixels(Status.AWAY, Hues.LIGHT, 20)).isEqualTo(400);
        assertThat(skins.problems()).hasSize(1);
    }

    @Test
    void huesFollowTheThemeAndIconsTheDevice() throws IOException {
        draw("available", SQUARE);
        says();
        Hues[] theme = {Hues.LIGHT};
        PresenceIcons icons = new PresenceIcons(skins::current, () -> theme[0], size -> size);
        var icon = icons.icon(Status.AVAILABLE, 16);
        assertThat(new Color(drawn(icon, 16, 1).getRGB(8, 8))).isEqualTo(new Color(0x0B8A60));
        theme[0] = Hues.DARK;
        BufferedImage twice = drawn(icon, 16, 2);
        assertThat(new Color(twice.getRGB(31, 31))).isEqualTo(new Color(0x3CC998));
        skins.use("lamplight");
        assertThat(drawn(icon, 16, 1).getRGB(0, 0) >>> 24).isZero();
    }

    private static BufferedImage drawn(javax.swing.Icon icon, int size, int scale) {
        BufferedImage image = new BufferedImage(size * scale, size * scale, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(scale, scale);
        icon.paintIcon(null, graphics, 0, 0);
        graphics.dispose();
        return image;
    }

    private long pixels(Status status, Hues hues, int size) {
        BufferedImage image =
                drawn(new PresenceIcons(skins::current, () -> hues, any -> any).icon(status, size), size, 1);
        long painted = 0;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                painted += image.getRGB(x, y) >>> 24 > 128 ? 1 : 0;
            }
        }
        return painted;
    }
}
