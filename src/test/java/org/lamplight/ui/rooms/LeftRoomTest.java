package org.lamplight.ui.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.swing.JList;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.chat.Room;
import org.lamplight.chat.RoomOptions;
import org.lamplight.lab.OfficeServer;
import org.lamplight.ui.Screen;
import org.lamplight.ui.SignedIn;
import org.lamplight.ui.World;

/** A room that one is not in any more stays a room; and what is told in a room of those who were asked in. */
class LeftRoomTest extends RoomFixture {
    private void leave() {
        openRoomMenu();
        choose("room.leave");
        dialog("leave");
        tabTo("leave.ok");
        press(KeyEvent.VK_SPACE);
    }

    private String out() {
        return robot.finder().findByName("room.out").getAccessibleContext().getAccessibleName();
    }

    private void says(String sentence) {
        Screen.until(sentence, () -> out().equals(sentence));
    }

    @Test
    void aRoomThatWasLeftIsStillOneAndIsEnteredAgain() {
        openPlayed(World.english());
        leave();
        told("leave " + PlayedRooms.QA);
        says("You left this room.");
        assertThat(frame.label("room.name").text()).isEqualTo("QA room");
        assertThat(offers("talk.grow")).isFalse();
        assertThat(offers("composer")).isFalse();
        assertThat(listed()).startsWith("QA room, ");
        screen.shoot("room-left", window().getRootPane());
        openRoomMenu();
        assertThat(offers("room.rejoin")).isTrue();
        assertThat(List.of("room.leave", "alerts.all", "room.invite")).noneMatch(this::offers);
        press(KeyEvent.VK_ESCAPE);
        // another talk and back
        GuiActionRunner.execute(() -> window().talk("charles@engine.example"));
        Screen.until("a person", () -> offers("talk.grow") && offers("composer"));
        talk(PlayedRooms.QA, "QA room");
        Screen.until("the keys go to the way back", () -> focused().equals("room.again"));
        press(KeyEvent.VK_SPACE);
        told("join " + PlayedRooms.QA + " as null");
        Screen.until("one may write", () -> offers("composer") && !offers("room.out"));
        Screen.until("the keys go there", () -> focused().equals("message"));
    }

    /** What a screen reader says of the first row of the list of talks that is a room. */
    @SuppressWarnings("unchecked")
    private String listed() {
        JList<Object> list = (JList<Object>) frame.list("talks").target();
        return GuiActionRunner.execute(() -> {
            for (int i = 0; i < list.getModel().getSize(); i++) {
                var cell = list.getCellRenderer()
                        .getListCellRendererComponent(list, list.getModel().getElementAt(i), i, false, false);
                String spoken = cell.getAccessibleContext().getAccessibleName();
                if (spoken.contains("a moth between points")) {
                    return spoken;
                }
            }
            return "";
        });
    }

    @Test
    void speaksGerman() {
        openPlayed(Locale.GERMAN);
        leave();
        says("Sie haben diesen Raum verlassen.");
        screen.shoot("room-left-de", window().getRootPane());
    }

    @Test
    void whoIsSentOutWhileWritingEntersNothingByTheNextLetter() {
        openPlayed(World.english());
        Screen.until("the keys go there", () -> focused().equals("message"));
        type("half a ");
        world.onCore(() -> world.domain
                .rooms()
                .out(World.ADA, PlayedRooms.QA, "You were sent out of QA. “too loud”", Room.Back.ASKED));
        says("You were sent out of QA. “too loud”");
        type(" sentence ");
        assertThat(world.wire).noneMatch(line -> line.startsWith("join "));
        screen.shoot("room-sent-out", window().getRootPane());
        tabTo("room.again");
        press(KeyEvent.VK_SPACE);
        told("join " + PlayedRooms.QA + " as null");
        Screen.until("one may write", () -> focused().equals("message"));
        frame.textBox("message").requireText("half a ");
    }

    @Test
    void whoIsBannedIsOfferedNoWayBack() {
        openPlayed(World.english());
        world.onCore(
                () -> world.domain.rooms().out(World.ADA, PlayedRooms.QA, "You were banned from QA.", Room.Back.NEVER));
        says("You were banned from QA.");
        assertThat(offers("room.again")).isFalse();
        assertThat(offers("composer")).isFalse();
    }

