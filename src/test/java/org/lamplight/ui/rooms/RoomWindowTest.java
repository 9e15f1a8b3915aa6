package org.lamplight.ui.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DragSource;
import java.awt.dnd.DragSourceAdapter;
import java.awt.dnd.DragSourceDragEvent;
import java.awt.dnd.DragSourceListener;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.MenuSelectionManager;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JListFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.chat.Occupant;
import org.lamplight.chat.Room;
import org.lamplight.people.Address;
import org.lamplight.people.Person;
import org.lamplight.people.Subscription;
import org.lamplight.presence.Presence;
import org.lamplight.presence.Status;
import org.lamplight.ui.Hands;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.chat.ConversationWindow;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.PersonTransfer;

/** A room in the window of talks: who is there, what one does with them, and a crowd. */
class RoomWindowTest {
    private static final int CROWD = 5_000;

    private final World world = new World();
    private Robot robot;
    private Screen screen;
    private FrameFixture frame;
    private PlayedRooms rooms;

    @BeforeEach
    void open() {
        robot = Hands.ready();
        screen = new Screen(world);
        frame = new FrameFixture(
                robot,
                GuiActionRunner.execute(
                        () -> new ConversationWindow(world.domain, screen.stage, Mirrors.of(world.domain))));
        frame.show(new Dimension(962, 706));
        world.office().talk();
        rooms = new PlayedRooms(world).talk();
        GuiActionRunner.execute(() -> window().talk(PlayedRooms.QA));
        Screen.until("the room shows", () -> frame.label("room.name").text().equals("QA room"));
    }

    @AfterEach
    void close() {
        // an open menu would take the first key of the next window
        GuiActionRunner.execute(() -> MenuSelectionManager.defaultManager().clearSelectedPath());
        frame.cleanUp();
        world.close();
    }

    private ConversationWindow window() {
        return frame.targetCastedTo(ConversationWindow.class);
    }

    private JListFixture people() {
        return frame.list("occupants.list");
    }

    @Test
    void nameTopicAndPeopleAreShown() {
        Screen.until("eight people", () -> people().target().getModel().getSize() == 8);
        assertThat(frame.label("room.topic.text").text())
                .contains("release 2.14")
                .contains("8 people");
        robot.waitForIdle();
        screen.shoot("room", window().getRootPane());
    }

    @Test
    void whoIsThereCanBeHidden() {
        Screen.until("eight people", () -> people().target().getModel().getSize() == 8);
        JList<?> list = people().target();
        frame.toggleButton("room.people").click();
        Screen.until("hidden", () -> !list.isShowing());
        frame.toggleButton("room.people").click();
        Screen.until("shown", list::isShowing);
    }

    @Test
    void aNameIsCompletedByTabAndOfferedAfterAnAtSign() {
        frame.textBox("message").enterText("gra");
        frame.textBox("message").pressAndReleaseKeys(KeyEvent.VK_TAB);
        frame.textBox("message").requireText("@Grace Hopper ");
        frame.textBox("message").enterText("and @r");
        Screen.until("a list", () -> robot.finder().findByName("mentions.list").isShowing());
        frame.textBox("message").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        frame.textBox("message").requireText("@Grace Hopper and @Radia Perlman ");
        assertThat(world.wire).noneMatch(line -> line.startsWith("send"));
    }

    @Test
    void onlyWhatOneMayDoIsOffered() {
        Screen.until("eight people", () -> people().target().getModel().getSize() == 8);
        choose("Grace Hopper");
        robot.finder().findByName("occupant.kick");
        robot.finder().findByName("occupant.admin");
        robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        choose("Margaret Hamilton");
        assertThat(robot.finder().findAll(c -> "occupant.kick".equals(c.getName()) && c.isShowing()))
                .isEmpty();
    }

    private void choose(String nick) {
        GuiActionRunner.execute(() -> {
            for (int i = 0; i < people().target().getModel().getSize(); i++) {
                if (((Occupant) people().target().getModel().getElementAt(i))
                        .nick()
                        .equals(nick)) {
                    people().target().setSelectedIndex(i);
                }
            }
            people().target().requestFocusInWindow();
        });
        robot.waitForIdle();
        Screen.press(robot, KeyEvent.VK_SHIFT, KeyEvent.VK_F10);
        Screen.until("a menu", () -> robot.finder().findByName("occupant.menu").isShowing());
    }

