package org.lamplight.ui.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.chat.Message;
import org.lamplight.chat.NotificationShown;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.kit.Mirrors;

/** When one is told of a message, and of what. */
class NotifierTest {
    private static final String CHARLES = "charles@engine.example";
    private static final String GRACE = "grace@engine.example";

    private final World world = new World();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private volatile NotificationChoices choices = new NotificationChoices(true, true, false, true);
    private Mirrors mirrors;

    private final class Told implements NotificationDisplay {
        @Override
        public void show(Notification notification) {
            told.add(notification.name() + ": " + notification.text() + (notification.sound() ? " (heard)" : ""));
        }

        @Override
        public void withdraw(String peer) {
            told.add("no more of " + peer);
        }
    }

    @BeforeEach
    void open() {
        Screen screen = new Screen(world, null, Locale.UK);
        mirrors = Mirrors.of(world.domain);
        world.events.listen(
                NotificationShown.class, shown -> events.add(shown.message().id()));
        GuiActionRunner.execute(() -> new Notifier(
                world.domain,
                screen.stage,
                mirrors,
                message -> !message.text().startsWith("hush"),
                seen::contains,
                () -> choices,
                new Told()));
        world.office();
        Screen.until("people", () -> mirrors.people().all().size() == 12);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void hears(String peer, String id, String text) {
        world.hears(peer, id, "2026-11-18T14:22:00Z", text);
    }

    private void told(String... lines) {
        Screen.until(List.of(lines) + " but " + told, () -> told.equals(List.of(lines)));
    }

    @Test
    void ofAMessageThatNobodyHasInFront() {
        hears(GRACE, "g1", "Found it.\n\u202EAn actual <b>moth</b>.");
        told("Grace Hopper: Found it. An actual <b>moth</b>.");
        Screen.until("the event", () -> events.equals(List.of("g1")));
    }

    @Test
    void inARoomOfWhoWroteThereAndOfNothingThatIsNotWorthACall() {
        String room = "moths@rooms.engine.example";
        world.onCore(() -> world.domain.chats().markRoom(room));
        says(room, "r1", "hush, nobody called");
        says(room, "r2", "Ada, look!");
        Screen.until("told", () -> told.contains("Grace in moths: Ada, look!"));
        assertThat(events).doesNotContain("r1");
    }

    private void says(String room, String id, String text) {
        Message message = new Message(
                id,
                World.ACCOUNT,
                room,
                world.clock.instant(),
                Message.Direction.IN,
                room + "/Grace",
                text,
                Message.State.DELIVERED,
                null);
        world.onCore(() -> world.domain.chats().received(message));
    }

    @Test
    void withoutWhatItQuotes() {
        hears(GRACE, "g1", "> where is it?\n\nIn the relay.");
        told("Grace Hopper: In the relay.");
    }

    @Test
    void notOfTheTalkThatIsInFront() {
        seen.add(GRACE);
        hears(GRACE, "g1", "Found it.");
        hears(CHARLES, "c1", "Room 4");
        told("Charles Babbage: Room 4");
        assertThat(events).doesNotContain("g1");
    }

    @Test
    void onlyWhoWroteWhereTheSettingsOrALockedScreenSaySo() {
        choices = new NotificationChoices(true, false, true, true);
        hears(GRACE, "g1", "Found it.");
        told("Grace Hopper: New message (heard)");
        choices = new NotificationChoices(true, true, false, true);
        world.onCore(() -> world.domain
                .own()
                .observe(Observation.of(Source.LOCK, Status.AWAY).since(world.clock.instant())));
        Screen.until("locked", () -> mirrors.own().now().presence().status() == Status.AWAY);
        hears(CHARLES, "c1", "Room 4");
        told("Grace Hopper: New message (heard)", "Charles Babbage: New message");
    }

    @Test
    void ofNothingWhereOneWantsQuiet() {
        world.onCore(() -> world.domain.own().choose(Status.DO_NOT_DISTURB, null, null));
        Screen.until("quiet", () -> mirrors.own().now().presence().status() == Status.DO_NOT_DISTURB);
        hears(GRACE, "g1", "one");
        choices = new NotificationChoices(true, true, false, false);
        hears(CHARLES, "c1", "Room 4");
        Screen.until("told", () -> told.contains("Charles Babbage: Room 4"));
        choices = new NotificationChoices(false, true, false, false);
        hears("alan@engine.example", "a1", "two");
        choices = new NotificationChoices(true, true, false, false);
        hears("hedy@engine.example", "h1", "three");
        Screen.until("told", () -> told.contains("Hedy Lamarr: three"));
    }

    @Test
    void aFloodMovesOneNotificationAndTheLastWordIsTold() {
        for (int i = 0; i < 3000; i++) {
            hears(GRACE, "g" + i, "moth " + i);
        }
        Screen.until("the last", () -> told.contains("Grace Hopper: moth 2999"));
        assertThat(told.size()).isLessThan(20);
    }

    @Test
    void whatWasReadIsNoLongerTold() {
        hears(GRACE, "g1", "one");
        told("Grace Hopper: one");
        world.onCore(() -> world.domain.chats().read(GRACE));
        told("Grace Hopper: one", "no more of " + GRACE);
    }
}
