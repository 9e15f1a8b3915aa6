package org.lamplight.ui.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.MenuSelectionManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.chat.Occupant;
import org.lamplight.chat.Room;
import org.lamplight.chat.RoomOptions;
import org.lamplight.form.Form;
import org.lamplight.lab.OfficeServer;
import org.lamplight.ui.Screen;
import org.lamplight.ui.SignedIn;
import org.lamplight.ui.World;

/** A room's owner changes how the room is, with nothing but the keyboard. */
class RoomSettingsTest extends RoomFixture {
    /** Through the room's menu. */
    private DialogFixture settings() {
        openRoomMenu();
        choose("room.settings");
        return dialog("room.settings");
    }

    /** In place of what is there. */
    private void write(String text) {
        Screen.press(robot, KeyEvent.VK_CONTROL, KeyEvent.VK_A);
        type(text);
    }

    @Test
    void allIsSetByKeyboardAndOnlyWhatIsOtherIsSent() {
        openPlayed(World.english());
        DialogFixture form = settings();
        tabTo("field.muc#roomconfig_roomname");
        screen.shoot("room-settings", form.targetCastedTo(JDialog.class).getRootPane());
        write("Tests");
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
        write("50");
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
        write("refused");
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
        weAre(Occupant.Role.MODERATOR, Occupant.Affiliation.ADMIN);
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
            write("The mill");
            tabTo("field.muc#roomconfig_roomdesc");
            write("Fifty digits");
            tabTo("field.muc#roomconfig_moderatedroom");
            press(KeyEvent.VK_SPACE);
            tabTo("field.muc#roomconfig_roomsecret");
            write("sesame");
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
