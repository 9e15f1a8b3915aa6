package org.lamplight.ui.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.finder.WindowFinder.findDialog;

import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.List;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.backend.AccountState;
import org.lamplight.chat.RoomInvitation;
import org.lamplight.people.Request;
import org.lamplight.presence.Status;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;

class HubWindowTest {
    private final World world = new World();
    private HubOnScreen on;
    private List<String> opened;
    private Robot robot;
    private Screen screen;
    private FrameFixture hub;

    @BeforeEach
    void open() {
        on = new HubOnScreen(world);
        opened = on.opened;
        robot = on.robot;
        screen = on.screen;
        hub = on.frame;
        world.office();
        rows(14);
    }

    @AfterEach
    void close() {
        on.close();
        world.close();
    }

    private JList<?> list() {
        return on.list();
    }

    private void rows(int count) {
        on.awaitRows(count);
    }

    private String spoken(int row) {
        return on.spoken(row);
    }

    private void spoken(int row, String words) {
        Screen.until(words, () -> on.spoken(row).equals(words));
    }

    @Test
    void saysWhatItIs() {
        assertThat(hub.target().getTitle()).contains("Lamplight");
        spoken(0, "Favourites, 5 of 5");
        spoken(2, "Charles Babbage, In a meeting until 15:00");
        spoken(8, "Dennis Ritchie, In a meeting until 14:30 · no chat");
        spoken(9, "Donald Knuth, Do not disturb · Volume 5");
        spoken(11, "Joan Clarke, Does not share presence");
    }

    @Test
    void aChangeOfPresenceChangesTheRowInItsPlace() {
        world.see("alan@engine.example", Status.AVAILABLE);
        spoken(1, "Alan Turing, Available");
        world.onCore(() -> world.domain.people().sessionEnded(World.ACCOUNT));
        spoken(0, "Favourites, 0 of 5");
        rows(14);
    }

    @Test
    void enterADoubleClickAndTheButtonOpenTheTalk() {
        hub.list("people").focus().selectItem(2).pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until("by Enter", () -> opened.equals(List.of("charles@engine.example")));
        doubleClick(4);
        Screen.until("by a double click", () -> opened.size() == 2);
        java.awt.Rectangle row = GuiActionRunner.execute(() -> list().getCellBounds(5, 5));
        robot.click(list(), new java.awt.Point(row.width - 22, row.y + row.height / 2));
        Screen.until("by the button", () -> opened.size() == 3);
        assertThat(opened.get(2)).isEqualTo("katherine@engine.example");
    }

    /** As one event, for on a busy machine two clicks of a robot can be too far apart for the system to count as one. */
    private void doubleClick(int row) {
        GuiActionRunner.execute(() -> {
            java.awt.Rectangle cell = list().getCellBounds(row, row);
            for (int kind : new int[] {MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED}) {
                list().dispatchEvent(new MouseEvent(
                        list(), kind, 0, 0, cell.x + 60, cell.y + cell.height / 2, 2, false, MouseEvent.BUTTON1));
            }
        });
    }

    @Test
    void typingAnywhereSearchesAndEscapeClears() {
        hub.list("people").focus();
        robot.type('h');
        robot.type('o');
        robot.type('p');
        rows(2);
        assertThat(spoken(1)).startsWith("Grace Hopper");
        hub.textBox("search").pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        rows(14);
        hub.textBox("search").requireText("");
    }

    @Test
    void aSearchEndsWithTheTalkThatItFound() {
        hub.textBox("search").enterText("hop").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until("the talk", () -> opened.contains("grace@engine.example"));
        hub.textBox("search").requireText("");
        rows(14);
    }

    @Test
    void whatStandsInTheSearchIsReplacedByTheNextWord() {
        hub.textBox("search").enterText("hop");
        rows(2);
        hub.list("people").focus();
        hub.textBox("search").focus();
        robot.waitForIdle();
        robot.type('x');
        Screen.until("replaced", () -> hub.textBox("search").text().equals("x"));
    }

    @Test
    void theListUnderTheKeyboardHasSomebodySelected() {
        GuiActionRunner.execute(() -> list().clearSelection());
        hub.list("people").focus();
        Screen.until("the first person", () -> list().getSelectedIndex() == 1);
    }

    @Test
    void whoIsNotFoundCanBeAdded() {
        hub.textBox("search").enterText("emmy@goettingen.example");
        Screen.until("the button", () -> hub.button("empty.button").target().isShowing());
        hub.button("empty.button").click();
        DialogFixture form = findDialog("add").withTimeout(5000).using(robot);
        form.textBox("add.address").requireText("emmy@goettingen.example");
        form.textBox("add.name").enterText("Emmy Noether");
        form.button("add.ok").click();
        Screen.until("asked", () -> world.wire.contains("ask emmy@goettingen.example"));
        assertThat(world.wire).contains("put emmy@goettingen.example Emmy Noether []");
        Screen.until("found", () -> list().getModel().getSize() == 2);
        spoken(1, "Emmy Noether, Asked to share presence, no answer yet");
    }

    @Test
    void aWrongAddressIsSaidInTheForm() {
        hub.textBox("search").focus();
        Screen.press(robot, KeyEvent.VK_CONTROL, KeyEvent.VK_N);
        DialogFixture form = findDialog("add").withTimeout(5000).using(robot);
        form.textBox("add.address").enterText("nobody");
        form.button("add.ok").click();
        assertThat(form.textBox("add.wrong").text()).contains("name@example.org");
        form.button("add.cancel").click();
    }

