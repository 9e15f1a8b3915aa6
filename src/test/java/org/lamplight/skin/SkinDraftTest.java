package org.lamplight.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.presence.Status;

class SkinDraftTest {
    private static final Hues LIGHT = Hues.LIGHT;

    @TempDir
    Path folder;

    private Path own;
    private Skins skins;

    @BeforeEach
    void places() {
        own = folder.resolve("profile/skinart");
        skins = new Skins(new SkinPlaces(Path.of("skinart"), own));
    }

    private Path picture(String format, Color colour) throws IOException {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                image.setRGB(x, y, x < 4 ? Color.WHITE.getRGB() : colour.getRGB());
            }
        }
        Path file = folder.resolve("picture" + colour.getRGB() + "." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    private static int middle(Skin skin, Status status) {
        return skin.image(status, 16, LIGHT).getRGB(8, 8);
    }

    @Test
    void aProgramsSkinBeginsAnOwnOneThatExtendsIt() throws Exception {
        SkinDraft begun = SkinDraft.of(skins, "lamplight");
        assertThat(begun.changed()).isFalse();
        assertThat(begun.basedOn()).isEqualTo("Lamplight");
        assertThat(begun.own()).isNull();
        SkinDraft draft = begun.picture(Status.BUSY, picture("png", Color.BLUE)).showing(Status.AWAY, Status.IDLE);
        assertThat(draft.changed(Status.BUSY)).isTrue();
        assertThat(draft.changed(Status.IDLE)).isFalse();
        assertThat(begun.changed()).isFalse();
        assertThat(middle(draft.skin(), Status.BUSY)).isEqualTo(Color.BLUE.getRGB());
        assertThat(draft.skin().shown(Status.AWAY).shownAs()).isEqualTo(Status.IDLE);
        assertThat(draft.original(Status.BUSY).original(Status.AWAY)).isEqualTo(begun);

        assertThat(skins.save(draft, "Mine")).isEqualTo("Mine");
        assertThat(skins.own("Mine")).isTrue();
        assertThat(skins.own("lamplight")).isFalse();
        assertThat(skins.problems()).isEmpty();
        assertThat(skins.current().id()).isEqualTo("Mine");
        assertThat(middle(skins.current(), Status.BUSY)).isEqualTo(Color.BLUE.getRGB());
        assertThat(Files.readAllLines(own.resolve("Mine/skin.properties")))
                .contains("name = Mine", "extends = lamplight", "icon.busy = presence/busy.png", "show.away = idle");
    }

    @Test
    void anOwnSkinGoesOnAndWhatNobodyUnderstandsIsKept() throws Exception {
        Path mine = Files.createDirectories(own.resolve("mine"));
        Files.writeString(mine.resolve("skin.properties"), """
                # what I like
                name = Mine
                colour = red
                extends = lamplight
                show.busy = idle
                ! the end
                """);
        SkinDraft draft = SkinDraft.of(skins, "mine");
        assertThat(draft.own()).isEqualTo("mine");
        SkinDraft changed = draft.showing(Status.BUSY, Status.AWAY).tint(Status.Hue.WELCOME, true, 0x123456);
        assertThat(skins.save(changed, "Mine")).isEqualTo("mine");
        assertThat(mine.resolve("skin.properties")).hasContent("""
                # what I like
                name = Mine
                colour = red
                extends = lamplight
                show.busy = away
                ! the end
                tint.dark.welcome = #123456
                """);
        skins.save(SkinDraft.of(skins, "mine").original(Status.BUSY).plainTint(Status.Hue.WELCOME, true), "mine");
        assertThat(mine.resolve("skin.properties")).hasContent("""
                # what I like
                name = Mine
                colour = red
                extends = lamplight
                ! the end
                """);
    }

    @Test
    void noPictureOfTheUsersIsOverwrittenOrLost() throws Exception {
        skins.save(SkinDraft.of(skins, "lamplight").picture(Status.BUSY, picture("png", Color.BLUE)), "Mine");
        byte[] first = Files.readAllBytes(own.resolve("Mine/presence/busy.png"));
        skins.save(SkinDraft.of(skins, "Mine").picture(Status.BUSY, picture("png", Color.RED)), "Mine");
        assertThat(middle(skins.current(), Status.BUSY)).isEqualTo(Color.RED.getRGB());
        assertThat(own.resolve("Mine/presence/busy.png")).hasBinaryContent(first);
        skins.save(SkinDraft.of(skins, "Mine").original(Status.BUSY), "Mine");
        assertThat(skins.current().shown(Status.BUSY).file()).contains("lamplight");
        skins.save(SkinDraft.of(skins, "Mine").picture(Status.BUSY, picture("png", Color.BLUE)), "Mine");
        assertThat(own.resolve("Mine/presence")).isDirectoryContaining("glob:**busy.png");
        assertThat(middle(skins.current(), Status.BUSY)).isEqualTo(Color.BLUE.getRGB());
        try (var files = Files.list(own.resolve("Mine/presence"))) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void savedUnderAnotherNameItIsACopy() throws Exception {
        Path mine = Files.createDirectories(own.resolve("mine/presence")).getParent();
        Files.copy(picture("png", Color.BLUE), mine.resolve("presence/busy.png"));
        Files.write(mine.resolve("ring.wav"), new byte[100]);
        Files.writeString(mine.resolve("skin.properties"), "# hello\nsound.ring = ring.wav\n");
        assertThat(skins.save(SkinDraft.of(skins, "mine").named("Other"), "Other"))
                .isEqualTo("Other");
        assertThat(middle(skins.current(), Status.BUSY)).isEqualTo(Color.BLUE.getRGB());
        assertThat(skins.current().sounds()).containsKey("ring");
        assertThat(skins.problems()).isEmpty();
        assertThat(skins.current().name()).isEqualTo("Other");
        assertThat(own.resolve("Other/skin.properties")).content().startsWith("# hello\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lamplight",
                "LampLight",
                "taken",
                "",
                "  ",
                "../up",
                "a/b",
                "a\\b",
                ".hidden",
                "nul",
                "a:b",
                "x."
            })
    void aNameThatIsTakenOrSenselessIsRefused(String name) throws IOException {
        Files.createDirectories(own.resolve("taken"));
        SkinDraft draft = SkinDraft.of(skins, "lamplight").showing(Status.BUSY, Status.IDLE);
        assertThatThrownBy(() -> skins.save(draft, name))
                .isInstanceOf(BrokenSkin.class)
                .message()
                .endsWith(".")
                .doesNotContain("Exception");
        assertThat(folder.resolve("profile/up")).doesNotExist();
        assertThat(own).isDirectoryNotContaining("glob:**LampLight");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp"})
    void everyFormatOfPixelsBecomesOneThatSkinsHave(String format) throws Exception {
        SkinDraft draft = SkinDraft.of(skins, "lamplight").picture(Status.BUSY, picture(format, Color.BLUE));
        assertThat(middle(draft.skin(), Status.BUSY)).isEqualTo(Color.BLUE.getRGB());
        skins.save(draft, "Mine");
        assertThat(middle(skins.current(), Status.BUSY)).isEqualTo(Color.BLUE.getRGB());
        assertThat(own.resolve("Mine/presence/busy.png")).exists();
        assertThat(skins.problems()).isEmpty();
    }

    @Test
    void aColourKeyIsSeenThrough() throws Exception {
        SkinDraft draft = SkinDraft.of(skins, "lamplight").picture(Status.BUSY, picture("bmp", Color.MAGENTA));
        BufferedImage drawn = draft.skin().image(Status.BUSY, 32, LIGHT);
        assertThat(drawn.getRGB(16, 16) >>> 24).isZero();
        assertThat(drawn.getRGB(1, 16)).isEqualTo(Color.WHITE.getRGB());
    }

    @Test
    void aTintTakesThePlaceOfTheThemesHue() {
        SkinDraft draft = SkinDraft.of(skins, "lamplight").tint(Status.Hue.WELCOME, false, 0x0000FF);
        assertThat(middle(draft.skin(), Status.AVAILABLE)).isEqualTo(Color.BLUE.getRGB());
        assertThat(draft.skin().image(Status.AVAILABLE, 16, Hues.DARK).getRGB(8, 8))
                .isEqualTo(0xFF000000 | Hues.DARK.welcome());
        assertThat(draft.plainTint(Status.Hue.WELCOME, false).changed()).isFalse();
        PresenceIcons icons = new PresenceIcons(draft::skin, () -> LIGHT, size -> size);
        BufferedImage painted = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
        icons.icon(Status.AVAILABLE, 16).paintIcon(null, painted.createGraphics(), 0, 0);
        assertThat(painted.getRGB(8, 8)).isEqualTo(Color.BLUE.getRGB());
    }

    /** Green drawn as red must not become what red is drawn as. */
    @Test
    void tintsDoNotTakeTurns() {
        Hues swapped = LIGHT.with(Status.Hue.WELCOME, LIGHT.notNow()).with(Status.Hue.NOT_NOW, LIGHT.maybe());
        assertThat(swapped.applyTo("#0b8a60 #C62A3D #B87000 #0B8A601")).isEqualTo("#C62A3D #B87000 #B87000 #0B8A601");
    }

    @Test
    void whereNothingCanBeWrittenASentenceSaysSo() throws Exception {
        Files.createDirectories(own.getParent());
        Files.writeString(own, "a file where the folder should be");
        SkinDraft draft = SkinDraft.of(skins, "lamplight").showing(Status.BUSY, Status.IDLE);
        assertThatThrownBy(() -> skins.save(draft, "Mine"))
                .isInstanceOf(BrokenSkin.class)
                .hasMessageContaining(own.toString())
                .message()
                .endsWith(".");
        assertThat(skins.current().name()).isEqualTo("Lamplight");
    }

    /** The text is what makes the new skin: until it is written, all is as it was, whatever pictures lie there. */
    @Test
    void aSaveCutShortLeavesTheOldSkin() throws Exception {
        skins.save(SkinDraft.of(skins, "lamplight").picture(Status.BUSY, picture("png", Color.BLUE)), "Mine");
        String before = Files.readString(own.resolve("Mine/skin.properties"));
        skins.save(SkinDraft.of(skins, "Mine").picture(Status.BUSY, picture("png", Color.RED)), "Mine");
        Files.writeString(own.resolve("Mine/skin.properties"), before);
        assertThat(middle(skins.read("Mine"), Status.BUSY)).isEqualTo(Color.BLUE.getRGB());
        assertThat(own.resolve("Mine")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void withoutAProfileNothingIsSaved() {
        Skins program = new Skins(new SkinPlaces(Path.of("skinart"), null));
        SkinDraft draft = SkinDraft.of(program, "lamplight");
        assertThat(program.own("lamplight")).isFalse();
        assertThatThrownBy(() -> program.save(draft, "Mine")).isInstanceOf(BrokenSkin.class);
    }

    @Test
    void theNameOfANewSkinIsFree() throws Exception {
        assertThat(SkinDraft.of(skins, "lamplight").name()).isEqualTo("My skin");
        skins.save(SkinDraft.of(skins, "lamplight"), "My skin");
        assertThat(SkinDraft.of(skins, "lamplight").name()).isEqualTo("My skin 2");
        assertThat(skins.names()).containsAll(List.of("My skin", "lamplight"));
    }
}
