package org.lamplight.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import javax.swing.JPanel;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.ui.Hands;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;

class WindowFrameTest {
    private final World world = new World();
    private Robot robot;
    private Screen screen;

    @BeforeEach
    void start() {
        robot = Hands.ready();
        screen = new Screen(world);
    }

    @AfterEach
    void close() {
        robot.cleanUp();
        world.close();
    }

    private FrameFixture open(Dimension first) {
        FrameFixture frame = new FrameFixture(robot, GuiActionRunner.execute(() -> new Window(first, screen)));
        // not shown by the robot, which would choose the place itself
        GuiActionRunner.execute(() -> frame.target().setVisible(true));
        return frame;
    }

    private static Rectangle area() {
        return GuiActionRunner.execute(ScreenArea::first);
    }

    @Test
    void opensInTheMiddleWhereNothingIsRemembered() {
        FrameFixture frame = open(new Dimension(400, 300));
        Rectangle area = area();
        Screen.until("in the middle", () -> {
            Rectangle now = frame.target().getBounds();
            return Math.abs(now.getCenterX() - area.getCenterX()) < 40
                    && Math.abs(now.getCenterY() - area.getCenterY()) < 40;
        });
        frame.resizeTo(new Dimension(420, 300));
        Screen.until("kept", () -> screen.places.containsKey("plain"));
        assertThat(screen.places.get("plain").getLocation()).isNotEqualTo(new Point(0, 0));
    }

    @Test
    void isNeverLargerThanTheScreen() {
        FrameFixture frame = open(new Dimension(9000, 8000));
        Screen.until("within", () -> area().contains(frame.target().getBounds()));
    }

    @Test
    void aRememberedPlaceIsMovedOntoTheScreen() {
        Rectangle area = area();
        screen.places.put("plain", new Rectangle(area.x + area.width - 100, area.y + 20, 500, 300));
        FrameFixture frame = open(new Dimension(400, 300));
        Screen.until("within", () -> area.contains(frame.target().getBounds()));
    }

    @Test
    void aWindowHiddenWhileTheThemeChangedShowsTheNewOne() {
        FrameFixture frame = open(new Dimension(400, 300));
        shows(frame, Theme.Choice.LIGHT);
        GuiActionRunner.execute(() -> frame.target().setVisible(false));
        robot.waitForIdle();
        screen.use(Theme.Choice.DARK);
        GuiActionRunner.execute(() -> frame.target().setVisible(true));
        shows(frame, Theme.Choice.DARK);
    }

    /** Looks at the screen itself, at all four corners, not at what painting anew would give. */
    private void shows(FrameFixture frame, Theme.Choice choice) {
        Screen.until("in " + choice, () -> {
            Point at = frame.targetCastedTo(Window.class).getContentPane().getLocationOnScreen();
            Dimension size = frame.targetCastedTo(Window.class).getContentPane().getSize();
            Color wanted = Look.window();
            java.awt.Robot eye = new java.awt.Robot();
            return eye.getPixelColor(at.x + 8, at.y + 8).equals(wanted)
                    && eye.getPixelColor(at.x + size.width - 8, at.y + 8).equals(wanted)
                    && eye.getPixelColor(at.x + 8, at.y + size.height - 8).equals(wanted)
                    && eye.getPixelColor(at.x + size.width - 8, at.y + size.height - 8)
                            .equals(wanted);
        });
    }

    private static final class Window extends WindowFrame {
        private static final long serialVersionUID = 1L;

        Window(Dimension first, Screen screen) {
            super("plain", "Plain", first, new Dimension(200, 100), screen.stage.places());
            setContentPane(new JPanel());
        }
    }
}
