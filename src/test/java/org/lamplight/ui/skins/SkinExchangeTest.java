package org.lamplight.ui.skins;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.presence.Status;
import org.lamplight.skin.Skin;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;

/** Skins and icon sets come and go as files. */
class SkinExchangeTest {
    @TempDir
    Path folder;

    private Path profile;
    private EditorOnScreen on;

    @BeforeEach
    void open() {
        profile = folder.resolve("profile");
        on = new EditorOnScreen(profile, World.english());
    }

    @AfterEach
    void close() {
        on.close();
    }

    private static void icon(Path folder, String name, Color colour, int corner) throws IOException {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRoundRect(2, 2, 28, 28, corner, corner);
        graphics.dispose();
        Files.createDirectories(folder);
        ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    }

    private Path set() throws IOException {
        Path set = folder.resolve("Pebbles");
        icon(set, "online", Color.GREEN.darker(), 28);
        icon(set, "away", Color.ORANGE, 8);
        icon(set, "dnd", Color.RED, 0);
        icon(set, "offline", Color.GRAY, 16);
        icon(set, "pebble", Color.BLUE, 20);
        Files.writeString(set.resolve("busy.png"), "broken");
        return set;
    }

    private void press(String button) {
        on.focus(on.frame.button(button).target());
        on.keys(KeyEvent.VK_SPACE);
    }

    @Test
    void importsAFolderOfPicturesAfterAskingWhichIsWhich() throws IOException {
        Path set = set();
        press("skin.import");
        on.chooseFile("skin.file.import", set);
        DialogFixture dialog = on.dialog("skin-import");
        JComboBox<?> available = dialog.comboBox("skin-import.available").target();
        JComboBox<?> phone = dialog.comboBox("skin-import.on-the-phone").target();
        assertThat(chosen(available)).isEqualTo("online.png");
        assertThat(chosen(phone)).isEmpty();
        assertThat(GuiActionRunner.execute(phone::getItemCount)).isEqualTo(6);
        assertThat(dialog.panel("strip").target().getAccessibleContext().getAccessibleName())
                .startsWith("busy.png: is none of SVG, PNG");
        Screen.shootPart("skin-editor-import@2x", ((JDialog) dialog.target()).getRootPane());
        on.focus(phone);
        on.keys(KeyEvent.VK_DOWN, KeyEvent.VK_END, KeyEvent.VK_ENTER);
        assertThat(chosen(phone)).isEqualTo("pebble.png");
        assertThat(dialog.label("skin-import.said").text()).startsWith("5 of 21");
        on.keys(KeyEvent.VK_ENTER);
        on.awaitSaid("“Pebbles” is imported and in use.");
        Skin skin = on.screen.skins.current();
        assertThat(skin.id()).isEqualTo("Pebbles");
        assertThat(on.chosen).containsExactly("Pebbles");
        assertThat(skin.shown(Status.ON_THE_PHONE).file()).endsWith("presence/on-the-phone.png");
        assertThat(skin.shown(Status.PRESENTING).file()).contains("lamplight");
        assertThat(profile.resolve("skinart/Pebbles/presence")).isDirectoryContaining("glob:**available.png");
    }

    private static String chosen(JComboBox<?> combo) {
        return GuiActionRunner.execute(() -> String.valueOf(combo.getSelectedItem()));
    }

    @Test
    void whatHoldsNoPicturesIsRefusedInASentence() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.zip"), "no zip");
        press("skin.import");
        on.chooseFile("skin.file.import", text);
        on.awaitSaid("notes.zip is neither a zip nor a tar.gz file.");
        assertThat(on.screen.skins.current().id()).isEqualTo("lamplight");
    }

    @Test
    void whatWasExportedCanBeImportedAgain() throws IOException {
        press("skin.import");
        on.chooseFile("skin.file.import", set());
        on.dialog("skin-import");
        on.keys(KeyEvent.VK_ENTER);
        on.awaitSaid("imported");
        Path zip = folder.resolve("given.zip");
        press("skin.export");
        on.chooseFile("skin.file.export", folder.resolve("given"));
        on.awaitSaid("“Pebbles” is in given.zip.");
        assertThat(zip).isRegularFile();
        long size = Files.size(zip);

        press("skin.export");
        on.chooseFile("skin.file.export", zip);
        on.dialog("skin-exists");
        on.keys(KeyEvent.VK_ESCAPE);
        assertThat(Files.size(zip)).isEqualTo(size);

        press("skin.import");
        on.chooseFile("skin.file.import", zip);
        on.awaitSaid("“Pebbles (Pebbles 2)” is imported and in use.");
        assertThat(on.screen.skins.current().id()).isEqualTo("Pebbles 2");
        assertThat(on.screen.skins.current().shown(Status.AVAILABLE).file()).contains("Pebbles 2");
    }
}
