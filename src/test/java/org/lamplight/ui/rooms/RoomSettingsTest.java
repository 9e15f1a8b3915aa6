package org.lamplight.ui.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.chat.Occupant;
import org.lamplight.chat.Room;
import org.lamplight.chat.RoomOptions;
import org.lamplight.form.Form;
import org.lamplight.lab.OfficeServer;
import org.lamplight.presence.Status;
import org.lamplight.ui.Screen;
import org.lamplight.ui.SignedIn;
import org.lamplight.ui.World;
import org.lamplight.ui.chat.ConversationWindow;
import org.lamplight.ui.kit.Mirrors;

/** A room's owner changes how the room is, with nothing but the keyboard. */
class RoomSettingsTest {
    private final World world = new World();
    private Robot robot;
    private Screen screen;
    private FrameFixture frame;

    @BeforeEach
    void begin() {
        robot = BasicRobot.robotWithNewAwtHierarchy();
    }

    @AfterEach
    void close() {
        GuiActionRunner.execute(() -> MenuSelectionManager.defaultManager().clearSelectedPath());
        frame.cleanUp();
        world.close();
    }

    private void open(Locale language, String room, String name) {
        screen = new Screen(world, null, language);
        frame = new FrameFixture(
                robot,
                GuiActionRunner.execute(
                        () -> new ConversationWindow(world.domain, screen.stage, Mirrors.of(world.domain))));
        frame.show(new Dimension(962, 706));
        GuiActionRunner.execute(
                () -> frame.targetCastedTo(ConversationWindow.class).talk(room));
        Screen.until("the room shows", () -> frame.label("room.name").text().equals(name));
    }

    private void openPlayed(Locale language) {
        world.office();
        new PlayedRooms(world).talk();
        open(language, PlayedRooms.QA, "QA room");
    }

    private void press(int key) {
        robot.pressAndReleaseKeys(key);
        robot.waitForIdle();
    }

    /** Through the room's menu. */
    private DialogFixture settings() {
        chooseFromMenu("room.settings");
        return dialog();
    }

    private DialogFixture dialog() {
        return WindowFinder.findDialog("room.settings").withTimeout(5000).using(robot);
    }

    private void chooseFromMenu(String item) {
        GuiActionRunner.execute(() -> frame.button("room.more").target().requestFocusInWindow());
        Screen.until(
                "the keys go there", () -> frame.button("room.more").target().isFocusOwner());
        press(KeyEvent.VK_SPACE);
        Screen.until("the menu", () -> robot.finder().findByName("room.menu").isShowing());
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

    /** Goes on with Tab until it is there. */
    private void tabTo(String field) {
        for (int i = 0; i < 40 && !focused().equals(field); i++) {
            press(KeyEvent.VK_TAB);
        }
        Screen.until(field, () -> focused().equals(field));
    }

    private static String focused() {
        return GuiActionRunner.execute(() -> {
            var owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getName());
        });
    }

    private void type(String text) {
        Screen.press(robot, KeyEvent.VK_CONTROL, KeyEvent.VK_A);
        text.chars().forEach(letter -> robot.type((char) letter));
        robot.waitForIdle();
    }

    @Test
    void allIsSetByKeyboardAndOnlyWhatIsOtherIsSent() {
        openPlayed(World.english());
        DialogFixture form = settings();
        tabTo("field.muc#roomconfig_roomname");
        screen.shoot("room-settings", form.targetCastedTo(JDialog.class).getRootPane());
        type("Tests");
        tabTo("field.muc#roomconfig_membersonly");
        press(KeyEvent.VK_SPACE);
        tabTo("field.muc#roomconfig_whois");
        JComboBox<?> whois = form.comboBox("field.muc#roomconfig_whois").target();
        press(KeyEvent.VK_DOWN);
        Screen.until("open", whois::isPopupVisible);
        press(KeyEvent.VK_UP);
        press(KeyEvent.VK_ENTER);
        Screen.until("the first", () -> whois.getSelectedIndex() == 0);
        tabTo("field.muc#roomconfig_moderatedroom");
        press(KeyEvent.VK_SPACE);
        tabTo("field.muc#roomconfig_historylength");
        type("50");
        press(KeyEvent.VK_ENTER);
        Screen.until("told", () -> world.wire.stream().anyMatch(line -> line.startsWith("settings ")));
        assertThat(world.wire)
                .contains("settings {muc#roomconfig_historylength=[50], muc#roomconfig_membersonly=[true],"
                        + " muc#roomconfig_moderatedroom=[true], muc#roomconfig_roomname=[Tests],"
                        + " muc#roomconfig_whois=[moderators]}");
        Screen.until("closed", () -> !form.target().isShowing());
    }

