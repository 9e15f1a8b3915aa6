package org.lamplight.ui.skins;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.swing.JList;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.presence.Status;
import org.lamplight.ui.Hands;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.kit.WindowPicture;

class LegendWindowTest {
    @TempDir
    Path profile;

    private final World world = new World();
    private final Robot robot = Hands.ready();
    private Screen screen;
    private FrameFixture legend;

    private void open(Locale language) {
        screen = new Screen(world, profile, language);
        LegendWindow window = GuiActionRunner.execute(() -> {
            LegendWindow made = new LegendWindow(screen.stage, screen.skins);
            made.present();
            return made;
        });
        legend = new FrameFixture(robot, window);
        Screen.until("the list has the focus", () -> list().isFocusOwner());
    }

    @AfterEach
    void close() {
        legend.cleanUp();
        world.close();
    }

    private JList<?> list() {
        return legend.list("legend.list").target();
    }

    private List<String> spoken() {
        return GuiActionRunner.execute(
                () -> IntStream.range(0, list().getModel().getSize())
                        .mapToObj(row -> list().getAccessibleContext()
                                .getAccessibleChild(row)
                                .getAccessibleContext()
                                .getAccessibleName())
                        .toList());
    }

    private LegendWindow window() {
        return legend.targetCastedTo(LegendWindow.class);
    }

    private BufferedImage row(int row) {
        return GuiActionRunner.execute(() -> {
            var bounds = list().getCellBounds(row, row);
            return WindowPicture.paint(list(), 1).getSubimage(bounds.x, bounds.y, bounds.width, bounds.height);
        });
    }

    private static boolean same(BufferedImage one, BufferedImage other) {
        return one.getHeight() == other.getHeight()
                && one.getWidth() == other.getWidth()
                && IntStream.range(0, one.getHeight())
                        .allMatch(y -> IntStream.range(0, one.getWidth())
                                .allMatch(x -> one.getRGB(x, y) == other.getRGB(x, y)));
    }

    @Test
    void eachStatusHasItsNameAndItsMeaning() {
        open(World.english());
        List<String> rows = spoken();
        assertThat(rows)
                .hasSize(Status.values().length + 2)
                .contains("You can chat with them now", "You can’t chat with them now")
                .contains("In a meeting, offline: Says their calendar. Not signed in: a message will wait.")
                .doesNotHaveDuplicates();
        assertThat(GuiActionRunner.execute(() -> list().getCellBounds(1, 1).height))
                .as("one line a row")
                .isEqualTo(28);
        assertThat(rows.indexOf("You can’t chat with them now")).isEqualTo(16);
    }

    @Test
    void followsAChangeOfTheSkin() throws Exception {
        open(World.english());
        BufferedImage busy = row(3);
        Path own = Files.createDirectories(profile.resolve("skinart/mine"));
        Files.writeString(own.resolve("skin.properties"), "extends = lamplight\nshow.busy = away\n");
        screen.skins.use("mine");
        assertThat(spoken())
                .contains("Busy: Looks like “Away”. At work on something. Write if it matters.")
                .filteredOn(row -> row.contains("Looks like"))
                .hasSize(1);
        assertThat(same(busy, row(3))).isFalse();
    }

    @Test
    void escapeClosesIt() {
        open(World.english());
        legend.list("legend.list").pressAndReleaseKeys(KeyEvent.VK_DOWN);
        Screen.until("the next row", () -> list().getSelectedIndex() == 2);
        legend.list("legend.list").pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        Screen.until("closed", () -> !window().isVisible());
    }

    @Test
    void pictures() {
        open(World.english());
        screen.shoot("legend", window().getRootPane());
    }

    @Test
    void picturesInANarrowWindow() {
        open(Locale.GERMANY);
        Screen.resize(window(), 400, 520, "low rows", () -> list().getCellBounds(1, 1).height == 40);
        screen.shoot("legend-narrow-de", window().getRootPane());
        Screen.resize(window(), 720, 900, "one line a row", () -> list().getCellBounds(1, 1).height == 28);
        Screen.shootPart("legend-de@2x", window().getRootPane());
    }
}
