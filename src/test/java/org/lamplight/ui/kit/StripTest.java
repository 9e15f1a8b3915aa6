package org.lamplight.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
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

/** Whoever answers strips by keyboard goes from one to the next, and never has to look for the focus. */
@Requires(Part.DISPLAY)
class StripTest {
    private final World world = new World();
    private Robot robot;
    private JFrame frame;
    private JPanel strips;
    private List<String> asked = List.of("One?", "Two?", "Three?");

    @BeforeEach
    void open() {
        robot = Hands.ready();
        new Screen(world);
        frame = GuiActionRunner.execute(() -> {
            JFrame made = new JFrame();
            JTextField field = new JTextField(20);
            field.setName("field");
            strips = new JPanel(new MigLayout("wrap 1, hidemode 3"));
            strips.setName("strips");
            made.setContentPane(new JPanel(new MigLayout("wrap 1")));
            made.add(strips);
            made.add(field);
            made.setSize(400, 400);
            refresh();
            return made;
        });
        robot.showWindow(frame);
    }

    @AfterEach
    void close() {
        robot.cleanUp();
        world.close();
    }

    /** As those do it that show whatever is asked: all is made anew. */
    private void refresh() {
        strips.removeAll();
        asked.forEach(what -> strips.add(new Strip(Strip.Tone.AMBER, what)
                .button("yes", "Yes", () -> answered(what))
                .button("no", "No", () -> answered(what))));
        strips.setVisible(!asked.isEmpty());
        strips.revalidate();
    }

    private void answered(String what) {
        ask(asked.stream().filter(one -> !one.equals(what)).toList());
    }

    private void ask(List<String> what) {
        asked = what;
        refresh();
    }

    /** The words of its strip, if it stands in one, and its name. */
    private String focused() {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        for (Component at = owner; at != null; at = at.getParent()) {
            if (at instanceof Strip strip) {
                return strip.words() + " " + owner.getName();
            }
        }
        return owner == null ? "nothing" : String.valueOf(owner.getName());
    }

    private void focusedIs(String wanted) {
        Screen.until("the focus is at " + wanted, () -> focused().equals(wanted));
        robot.waitForIdle();
        assertThat(GuiActionRunner.execute(this::focused)).isEqualTo(wanted);
    }

    private void press(int key) {
        robot.pressAndReleaseKeys(key);
        robot.waitForIdle();
    }

    @Test
    void theFocusGoesToTheNextOneAndAtLastToWhatComesAfter() {
        focusedIs("One? yes");
        press(KeyEvent.VK_TAB);
        focusedIs("One? no");
        press(KeyEvent.VK_SPACE);
        focusedIs("Two? no");
        press(KeyEvent.VK_SPACE);
        focusedIs("Three? no");
        press(KeyEvent.VK_SPACE);
        focusedIs("field");
    }

    @Test
    void itStaysWhereOneIsWhileOthersComeAndGo() {
        focusedIs("One? yes");
        GuiActionRunner.execute(() -> ask(List.of("None?", "One?", "Three?")));
        focusedIs("One? yes");
        GuiActionRunner.execute(() -> ask(List.of("None?")));
        focusedIs("None? yes");
    }
}