    @Test
    void whatIsKnownIsSaidInOwnWordsAndWhatIsNotInThoseOfTheServer() {
        openPlayed(World.english());
        DialogFixture form = settings();
        assertThat(spoken(form.textBox("field.muc#roomconfig_roomdesc").target()))
                .isEqualTo("Description");
        assertThat(form.checkBox("field.muc#roomconfig_persistentroom").text()).isEqualTo("Stays when nobody is in it");
        assertThat(spoken(form.textBox("field.muc#roomconfig_historylength").target()))
                .isEqualTo("Messages of history that are sent");
        assertThat(form.comboBox("field.muc#roomconfig_whois").contents())
                .containsExactly("Moderators only", "Everybody in the room");
        press(KeyEvent.VK_ESCAPE);
        Screen.until("closed", () -> !form.target().isShowing());
        assertThat(world.wire).noneMatch(line -> line.startsWith("settings "));
    }

    private static String spoken(java.awt.Component part) {
        return GuiActionRunner.execute(() -> part.getAccessibleContext().getAccessibleName());
    }

    @Test
    void aRefusalIsSaidInTheFormAndNothingTypedIsLost() {
        openPlayed(World.english());
        DialogFixture form = settings();
        tabTo("field.muc#roomconfig_roomname");
        type("refused");
        press(KeyEvent.VK_ENTER);
        Screen.until("said", () -> robot.finder().findByName("stage.wrong").isShowing());
        screen.shoot("room-settings-refused", form.targetCastedTo(JDialog.class).getRootPane());
        form.textBox("field.muc#roomconfig_roomname").requireText("refused");
        press(KeyEvent.VK_ESCAPE);
        Screen.until("closed", () -> !form.target().isShowing());
    }

    @Test
    void onlyOwnersAreOfferedIt() {
        openPlayed(World.english());
        world.onCore(() -> world.domain
                .rooms()
                .moved(
                        World.ADA,
                        PlayedRooms.QA,
                        List.of(PlayedRooms.person(
                                "Ada", Status.AVAILABLE, Occupant.Role.MODERATOR, Occupant.Affiliation.ADMIN)),
                        List.of()));
        GuiActionRunner.execute(() -> frame.button("room.more").target().requestFocusInWindow());
        Screen.until("not offered", () -> {
            MenuSelectionManager.defaultManager().clearSelectedPath();
            frame.button("room.more").target().doClick();
            return robot.finder()
                    .findAll(c -> "room.settings".equals(c.getName()) && c.isShowing())
                    .isEmpty();
        });
        assertThat(robot.finder().findByName("room.topic").isShowing()).isTrue();
    }

    @Test
    void speaksGerman() {
        openPlayed(Locale.GERMAN);
        DialogFixture form = settings();
        tabTo("field.muc#roomconfig_roomname");
        assertThat(form.checkBox("field.muc#roomconfig_membersonly").text()).isEqualTo("Nur Mitglieder kommen hinein");
        screen.shoot("room-settings-de", form.targetCastedTo(JDialog.class).getRootPane());
        press(KeyEvent.VK_ESCAPE);
        Screen.until("closed", () -> !form.target().isShowing());
    }

    /** With the real back end and the office's server. */
    @Test
    void whatIsSetHolds(@TempDir Path folder) throws Exception {
        try (OfficeServer server = new OfficeServer(folder);
                SignedIn ada = new SignedIn(world, server, "ada", folder).awaitOnline()) {
            Room made = world.core
                    .ask(() -> world.domain.roomDeeds().create("mill", RoomOptions.usual(), List.of()))
                    .thenCompose(room -> room)
                    .join();
            open(World.english(), made.address(), made.name());
            DialogFixture form = settings();
            tabTo("field.muc#roomconfig_roomname");
            type("The mill");
            tabTo("field.muc#roomconfig_roomdesc");
            type("Fifty digits");
            tabTo("field.muc#roomconfig_moderatedroom");
            press(KeyEvent.VK_SPACE);
            tabTo("field.muc#roomconfig_roomsecret");
            type("sesame");
            press(KeyEvent.VK_ENTER);
            Screen.until("closed", () -> !form.target().isShowing());
            Screen.until("the name", () -> frame.label("room.name").text().equals("The mill"));
            Room now =
                    world.onCore(() -> world.domain.rooms().find(made.address()).orElseThrow());
            assertThat(now.features().moderated()).isTrue();
            assertThat(now.features().passworded()).isTrue();
            Form kept = world.core
                    .ask(() -> world.domain.roomDeeds().settings(made.address()))
                    .thenCompose(found -> found)
                    .join();
            assertThat(kept.field("muc#roomconfig_roomdesc").orElseThrow().value())
                    .isEqualTo("Fifty digits");
            assertThat(kept.field("muc#roomconfig_roomsecret").orElseThrow().value())
                    .isEqualTo("sesame");
            assertThat(kept.field("muc#roomconfig_persistentroom").orElseThrow().isOn())
                    .isTrue();
            DialogFixture again = settings();
            assertThat(GuiActionRunner.execute(() -> again.checkBox("field.muc#roomconfig_moderatedroom")
                            .target()
                            .isSelected()))
                    .isTrue();
            press(KeyEvent.VK_ESCAPE);
            Screen.until("closed", () -> !again.target().isShowing());
        }
    }
}
