package org.lamplight.ui.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.swing.JDialog;
import javax.swing.JList;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.chat.Member;
import org.lamplight.chat.Occupant.Affiliation;
import org.lamplight.chat.Occupant.Role;
import org.lamplight.chat.Room;
import org.lamplight.chat.RoomFeatures;
import org.lamplight.chat.RoomOptions;
import org.lamplight.lab.OfficeServer;
import org.lamplight.presence.Status;
import org.lamplight.ui.Screen;
import org.lamplight.ui.SignedIn;
import org.lamplight.ui.World;

/** What those who run a room do with others there, and with the room, with nothing but the keyboard. */
class RoomDeedsTest extends RoomFixture {
    private DialogFixture banned() {
        openRoomMenu();
        choose("room.banned");
        DialogFixture dialog = dialog("banned");
        Screen.until("the keys go there", () -> focused().startsWith("banned."));
        return dialog;
    }

    private static List<String> rows(DialogFixture dialog) {
        JList<?> list = dialog.list("banned.list").target();
        return GuiActionRunner.execute(() -> java.util.stream.IntStream.range(
                        0, list.getModel().getSize())
                .mapToObj(i -> ((Member) list.getModel().getElementAt(i)).address())
                .toList());
    }

    @Test
    void whoIsBannedIsLetInAgain() {
        PlayedRooms rooms = openPlayed(World.english());
        rooms.banned.addAll(List.of("spam.example", "mallory@elsewhere.example", "donald@engine.example"));
        DialogFixture dialog = banned();
        // by name, as our own list has them
        assertThat(rows(dialog)).containsExactly("donald@engine.example", "mallory@elsewhere.example", "spam.example");
        screen.shoot("room-banned", dialog.targetCastedTo(JDialog.class).getRootPane());
        tabTo("banned.list");
        press(KeyEvent.VK_DOWN);
        press(KeyEvent.VK_ENTER);
        told("affiliation mallory@elsewhere.example none");
        Screen.until("two", () -> rows(dialog).equals(List.of("donald@engine.example", "spam.example")));
        press(KeyEvent.VK_ENTER);
        told("affiliation spam.example none");
        Screen.until("one", () -> rows(dialog).size() == 1);
        press(KeyEvent.VK_ENTER);
        Screen.until("none", () -> rows(dialog).isEmpty());
        Screen.until("said", () -> dialog.textBox("banned.say").text().equals("Nobody is banned from QA room."));
        press(KeyEvent.VK_ESCAPE);
        Screen.until("closed", () -> !dialog.target().isShowing());
    }

    @Test
    void aRefusalToLetInIsSaidThere() {
        PlayedRooms rooms = openPlayed(World.english());
        rooms.banned.add("stubborn@elsewhere.example");
        DialogFixture dialog = banned();
        tabTo("banned.list");
        press(KeyEvent.VK_ENTER);
        Screen.until(
                "said",
                () -> dialog.textBox("banned.wrong").text().equals("You may not do that in " + PlayedRooms.QA + "."));
        assertThat(rows(dialog)).hasSize(1);
        press(KeyEvent.VK_ESCAPE);
        Screen.until("closed", () -> !dialog.target().isShowing());
    }

    @Test
    void bannedPeopleSpeakGerman() {
        PlayedRooms rooms = openPlayed(Locale.GERMAN);
        rooms.banned.add("mallory@elsewhere.example");
        DialogFixture dialog = banned();
        assertThat(dialog.button("banned.ok").text()).isEqualTo("Wieder einlassen");
        screen.shoot("room-banned-de", dialog.targetCastedTo(JDialog.class).getRootPane());
        press(KeyEvent.VK_ESCAPE);
        Screen.until("closed", () -> !dialog.target().isShowing());
    }

    @Test
    void anAdminSeesWhoIsBannedAndOthersDoNot() {
        openPlayed(World.english());
        weAre(Role.MODERATOR, Affiliation.ADMIN);
        offered("room.banned", "room.destroy", true, false);
        weAre(Role.PARTICIPANT, Affiliation.MEMBER);
        offered("room.banned", "room.destroy", false, false);
    }

