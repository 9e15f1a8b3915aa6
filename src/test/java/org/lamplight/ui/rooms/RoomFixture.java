package org.lamplight.ui.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javax.swing.JList;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.lamplight.chat.Occupant;
import org.lamplight.presence.Status;
import org.lamplight.ui.Hands;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.chat.ConversationWindow;
import org.lamplight.ui.kit.Mirrors;

/** The window of talks with a room in it, and the keyboard. */
abstract class RoomFixture {
    final World world = new World();
    Robot robot;
    Screen screen;
    FrameFixture frame;

    @BeforeEach
    void begin() {
        robot = Hands.ready();
    }

    @AfterEach
    void close() {
        try {
            // an open menu would take the first key of the next window
            GuiActionRunner.execute(() -> MenuSelectionManager.defaultManager().clearSelectedPath());
        } finally {
            // Whoever keeps the screen lets the next test wait for ever
            robot.cleanUp();
            world.close();
        }
    }

    void open(Locale language, String room, String name) {
        screen = new Screen(world, null, language);
        frame = new FrameFixture(
                robot,
                GuiActionRunner.execute(
                        () -> new ConversationWindow(world.domain, screen.stage, Mirrors.of(world.domain))));
        frame.show(new Dimension(962, 706));
        talk(room, name);
    }

    /** With eight people in it, ourselves as an owner. */
    PlayedRooms openPlayed(Locale language) {
        world.office();
        PlayedRooms rooms = new PlayedRooms(world).talk();
        open(language, PlayedRooms.QA, "QA room");
        return rooms;
    }

    void talk(String room, String name) {
        GuiActionRunner.execute(() -> window().talk(room));
        Screen.until("the room shows", () -> frame.label("room.name").text().equals(name));
    }

    ConversationWindow window() {
        return frame.targetCastedTo(ConversationWindow.class);
    }

    /** What we are in the room from now on. */
    void weAre(Occupant.Role role, Occupant.Affiliation affiliation) {
        moves(PlayedRooms.person("Ada", Status.AVAILABLE, role, affiliation));
    }

    void moves(Occupant occupant) {
        world.onCore(() -> world.domain
                .rooms()
                .moved(World.ADA, PlayedRooms.QA, java.util.List.of(occupant), java.util.List.of()));
    }

    // ---- keys

    void press(int key) {
        robot.pressAndReleaseKeys(key);
        robot.waitForIdle();
    }

    void type(String text) {
        text.chars().forEach(letter -> robot.type((char) letter));
        robot.waitForIdle();
    }

    /** Goes on with Tab until it is there. */
    void tabTo(String name) {
        for (int i = 0; i < 40 && !focused().equals(name); i++) {
            press(KeyEvent.VK_TAB);
        }
        Screen.until(name, () -> focused().equals(name));
    }

    static String focused() {
        return GuiActionRunner.execute(() -> {
            var owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getName());
        });
    }

    /** Opens the menu of the room. */
    void openRoomMenu() {
        GuiActionRunner.execute(() -> frame.button("room.more").target().requestFocusInWindow());
        Screen.until(
                "the keys go there", () -> frame.button("room.more").target().isFocusOwner());
        press(KeyEvent.VK_SPACE);
        Screen.until("the menu", () -> robot.finder().findByName("room.menu").isShowing());
    }

    /** Opens the menu of somebody who is there. */
    void openMenuOf(String nick) {
        JList<?> list = frame.list("occupants.list").target();
        Screen.until(nick, () -> row(list, nick) >= 0);
        GuiActionRunner.execute(() -> {
            list.setSelectedIndex(row(list, nick));
            list.requestFocusInWindow();
        });
        Screen.until("the keys go there", list::isFocusOwner);
        Screen.press(robot, KeyEvent.VK_SHIFT, KeyEvent.VK_F10);
        Screen.until("a menu", () -> robot.finder().findByName("occupant.menu").isShowing());
    }

    /** Opens it until this holds of it, which is news that may still be on its way. */
    void openMenuUntil(String nick, BooleanSupplier holds) {
        openMenuOf(nick);
        for (int tries = 0; tries < 20 && !holds.getAsBoolean(); tries++) {
            press(KeyEvent.VK_ESCAPE);
            openMenuOf(nick);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    private static int row(JList<?> list, String nick) {
        for (int i = 0; i < list.getModel().getSize(); i++) {
            if (((Occupant) list.getModel().getElementAt(i)).nick().equals(nick)) {
                return i;
            }
        }
        return -1;
    }

    /** Chooses from the menu that is open. */
    void choose(String item) {
        for (int i = 0; i < 20 && !chosen().equals(item); i++) {
            press(KeyEvent.VK_DOWN);
        }
        assertThat(chosen()).isEqualTo(item);
        press(KeyEvent.VK_ENTER);
    }

    private static String chosen() {
        return GuiActionRunner.execute(() -> {
            MenuElement[] path = MenuSelectionManager.defaultManager().getSelectedPath();
            return path.length == 0
                    ? ""
                    : String.valueOf(path[path.length - 1].getComponent().getName());
        });
    }

    boolean offers(String item) {
        return !robot.finder()
                .findAll(c -> item.equals(c.getName()) && c.isShowing())
                .isEmpty();
    }

    DialogFixture dialog(String name) {
        return WindowFinder.findDialog(name).withTimeout(5000).using(robot);
    }

    void told(String what) {
        Screen.until(what, () -> world.wire.contains(what));
    }
}