    @Test
    void aRefusalIsSaidInTheList() {
        hub.textBox("search").focus();
        Screen.press(robot, KeyEvent.VK_CONTROL, KeyEvent.VK_N);
        DialogFixture form = findDialog("add").withTimeout(5000).using(robot);
        form.textBox("add.address").enterText("refused@x.example");
        form.button("add.ok").click();
        Screen.until(
                "the sentence",
                () -> hub.panel("refusal")
                        .target()
                        .getAccessibleContext()
                        .getAccessibleName()
                        .contains("did not take"));
        hub.button("refusal.close").click();
    }

    @Test
    void groupsFoldByKeysAndStayFolded() {
        hub.list("people").focus().selectItem(2).pressAndReleaseKeys(KeyEvent.VK_LEFT, KeyEvent.VK_LEFT);
        rows(9);
        world.onCore(() -> world.domain.people().sessionStarted(World.ACCOUNT));
        rows(9);
        hub.list("people").pressAndReleaseKeys(KeyEvent.VK_SPACE);
        rows(14);
    }

    @Test
    void renamesAndRemovesByKeys() {
        hub.list("people").focus().selectItem(1).pressAndReleaseKeys(KeyEvent.VK_F2);
        DialogFixture form = findDialog("rename").withTimeout(5000).using(robot);
        form.textBox("rename.name").setText("").enterText("Alan M.");
        form.button("rename.ok").click();
        Screen.until("renamed", () -> world.wire.contains("put alan@engine.example Alan M. [Favourites]"));
        Screen.until("the row", () -> spoken(1).startsWith("Alan M.,"));
        hub.list("people").focus().pressAndReleaseKeys(KeyEvent.VK_DELETE);
        findDialog("remove").withTimeout(5000).using(robot).button("remove.ok").click();
        Screen.until("removed", () -> world.wire.contains("remove alan@engine.example"));
        rows(13);
    }

    @Test
    void theContextMenuOpensByKeyAndBlocks() {
        hub.list("people").focus().selectItem(1);
        Screen.press(robot, KeyEvent.VK_SHIFT, KeyEvent.VK_F10);
        robot.click(robot.finder().findByName("menu.block", JMenuItem.class));
        Screen.until("blocked", () -> world.wire.contains("block alan@engine.example"));
    }

    @Test
    void requestsAreAnsweredInPlace() {
        world.onCore(() ->
                world.domain.rosters().requested(new Request(World.ACCOUNT, "luigi@turin.example", "<html><b>Luigi")));
        Screen.until("the strip", () -> hub.button("request.accept").target().isShowing());
        assertThat(hub.panel("strip").target().getAccessibleContext().getAccessibleName())
                .isEqualTo("<html><b>Luigi (luigi@turin.example) wants to see when you are here.");
        JPanel strips = hub.panel("requests").target();
        hub.button("request.accept").click();
        Screen.until("accepted", () -> world.wire.contains("accept luigi@turin.example"));
        Screen.until("the strip is gone", () -> !strips.isVisible());
    }

    @Test
    void invitationsOfPeopleOneKnowsStandFirstWhateverElseIsOpenAndIsShown() {
        world.onCore(() -> world.domain.rooms().invited(invitation("qa", "grace@engine.example")));
        for (int i = 0; i < 150; i++) {
            String room = "spam" + i;
            world.onCore(() -> world.domain.rooms().invited(invitation(room, "stranger@elsewhere.example")));
        }
        hub.toggleButton("rail.chats").click();
        Screen.until(
                "three strips and the number of the others",
                () -> shownInvitations().size() == 4
                        && shownInvitations().get(0).startsWith("Grace Hopper invites you into the room qa")
                        && shownInvitations().get(1).contains("spam149"));
        assertThat(shownInvitations().get(3)).isEqualTo("And 97 more invitations.");
        screen.shoot("hub-invitations", hub.targetCastedTo(HubWindow.class).getRootPane());
    }

    private static RoomInvitation invitation(String room, String from) {
        return new RoomInvitation(World.ACCOUNT, room + "@rooms.engine.example", from, false, null, null);
    }

    private List<String> shownInvitations() {
        return GuiActionRunner.execute(
                () -> Arrays.stream(hub.panel("invitations").target().getComponents())
                        .map(strip -> strip.getAccessibleContext().getAccessibleName())
                        .toList());
    }

    @Test
    void anAccountThatIsOffSaysSoAndTriesAgain() {
        world.account(AccountState.Phase.OFFLINE, "There is no network.");
        Screen.until("the strip", () -> hub.button("account.retry").target().isShowing());
        JPanel strips = hub.panel("accounts").target();
        hub.button("account.retry").click();
        Screen.until("tried", () -> world.wire.contains("retry work"));
        world.account(AccountState.Phase.ONLINE, null);
        Screen.until("the strip is gone", () -> !strips.isVisible());
    }

    @Test
    void unreadTalksShowOnTheRail() {
        world.talk();
        Screen.until(
                "the number",
                () -> "8 unread"
                        .equals(hub.toggleButton("rail.chats")
                                .target()
                                .getAccessibleContext()
                                .getAccessibleDescription()));
        hub.toggleButton("rail.chats").click();
        hub.list("talks").item(1).click();
        Screen.until("the talk", () -> opened.contains("grace@engine.example"));
    }

    @Test
    void theStatusOpensItsMenuBySpace() {
        hub.button("status").focus().pressAndReleaseKeys(KeyEvent.VK_SPACE);
        Screen.until("opened", () -> opened.contains("status"));
        assertThat(hub.button("status").target().getAccessibleContext().getAccessibleName())
                .isEqualTo("Your status: Available");
    }

    @Test
    void remembersWhereItWas() {
        hub.resizeTo(new Dimension(400, 600));
        Screen.until("kept", () -> screen.places.get("hub").width == 400);
    }
}