    @Test
    void theTopicAndTheCallsAreChosenFromTheMenu() {
        choose("room.more", "alerts.mentions");
        Screen.until("told", () -> world.wire.contains("alerts mentions"));
        choose("room.more", "room.topic");
        DialogFixture form = WindowFinder.findDialog("topic").using(robot);
        form.textBox("topic.text").setText("Freeze is on Friday");
        form.button("topic.ok").click();
        Screen.until("told", () -> world.wire.contains("topic Freeze is on Friday"));
    }

    private void choose(String button, String item) {
        GuiActionRunner.execute(() -> frame.button(button).target().doClick());
        Screen.until("the menu", () -> robot.finder().findByName(item).isShowing());
        Edt.later(() -> ((AbstractButton) robot.finder().findByName(item)).doClick());
    }

    @Test
    void aTalkWithOneBecomesARoomForThree() {
        GuiActionRunner.execute(() -> window().talk("charles@engine.example"));
        Screen.until("charles", () -> frame.button("talk.grow").target().isShowing());
        Edt.later(() -> frame.button("talk.grow").target().doClick());
        DialogFixture form = WindowFinder.findDialog("grow").using(robot);
        form.textBox("grow.who").setText("grace@engine.example");
        form.button("grow.ok").click();
        Screen.until(
                "both are asked in",
                () -> world.wire.stream()
                                .filter(line -> line.startsWith("invite "))
                                .count()
                        == 2);
        assertThat(world.wire).anyMatch(line -> line.matches("create \\S+-\\S+-\\d+@rooms.engine.example true false"));
    }

    @Test
    void somebodyIsAddedByAFewLettersOfTheirName() {
        GuiActionRunner.execute(() -> window().talk("charles@engine.example"));
        Screen.until("charles", () -> frame.button("talk.grow").target().isShowing());
        Edt.later(() -> frame.button("talk.grow").target().doClick());
        DialogFixture form = WindowFinder.findDialog("grow").using(robot);
        Screen.until(
                "the keys go there", () -> form.textBox("grow.who").target().isFocusOwner());
        "hopp".chars().forEach(letter -> robot.type((char) letter));
        Screen.until(
                "an offer", () -> robot.finder().findByName("grow.who.list").isShowing());
        press(KeyEvent.VK_ENTER);
        assertThat(form.textBox("grow.who").text()).isEqualTo("Grace Hopper");
        press(KeyEvent.VK_ENTER);
        Screen.until(
                "she is asked in",
                () -> world.wire.stream()
                        .anyMatch(line -> line.startsWith("invite ") && line.contains("grace@engine.example")));
    }

    @Test
    void aNameThatNobodyHasIsSaid() {
        GuiActionRunner.execute(() -> window().talk("charles@engine.example"));
        Screen.until("charles", () -> frame.button("talk.grow").target().isShowing());
        Edt.later(() -> frame.button("talk.grow").target().doClick());
        DialogFixture form = WindowFinder.findDialog("grow").using(robot);
        Screen.until(
                "the keys go there", () -> form.textBox("grow.who").target().isFocusOwner());
        "zz".chars().forEach(letter -> robot.type((char) letter));
        press(KeyEvent.VK_ENTER);
        Screen.until("said", () -> robot.finder().findByName("grow.wrong").isShowing());
        press(KeyEvent.VK_ESCAPE);
        Screen.until("closed", () -> !form.target().isShowing());
    }