    @Test
    void whereOneComesBackByOneselfOneGoesOnWriting() {
        openPlayed(World.english());
        world.onCore(() -> world.domain
                .rooms()
                .out(World.ADA, PlayedRooms.QA, "The service goes down; you will be back.", Room.Back.ITSELF));
        says("The service goes down; you will be back.");
        assertThat(offers("composer")).isTrue();
        assertThat(focused()).isEqualTo("message");
    }

    @Test
    void beforeTheRoomsAreKnownNoneWasLeft() {
        world.office();
        String known = "known@rooms.engine.example";
        PlayedRooms rooms = new PlayedRooms(world);
        world.onCore(() -> {
            world.domain.chats().markRoom(known);
            world.domain
                    .chats()
                    .received(new org.lamplight.chat.Message(
                            "k1",
                            World.ADA,
                            known,
                            java.time.Instant.parse("2026-11-17T13:00:00Z"),
                            org.lamplight.chat.Message.Direction.IN,
                            known + "/Grace",
                            "Good morning.",
                            org.lamplight.chat.Message.State.DELIVERED,
                            null));
        });
        open(World.english(), known, "known");
        assertThat(offers("composer")).isTrue();
        assertThat(offers("room.out")).isFalse();
        rooms.talk();
        says("You left this room.");
    }

    // ---- what is told of invitations

    @Test
    void whoWasAskedInAndWhoWontComeIsTold() {
        openPlayed(World.english());
        openRoomMenu();
        choose("room.invite");
        dialog("invite");
        Screen.until("the keys go there", () -> focused().equals("invite.who"));
        type("donald@engine.example");
        press(KeyEvent.VK_ENTER);
        Screen.until("told", () -> notice().equals("Donald Knuth was invited."));
        world.onCore(() -> {
            world.domain.rooms().declined(World.ADA, PlayedRooms.QA, "donald@engine.example", "Volume 5");
            world.domain.rooms().declined(World.ADA, "none@rooms.engine.example", "x@engine.example", null);
        });
        Screen.until("told", () -> notice().equals("Donald Knuth was invited. Donald Knuth declined: Volume 5"));
        screen.shoot("room-declined", window().getRootPane());
        tabTo("notice.button");
        press(KeyEvent.VK_SPACE);
        Screen.until("gone", () -> !offers("notice"));
        world.onCore(() -> world.domain.rooms().declined(World.ADA, PlayedRooms.QA, "hedy@engine.example", null));
        Screen.until("told", () -> notice().equals("Hedy Lamarr declined."));
    }

    @Test
    void whatIsNotSeenAtOnceIsToldLater() {
        openPlayed(World.english());
        GuiActionRunner.execute(() -> window().talk("charles@engine.example"));
        world.onCore(() -> world.domain.rooms().declined(World.ADA, PlayedRooms.QA, "hedy@engine.example", null));
        robot.waitForIdle();
        assertThat(offers("notice")).isFalse();
        talk(PlayedRooms.QA, "QA room");
        Screen.until("told", () -> notice().equals("Hedy Lamarr declined."));
    }

    private String notice() {
        return robot.finder().findByName("notice").getAccessibleContext().getAccessibleName();
    }

    /** With the real back end and the office's server. */
    @Test
    void aRealRoomIsLeftAndEnteredAgain(@TempDir Path folder) throws Exception {
        try (OfficeServer server = new OfficeServer(folder);
                SignedIn ada = new SignedIn(world, server, "ada", folder).awaitOnline()) {
            RoomOptions named = new RoomOptions("The mill", null, null, null, null, null);
            Room made = world.core
                    .ask(() -> world.domain.roomDeeds().create("mill", named, List.of()))
                    .thenCompose(room -> room)
                    .join();
            open(World.english(), made.address(), "The mill");
            leave();
            says("You left this room.");
            assertThat(frame.label("room.name").text()).isEqualTo("The mill");
            tabTo("room.again");
            press(KeyEvent.VK_SPACE);
            Screen.until("in", () -> frame.label("room.topic.text").text().contains("1 person"));
            assertThat(offers("room.out")).isFalse();
        }
    }
}
