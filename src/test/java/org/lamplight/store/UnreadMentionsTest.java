package org.lamplight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.chat.Chats;
import org.lamplight.chat.Message;
import org.lamplight.chat.Message.Direction;
import org.lamplight.chat.Message.State;
import org.lamplight.chat.Room;
import org.lamplight.chat.Rooms;
import org.lamplight.lab.Desk;

/** How many messages of a room speak to us and were not looked at, over restarts. */
class UnreadMentionsTest {
    private static final String ACCOUNT = "ada@engine.example";
    private static final String QA = "qa@rooms.engine.example";

    private final Desk desk = new Desk();
    private SqliteHistory history;
    private Chats chats;
    private Rooms rooms;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        history = new SqliteHistory(folder.resolve("history.db"), desk.core);
        chats = desk.ask(() -> new Chats(desk.events, desk.clock, history));
        rooms = desk.ask(() -> new Rooms(desk.core, desk.events, history));
        desk.until("it is loaded", () -> chats.loaded().isDone());
    }

    @AfterEach
    void close() {
        history.close();
        desk.close();
    }

    private void restart() throws Exception {
        history.close();
        open();
    }

    private void enter(String nick) throws Exception {
        desk.run(() -> {
            chats.markRoom(QA);
            rooms.joining(ACCOUNT, QA, nick);
            rooms.joined(ACCOUNT, QA, nick, List.of());
        });
    }

    private CompletableFuture<Void> says(String id, String text) throws Exception {
        Message message = new Message(
                id, ACCOUNT, QA, desk.clock.instant(), Direction.IN, QA + "/Grace", text, State.DELIVERED, null);
        return desk.ask(() -> chats.received(message));
    }

    private void counted(int count) throws Exception {
        desk.until(count + " mentions", () -> mentions() == count);
    }

    private int mentions() {
        return rooms.find(QA).map(Room::mentions).orElse(0);
    }

    @Test
    void theyAreStillThereAfterARestart() throws Exception {
        enter("ada");
        says("1", "ada, are you there?");
        says("2", "nothing for anybody");
        says("3", "@Ada found it");
        counted(2);
        restart();
        enter("ada");
        says("4", "ada?");
        counted(3);
        desk.ask(() -> chats.read(QA)).get(5, TimeUnit.SECONDS);
        counted(0);
        restart();
        enter("ada");
        says("5", "ada, once more");
        counted(1);
    }

    @Test
    void whatIsReadWhileItIsCountedIsRead() throws Exception {
        enter("ada");
        says("1", "ada?");
        counted(1);
        restart();
        desk.run(() -> {
            chats.markRoom(QA);
            rooms.joining(ACCOUNT, QA, "ada");
            chats.read(QA);
        });
        // the store answers in the order of asking, so the count is over and done with
        history.talks().get(5, TimeUnit.SECONDS);
        assertThat(desk.ask(this::mentions)).isZero();
    }

    @Test
    void aNameThatIsOnlyKnownLaterCounts() throws Exception {
        enter("ada");
        says("1", "lovelace, please look");
        says("2", "ada, please look").get(5, TimeUnit.SECONDS);
        restart();
        enter("ada");
        counted(1);
        desk.run(() -> rooms.joined(ACCOUNT, QA, "lovelace", List.of()));
        says("3", "Lovelace?");
        counted(2);
    }
}