    @Test
    void aRoomIsJoinedFromTheListAndAPasswordIsAskedAgain() {
        JoinRoom join = GuiActionRunner.execute(() -> new JoinRoom(world.domain, screen.stage, window()::talk));
        Edt.later(() -> join.ask(window()));
        DialogFixture form = WindowFinder.findDialog("join").using(robot);
        Screen.until(
                "three rooms",
                () -> form.list("join.listed").target().getModel().getSize() == 3);
        Screen.until(
                "the keys go there", () -> form.textBox("join.room").target().isFocusOwner());
        assertThat(GuiActionRunner.execute(() -> spoken(form.list("join.listed").target(), 0)))
                .isEqualTo("QA room (qa) · you are in it");
        assertThat(GuiActionRunner.execute(() -> spoken(form.list("join.listed").target(), 1)))
                .isEqualTo("Analytical Engine (engine)");
        form.textBox("join.room").setText("engine");
        Screen.until(
                "narrowed", () -> form.list("join.listed").target().getModel().getSize() == 1);
        robot.waitForIdle();
        screen.shoot("join-room", form.targetCastedTo(javax.swing.JDialog.class).getRootPane());
        form.textBox("join.room").setText("locked@rooms.engine.example");
        form.button("join.ok").click();
        Screen.until("refused", () -> robot.finder().findByName("join.wrong").isShowing());
        form.textBox("join.password").setText("open sesame");
        form.button("join.ok").click();
        Screen.until("joined", () -> world.wire.contains("join locked@rooms.engine.example as null"));
    }

    @Test
    void somebodyWhoIsDroppedAnywhereOnARoomIsAskedIn() throws Exception {
        Screen.until("eight people", () -> people().target().getModel().getSize() == 8);
        Person barbara = new Person(
                "barbara@engine.example",
                "Barbara",
                List.of(),
                List.of(Address.im("barbara@engine.example")),
                Presence.UNKNOWN,
                Subscription.BOTH,
                false,
                Set.of());
        FrameFixture list = new FrameFixture(robot, GuiActionRunner.execute(() -> sourceOf(barbara)));
        list.show(new Dimension(260, 140));
        try {
            for (Component target : List.of(robot.finder().findByName("transcript"), people().target())) {
                world.wire.clear();
                drag(list.list("source").target(), target);
                Screen.until(
                        "asked in", () -> world.wire.contains("invite barbara@engine.example into " + PlayedRooms.QA));
            }
        } finally {
            list.cleanUp();
        }
    }

    private static JFrame sourceOf(Person person) {
        JList<Person> list = new JList<>(new Person[] {person});
        list.setName("source");
        list.setFixedCellHeight(60);
        list.setDragEnabled(true);
        list.setTransferHandler(PersonTransfer.of(() -> person));
        JFrame frame = new JFrame("source");
        frame.add(list);
        return frame;
    }

    /** With the real pointer; it lets go once the place below it says that it takes what is dragged. */
    private void drag(Component from, Component to) {
        AtomicBoolean taken = new AtomicBoolean();
        DragSourceListener listener = new DragSourceAdapter() {
            @Override
            public void dragOver(DragSourceDragEvent event) {
                taken.set(event.getDropAction() == DnDConstants.ACTION_COPY);
            }
        };
        DragSource.getDefaultDragSource().addDragSourceListener(listener);
        Point start = GuiActionRunner.execute(from::getLocationOnScreen);
        Point end = GuiActionRunner.execute(to::getLocationOnScreen);
        robot.moveMouse(new Point(start.x + 60, start.y + 30));
        robot.pressMouse(MouseButton.LEFT_BUTTON);
        for (int step = 1; step <= 20; step++) {
            robot.moveMouse(new Point(start.x + 60 + step, start.y + 30));
        }
        int[] steps = {0};
        try {
            Screen.until("it would be taken", () -> {
                robot.moveMouse(new Point(end.x + 40 + steps[0]++ % 20, end.y + 40));
                return taken.get();
            });
        } finally {
            robot.releaseMouse(MouseButton.LEFT_BUTTON);
            DragSource.getDefaultDragSource().removeDragSourceListener(listener);
        }
    }