    private void offered(String one, String other, boolean isOne, boolean isOther) {
        Screen.until("offered", () -> {
            javax.swing.MenuSelectionManager.defaultManager().clearSelectedPath();
            frame.button("room.more").target().doClick();
            return offers(one) == isOne && offers(other) == isOther;
        });
        press(KeyEvent.VK_ESCAPE);
    }

    // ---- roles and affiliations

    private void moderated(boolean membersOnly) {
        world.onCore(() -> world.domain
                .rooms()
                .described(
                        World.ADA,
                        PlayedRooms.QA,
                        "QA room",
                        new RoomFeatures(membersOnly, false, true, true, true, true, true)));
    }

    @Test
    void voiceIsGivenAndTaken() {
        openPlayed(World.english());
        openMenuOf("Radia Perlman");
        assertThat(offers("occupant.voice")).isFalse();
        press(KeyEvent.VK_ESCAPE);
        moderated(false);
        openMenuUntil("Radia Perlman", () -> offers("occupant.voice"));
        choose("occupant.voice");
        told("role Radia Perlman participant");
        openMenuOf("Alan Turing");
        choose("occupant.noVoice");
        told("role Alan Turing visitor");
        openMenuOf("Hedy Lamarr");
        assertThat(offers("occupant.noVoice"))
                .as("an admin's voice can not be taken")
                .isFalse();
        press(KeyEvent.VK_ESCAPE);
        weAre(Role.PARTICIPANT, Affiliation.NONE);
        openMenuUntil("Radia Perlman", () -> !offers("occupant.voice"));
    }

    @Test
    void powerIsGivenAwayOnlyAfterAQuestion() {
        openPlayed(World.english());
        openMenuOf("Grace Hopper");
        choose("occupant.owner");
        DialogFixture dialog = dialog("toOwner");
        screen.shoot("room-to-owner", dialog.targetCastedTo(JDialog.class).getRootPane());
        // Cancel is what Enter means
        press(KeyEvent.VK_ENTER);
        Screen.until("closed", () -> !dialog.target().isShowing());
        openMenuOf("Grace Hopper");
        choose("occupant.owner");
        dialog("toOwner");
        tabTo("toOwner.ok");
        press(KeyEvent.VK_SPACE);
        told("affiliation grace.hopper@engine.example owner");
        assertThat(world.wire.stream().filter(line -> line.startsWith("affiliation ")))
                .hasSize(1);
        openMenuOf("Annie Easley");
        choose("occupant.member");
        told("affiliation annie.easley@engine.example member");
        openMenuOf("Grace Hopper");
        choose("occupant.none");
        told("affiliation grace.hopper@engine.example none");
    }

    @Test
    void rightsAreTakenOnlyAfterAQuestion() {
        openPlayed(World.english());
        openMenuOf("Margaret Hamilton");
        choose("occupant.admin");
        DialogFixture lower = dialog("lower");
        screen.shoot("room-lower", lower.targetCastedTo(JDialog.class).getRootPane());
        tabTo("lower.ok");
        press(KeyEvent.VK_SPACE);
        told("affiliation margaret.hamilton@engine.example admin");
        moderated(true);
        openMenuUntil("Grace Hopper", () -> offers("occupant.noVoice"));
        choose("occupant.none");
        DialogFixture guest = dialog("toGuest");
        press(KeyEvent.VK_ESCAPE);
        Screen.until("closed", () -> !guest.target().isShowing());
        assertThat(world.wire).doesNotContain("affiliation grace.hopper@engine.example none");
    }

    @Test
    void anAdminMakesMembersAndNothingMore() {
        openPlayed(World.english());
        weAre(Role.MODERATOR, Affiliation.ADMIN);
        openMenuUntil(
                "Grace Hopper",
                () -> !offers("occupant.admin") && !offers("occupant.owner") && offers("occupant.none"));
        press(KeyEvent.VK_ESCAPE);
        openMenuOf("Margaret Hamilton");
        assertThat(List.of("owner", "admin", "member", "none"))
                .noneMatch(rank -> offers("occupant." + rank))
                .noneMatch(rank -> offers("occupant.kick"));
        press(KeyEvent.VK_ESCAPE);
        weAre(Role.PARTICIPANT, Affiliation.MEMBER);
        openMenuUntil("Annie Easley", () -> !offers("occupant.member"));
    }

    // ---- the end

