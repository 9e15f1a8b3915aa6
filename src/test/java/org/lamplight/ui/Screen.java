package org.lamplight.ui;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.exception.ComponentLookupException;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.assertj.swing.timing.Timeout;
import org.lamplight.skin.PresenceIcons;
import org.lamplight.skin.SkinPlaces;
import org.lamplight.skin.Skins;
import org.lamplight.ui.kit.Drafts;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.PortraitMirror;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.Theme;
import org.lamplight.ui.kit.WindowPicture;
import org.lamplight.ui.kit.WindowPlaces;

/** The theme, the icons and the places of windows for a test with real windows, and pictures of what they show. */
public final class Screen {
    public final Theme theme;
    public final Stage stage;
    public final Skins skins;
    public final Map<String, String> drafts = new LinkedHashMap<>();
    public final Map<String, Rectangle> places = new LinkedHashMap<>();

    public Screen(World world) {
        this(world, null, World.english());
    }

    /** With skins of this profile, null for none, and in this language. */
    public Screen(World world, Path profile, Locale language) {
        FailOnThreadViolationRepaintManager.install();
        theme = GuiActionRunner.execute(() -> {
            Theme made = new Theme(Theme.Choice.LIGHT, choice -> {});
            made.install();
            return made;
        });
        skins = new Skins(SkinPlaces.of(System.getProperty("lamplight.skinart"), null, profile));
        skins.use("lamplight");
        PresenceIcons icons = new PresenceIcons(skins::current, theme::hues, Look::px);
        Stage bare = Stage.of(theme, icons, new Places(), new Begun(), world.clock, language);
        stage = bare.with(bare.reading().with(new PortraitMirror(world.domain)));
    }

    public void use(Theme.Choice choice) {
        GuiActionRunner.execute(() -> theme.use(choice));
    }

    /** Waits until this holds on the EDT, at most five seconds. */
    public static void until(String what, Callable<Boolean> holds) {
        Pause.pause(
                new Condition(what) {
                    @Override
                    public boolean test() {
                        try {
                            return Boolean.TRUE.equals(GuiActionRunner.execute(holds));
                        } catch (ComponentLookupException notYetThere) {
                            return false;
                        }
                    }
                },
                Timeout.timeout(5000));
    }

    /**
     * Makes a window this large, in pixels, and waits until this holds. A window just opened may still be told by its
     * desktop how large it is, which undoes what was asked of it meanwhile: then it is asked again.
     */
    public static void resize(Window window, int width, int height, String what, Callable<Boolean> holds) {
        Dimension wanted = new Dimension(width, height);
        until(what, () -> {
            if (!window.getSize().equals(wanted)) {
                window.setSize(wanted);
            }
            window.validate();
            return holds.call();
        });
    }

    /** Presses a key together with Ctrl, Shift or Alt, on whatever has the focus; never leaves one of them down. */
    public static void press(Robot robot, int modifier, int key) {
        robot.waitForIdle();
        robot.pressKey(modifier);
        try {
            robot.pressAndReleaseKeys(key);
        } finally {
            robot.releaseKey(modifier);
        }
        robot.waitForIdle();
    }

    /** Light and dark, once and twice the size. */
    public void shoot(String name, JRootPane root) {
        for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            use(choice);
            String file = name + "-" + choice.name().toLowerCase(Locale.ROOT);
            save(file, GuiActionRunner.execute(() -> WindowPicture.of(root, 1)));
            save(file + "@2x", GuiActionRunner.execute(() -> WindowPicture.of(root, 2)));
        }
        use(Theme.Choice.LIGHT);
    }

    public static void shootPart(String name, JComponent part) {
        save(name, GuiActionRunner.execute(() -> WindowPicture.paint(part, 2)));
    }

    private static void save(String name, BufferedImage picture) {
        try {
            File file = Path.of("target", "screenshots", name + ".png").toFile();
            file.getParentFile().mkdirs();
            ImageIO.write(picture, "png", file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private final class Begun implements Drafts {
        @Override
        public String draft(String peer) {
            return drafts.getOrDefault(peer, "");
        }

        @Override
        public void keepDraft(String peer, String text) {
            drafts.put(peer, text);
        }
    }

    private final class Places implements WindowPlaces {
        @Override
        public Rectangle load(String name) {
            return places.get(name);
        }

        @Override
        public void save(String name, Rectangle bounds) {
            places.put(name, bounds);
        }
    }
}
