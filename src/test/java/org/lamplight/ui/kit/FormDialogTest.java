package org.lamplight.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.ui.Hands;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;

/** However much a form asks, its buttons are on the screen. */
@Requires(Part.DISPLAY)
class FormDialogTest {
    private final World world = new World();
    private Robot robot;
    private Screen screen;
    private JFrame frame;

    @BeforeEach
    void open() {
        robot = Hands.ready();
        screen = new Screen(world);
        frame = GuiActionRunner.execute(() -> new JFrame());
        robot.showWindow(frame, new Dimension(300, 200));
    }

    @AfterEach
    void close() {
        robot.cleanUp();
        world.close();
    }

    private FormDialog ask(int fields) {
        Edt.later(() -> {
            FormDialog form = new FormDialog(frame, "many", "Many", "Take them", "Cancel");
            form.say("So much is to be known.");
            for (int i = 1; i <= fields; i++) {
                form.field("field" + i, "Field " + i, "");
            }
            form.ask(() -> "The first one is missing.");
        });
        Screen.until("it is open", () -> robot.finder().findByName("field1").isFocusOwner());
        return robot.finder().findByName("many", FormDialog.class);
    }

    private static Rectangle onScreen(Component part) {
        return GuiActionRunner.execute(() -> new Rectangle(part.getLocationOnScreen(), part.getSize()));
    }

    private void buttonsAreSeen(FormDialog form) {
        Rectangle area = GuiActionRunner.execute(ScreenArea::first);
        for (String name : new String[] {"many.ok", "many.cancel"}) {
            Rectangle button = onScreen(robot.finder().findByName(name, JButton.class));
            assertThat(area.contains(button)).as(name).isTrue();
            assertThat(onScreen(form).contains(button)).as(name).isTrue();
        }
    }

    @Test
    void aLongOneScrollsAndFollowsTheKeys() {
        FormDialog form = ask(60);
        buttonsAreSeen(form);
        screen.shoot("form-long", form.getRootPane());
        // back over both buttons
        for (int i = 0; i < 3; i++) {
            Screen.press(robot, KeyEvent.VK_SHIFT, KeyEvent.VK_TAB);
        }
        Component last = robot.finder().findByName("field60");
        Screen.until("the last one", last::isFocusOwner);
        Screen.until(
                "it is in sight",
                () -> last.getBounds().height
                        == SwingUtilities.convertRectangle(last.getParent(), last.getBounds(), last.getParent())
                                .intersection(((javax.swing.JComponent) last.getParent()).getVisibleRect())
                                .height);
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until("said", () -> robot.finder().findByName("many.wrong").isShowing());
        buttonsAreSeen(form);
        robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
    }

    @Test
    void aShortOneIsAsLargeAsItNeeds() {
        FormDialog form = ask(2);
        screen.shoot("form-short", form.getRootPane());
        assertThat(GuiActionRunner.execute(form::getHeight)).isLessThan(300);
        robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
    }

    @Test
    void fitsASmallScreen() {
        Rectangle small = new Rectangle(0, 24, 640, 456);
        assertThat(FormDialog.within(new Dimension(400, 300), small, 10)).isEqualTo(new Dimension(400, 300));
        assertThat(FormDialog.within(new Dimension(400, 900), small, 10))
                .isEqualTo(new Dimension(410, 456 - Look.px(32)));
        assertThat(FormDialog.within(new Dimension(700, 900), small, 10).width).isEqualTo(640);
    }
}