    @Test
    void aRoomIsClosedForGoodAfterAQuestion() {
        openPlayed(World.english());
        openRoomMenu();
        choose("room.destroy");
        DialogFixture first = dialog("destroy");
        Screen.until("the keys go there", () -> focused().equals("destroy.why"));
        screen.shoot("room-destroy", first.targetCastedTo(JDialog.class).getRootPane());
        type("shipped");
        press(KeyEvent.VK_ENTER);
        Screen.until("closed", () -> !first.target().isShowing());
        assertThat(world.wire).noneMatch(line -> line.startsWith("destroy "));
        openRoomMenu();
        choose("room.destroy");
        dialog("destroy");
        Screen.until("the keys go there", () -> focused().equals("destroy.why"));
        type("shipped");
        tabTo("destroy.ok");
        press(KeyEvent.VK_SPACE);
        told("destroy " + PlayedRooms.QA + " shipped");
        Screen.until(
                "said",
                () -> robot.finder()
                        .findByName("room.out")
                        .getAccessibleContext()
                        .getAccessibleName()
                        .equals("The room " + PlayedRooms.QA + " was closed for good: shipped"));
        assertThat(offers("room.again")).isFalse();
        screen.shoot("room-destroyed", window().getRootPane());
    }

    /** With the real back end and the office's server. */
    @Test
    void whoIsBannedThereIsListedAndTheRoomEnds(@TempDir Path folder) throws Exception {
        try (OfficeServer server = new OfficeServer(folder);
                SignedIn ada = new SignedIn(world, server, "ada", folder).awaitOnline()) {
            Room made = world.core
                    .ask(() -> world.domain.roomDeeds().create("mill", RoomOptions.usual(), List.of()))
                    .thenCompose(room -> room)
                    .join();
            String room = made.address();
            world.core
                    .ask(() -> world.domain
                            .roomDeeds()
                            .affiliation(room, "mallory@elsewhere.example", Affiliation.OUTCAST, null))
                    .thenCompose(done -> done)
                    .join();
            open(World.english(), room, made.name());
            DialogFixture dialog = banned();
            assertThat(rows(dialog)).containsExactly("mallory@elsewhere.example");
            press(KeyEvent.VK_ENTER);
            Screen.until("none", () -> rows(dialog).isEmpty());
            press(KeyEvent.VK_ESCAPE);
            Screen.until("closed", () -> !dialog.target().isShowing());
            assertThat(world.core
                            .ask(() -> world.domain.roomDeeds().banned(room))
                            .thenCompose(found -> found)
                            .join())
                    .isEmpty();
            openRoomMenu();
            choose("room.destroy");
            dialog("destroy");
            tabTo("destroy.ok");
            press(KeyEvent.VK_SPACE);
            Screen.until(
                    "said",
                    () -> robot.finder()
                            .findByName("room.out")
                            .getAccessibleContext()
                            .getAccessibleName()
                            .equals("The room " + room + " was closed for good."));
            assertThat(offers("room.again")).isFalse();
        }
    }

    @Test
    void onlyWhatTheTableAllowsIsAllowed() {
        assertThat(Affiliation.OWNER.mayMake(Affiliation.OWNER, Affiliation.NONE))
                .isTrue();
        assertThat(Affiliation.OWNER.mayMake(Affiliation.ADMIN, Affiliation.ADMIN))
                .isFalse();
        assertThat(Affiliation.ADMIN.mayMake(Affiliation.NONE, Affiliation.MEMBER))
                .isTrue();
        assertThat(Affiliation.ADMIN.mayMake(Affiliation.MEMBER, Affiliation.OUTCAST))
                .isTrue();
        assertThat(Affiliation.ADMIN.mayMake(Affiliation.MEMBER, Affiliation.ADMIN))
                .isFalse();
        assertThat(Affiliation.ADMIN.mayMake(Affiliation.ADMIN, Affiliation.NONE))
                .isFalse();
        assertThat(Affiliation.MEMBER.mayMake(Affiliation.NONE, Affiliation.MEMBER))
                .isFalse();
        assertThat(PlayedRooms.person("a", Status.AVAILABLE, Role.MODERATOR, Affiliation.NONE)
                        .mayGiveVoice(PlayedRooms.person("b", Status.AVAILABLE, Role.VISITOR, Affiliation.NONE)))
                .isTrue();
    }
}