    @Test
    void aRoomThatGotAPasswordAsksForItWhenOneComesBack() {
        String locked = "locked@rooms.engine.example";
        world.onCore(() -> {
            world.domain.chats().markRoom(locked);
            world.domain.rooms().joined(World.ADA, locked, "ada", List.of());
            world.domain.rooms().out(World.ADA, locked, "It asks for a password.", Room.Back.ASKED);
        });
        GuiActionRunner.execute(() -> window().talk(locked));
        Screen.until("we are out", () -> frame.label("room.topic.text").text().contains("password"));
        JComponent again = frame.button("room.again").target();
        frame.button("room.again").click();
        DialogFixture form = WindowFinder.findDialog("enter").using(robot);
        form.textBox("enter.password").setText("open window");
        form.button("enter.ok").click();
        Screen.until("refused", () -> robot.finder().findByName("enter.wrong").isShowing());
        screen.shoot(
                "room-password", form.targetCastedTo(javax.swing.JDialog.class).getRootPane());
        form.textBox("enter.password").setText("open sesame");
        form.button("enter.ok").click();
        Screen.until("in", () -> world.wire.stream().anyMatch(line -> line.startsWith("join " + locked)));
        Screen.until("nothing more to do", () -> !again.isShowing());
    }

    @Test
    void whatSpeaksToUsIsCountedApart() {
        GuiActionRunner.execute(() -> window().talk("charles@engine.example"));
        rooms.says("Grace Hopper", "13:40", "nothing for anybody");
        rooms.says("Grace Hopper", "13:41", "ada, are you there?");
        Screen.until(
                "one mention",
                () -> world.onCore(() -> world.domain
                                .rooms()
                                .find(PlayedRooms.QA)
                                .map(Room::mentions)
                                .orElse(0))
                        == 1);
        robot.waitForIdle();
        screen.shoot("room-mention", window().getRootPane());
    }

    @Test
    void membersWhoAreNotThereAreAGroupOfTheirOwn() {
        JListFixture absent = threeAbsent();
        assertThat(frame.label("absent.title").text()).isEqualTo("Members, not here: 3");
        assertThat(GuiActionRunner.execute(() -> spoken(absent.target(), 0))).startsWith("Barbara Liskov, ");
        Screen.until(
                "she is seen to be available",
                () -> spoken(absent.target(), 1).equals("Katherine Johnson, Available, admin"));
        GuiActionRunner.execute(() -> absent.target().requestFocusInWindow());
        Screen.until("the keys go there", () -> absent.target().isFocusOwner());
        press(KeyEvent.VK_DOWN);
        Screen.press(robot, KeyEvent.VK_SHIFT, KeyEvent.VK_F10);
        Screen.until("a menu", () -> robot.finder().findByName("member.menu").isShowing());
        Edt.later(() -> ((AbstractButton) robot.finder().findByName("member.askIn")).doClick());
        Screen.until("asked in", () -> world.wire.contains("invite barbara@engine.example into " + PlayedRooms.QA));
    }

    @Test
    void whoComesAndGoesMovesBetweenTheGroups() {
        JListFixture absent = threeAbsent();
        world.onCore(() -> world.domain
                .rooms()
                .moved(
                        World.ADA,
                        PlayedRooms.QA,
                        List.of(new Occupant(
                                "Barbara",
                                Occupant.Role.PARTICIPANT,
                                Occupant.Affiliation.MEMBER,
                                "barbara@engine.example",
                                Status.AVAILABLE)),
                        List.of("Grace Hopper")));
        Screen.until("nine less one", () -> people().target().getModel().getSize() == 8);
        Screen.until(
                "grace in place of barbara", () -> spoken(absent.target(), 0).startsWith("grace.hopper@"));
        assertThat(world.wire.stream().filter(line -> line.startsWith("members ")))
                .hasSize(1);
        // somebody of whom nobody knows who they are may be any of the members
        world.onCore(() -> world.domain
                .rooms()
                .moved(
                        World.ADA,
                        PlayedRooms.QA,
                        List.of(new Occupant(
                                "Mask",
                                Occupant.Role.PARTICIPANT,
                                Occupant.Affiliation.MEMBER,
                                null,
                                Status.AVAILABLE)),
                        List.of()));
        Screen.until("nobody", () -> absent.target().getModel().getSize() == 0);
    }

    private JListFixture threeAbsent() {
        Screen.until(
                "three", () -> frame.list("absent.list").target().getModel().getSize() == 3);
        return frame.list("absent.list");
    }

    @SuppressWarnings("unchecked")
    private static String spoken(JList<?> list, int row) {
        JList<Object> rows = (JList<Object>) list;
        return row >= rows.getModel().getSize()
                ? ""
                : rows.getCellRenderer()
                        .getListCellRendererComponent(rows, rows.getModel().getElementAt(row), row, false, false)
                        .getAccessibleContext()
                        .getAccessibleName();
    }

    @Test
    void whatSpeaksToUsIsSaidInTheTranscript() {
        Screen.until("what is said", () -> said().length() > 0);
        JComponent transcript = transcript();
        press(KeyEvent.VK_UP);
        Screen.until("the last one", () -> said().startsWith("Grace Hopper: @Ada found it"));
        assertThat(GuiActionRunner.execute(this::said)).endsWith("mentions you");
        press(KeyEvent.VK_UP);
        assertThat(GuiActionRunner.execute(this::said))
                .startsWith("Alan Turing")
                .doesNotContain("mentions you");
        assertThat(transcript.isFocusOwner()).isTrue();
    }

    @Test
    void aReactionInARoomIsOursAndGoesAgain() {
        Screen.until("what is said", () -> said().length() > 0);
        transcript();
        press(KeyEvent.VK_UP);
        Screen.until("the last one", () -> said().startsWith("Grace Hopper"));
        react();
        Screen.until("said", () -> world.wire.contains("change reactions \uD83D\uDC4D"));
        transcript();
        toTheChip();
        screen.shoot("room-reaction", window().getRootPane());
        press(KeyEvent.VK_ENTER);
        Screen.until("taken back by its chip", () -> world.wire.contains("change reactions "));
        Screen.until("gone", () -> !said().equals("\uD83D\uDC4D 1"));
        react();
        Screen.until("given again", () -> sent("change reactions \uD83D\uDC4D") == 2);
        transcript();
        toTheChip();
        react();
        Screen.until("taken back by the menu", () -> sent("change reactions ") == 2);
    }

    /** What is sent is not shown yet, perhaps: then there is nothing to go to. */
    private void toTheChip() {
        for (int tries = 0; tries < 50 && !GuiActionRunner.execute(this::said).equals("\uD83D\uDC4D 1"); tries++) {
            press(KeyEvent.VK_RIGHT);
        }
        Screen.until("the chip", () -> said().equals("\uD83D\uDC4D 1"));
    }

    private long sent(String words) {
        return world.wire.stream().filter(words::equals).count();
    }

    private void react() {
        transcript();
        Screen.press(robot, KeyEvent.VK_SHIFT, KeyEvent.VK_F10);
        Screen.until(
                "a menu", () -> robot.finder().findByName("transcript.menu").isShowing());
        Edt.later(() -> ((AbstractButton) robot.finder().findByName("transcript.react.\uD83D\uDC4D", false)).doClick());
        robot.waitForIdle();
        GuiActionRunner.execute(() -> MenuSelectionManager.defaultManager().clearSelectedPath());
    }

    private void press(int key) {
        robot.pressAndReleaseKeys(key);
        robot.waitForIdle();
    }

    private JComponent transcript() {
        JComponent transcript = robot.finder().findByName("transcript", JComponent.class);
        GuiActionRunner.execute(() -> transcript.requestFocusInWindow());
        Screen.until("the keys go there", transcript::isFocusOwner);
        return transcript;
    }

    /** What a screen reader says of where the keyboard stands. */
    private String said() {
        return robot.finder()
                .findByName("transcript", JComponent.class)
                .getAccessibleContext()
                .getAccessibleName();
    }

    @Test
    void aCrowdThatComesAtOnceHoldsNobodyUp() {
        Screen.until("eight people", () -> people().target().getModel().getSize() == 8);
        JList<?> list = people().target();
        rooms.crowd(CROWD);
        long longest = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        for (boolean all = false; !all && System.nanoTime() < end; ) {
            long asked = System.nanoTime();
            all = GuiActionRunner.execute(() -> list.getModel().getSize() == CROWD + 8);
            longest = Math.max(longest, System.nanoTime() - asked);
        }
        Screen.until("all are there", () -> people().target().getModel().getSize() == CROWD + 8);
        assertThat(TimeUnit.NANOSECONDS.toMillis(longest)).isLessThan(200);
    }
}
