package org.lamplight.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.chat.Message.Direction;
import org.lamplight.chat.Message.State;
import org.lamplight.lab.Desk;
import org.lamplight.store.SqliteHistory;
import org.lamplight.ui.MemoryStore;

class ChatsTest {
    private static final String PEER = "grace@navy.example";
    private static final String ACCOUNT = "work";

    /** A carrier that takes everything and says nothing of it. */
    private static final class Carrier implements ChatTransport {
        private final List<Message> carried = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<String> acknowledged = new ArrayList<>();
        private final List<String> displayed = new ArrayList<>();

        @Override
        public String ownAddress() {
            return "ada@engine.example";
        }

        @Override
        public void send(Message message) {
            carried.add(message);
        }

        @Override
        public boolean canChange() {
            return true;
        }

        @Override
        public void change(Change change) {
            changes.add(change);
        }

        @Override
        public CompletableFuture<Boolean> older(String peer, @Nullable Message before) {
            return CompletableFuture.completedFuture(false);
        }

        @Override
        public void acknowledge(Message message) {
            acknowledged.add(message.id());
        }

        @Override
        public void displayed(String peer) {
            displayed.add(peer);
        }

        @Override
        public void typing(String peer, boolean typing) {}

        List<String> texts() {
            return carried.stream().map(Message::text).toList();
        }
    }

    private final Desk desk = new Desk();
    private final MemoryStore store = new MemoryStore(desk.core);
    private Carrier carrier;
    private Chats chats;

    @BeforeEach
    void begin() throws Exception {
        carrier = new Carrier();
        chats = desk.ask(() -> new Chats(desk.events, desk.clock, store));
        desk.run(() -> chats.delivery().addTransport(ACCOUNT, carrier));
        desk.until("it is loaded", () -> chats.loaded().isDone());
    }

    @AfterEach
    void end() {
        desk.close();
    }

    private static Message incoming(String id) {
        return new Message(
                id,
                ACCOUNT,
                PEER,
                java.time.Instant.parse("2026-11-18T14:00:00Z"),
                Message.Direction.IN,
                PEER,
                "text of " + id,
                Message.State.DELIVERED,
                null);
    }

    private Message write(String text) throws Exception {
        return desk.ask(() -> chats.send(PEER, text)).join();
    }

    private static List<String> texts(int from, int to) {
        return IntStream.range(from, to).mapToObj(String::valueOf).toList();
    }

    private List<String> carried() throws Exception {
        return desk.ask(() -> carrier.texts());
    }

    private State stored(Message message) throws Exception {
        return store.history(PEER, 1_000, null, null).join().stream()
                .filter(one -> one.id().equals(message.id()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void whatIsWrittenWithoutASessionWaitsInOrder() throws Exception {
        for (String text : texts(0, 5)) {
            write(text);
        }
        assertThat(carried()).isEmpty();
        desk.run(() -> chats.delivery().opened(ACCOUNT, false));

        assertThat(carried()).isEqualTo(texts(0, 5));
    }

    @Test
    void noMoreThanAWindowIsUnderWay() throws Exception {
        desk.run(() -> chats.delivery().opened(ACCOUNT, false));
        for (String text : texts(0, Outbox.WINDOW + 3)) {
            write(text);
        }
        assertThat(carried()).isEqualTo(texts(0, Outbox.WINDOW));
        desk.run(() -> chats.delivery().sent(ACCOUNT, carrier.carried.get(7).id()));

        assertThat(carried()).isEqualTo(texts(0, Outbox.WINDOW + 1));
    }

    @Test
    void aNewSessionSendsAgainWhatTheOldOneLeftInDoubt() throws Exception {
        desk.run(() -> chats.delivery().opened(ACCOUNT, false));
        List<Message> written = new ArrayList<>();
        for (String text : texts(0, 3)) {
            written.add(write(text));
        }
        desk.run(() -> chats.delivery().sent(ACCOUNT, written.get(0).id()));
        desk.run(() -> chats.delivery().closed(ACCOUNT));
        written.add(write("3"));
        desk.run(() -> chats.delivery().opened(ACCOUNT, false));

        assertThat(carried()).containsExactly("0", "1", "2", "1", "2", "3");
        assertThat(carrier.carried.get(3).id()).isEqualTo(written.get(1).id());
    }

    @Test
    void aResumedSessionSendsNothingTwice() throws Exception {
        desk.run(() -> chats.delivery().opened(ACCOUNT, false));
        write("0");
        desk.run(() -> chats.delivery().closed(ACCOUNT));
        write("1");
        desk.run(() -> chats.delivery().opened(ACCOUNT, true));

        assertThat(carried()).containsExactly("0", "1");
    }

    @Test
    void whatARunLeftUnsentTheNextOneSends() throws Exception {
        Message first = write("0");
        write("1");
        begin();
        desk.run(() -> chats.delivery().opened(ACCOUNT, false));
        assertThat(carried()).containsExactly("0", "1");

        desk.run(() -> chats.delivery().sent(ACCOUNT, first.id()));
        assertThat(stored(first)).isEqualTo(State.SENT);
        begin();
        desk.run(() -> chats.delivery().opened(ACCOUNT, false));
        assertThat(carried()).containsExactly("1");
    }

    @Test
    void aReceiptThatComesAfterARestartCounts() throws Exception {
        desk.run(() -> chats.delivery().opened(ACCOUNT, false));
        Message message = write("0");
        desk.run(() -> chats.delivery().sent(ACCOUNT, message.id()));
        Chats later = desk.ask(() -> new Chats(desk.events, desk.clock, store));
        later.loaded().join();
        desk.run(() -> later.delivery().delivered(ACCOUNT, PEER, message.id()));
        assertThat(stored(message)).isEqualTo(State.DELIVERED);
    }

    @Test
    void aReceiptThatComesBeforeTheHistoryIsReadCounts() throws Exception {
        desk.run(() -> chats.delivery().opened(ACCOUNT, false));
        Message message = write("0");
        desk.run(() -> chats.delivery().sent(ACCOUNT, message.id()));
        Chats later = desk.ask(() -> {
            Chats made = new Chats(desk.events, desk.clock, store);
            made.delivery().delivered(ACCOUNT, PEER, message.id());
            return made;
        });
        later.loaded().join();
        // core, which told that, has done then what waited for it
        desk.run(() -> {});
        assertThat(stored(message)).isEqualTo(State.DELIVERED);
    }

    /** Once it was forgotten as nothing new, and what the history had given in the meantime with it. */
    @Test
    void whatARoomSaysWhileTheHistoryIsReadCounts() throws Exception {
        desk.run(() -> chats.delivery().opened(ACCOUNT, false));
        Message message = write("0");
        desk.run(() -> chats.delivery().sent(ACCOUNT, message.id()));
        AtomicReference<CompletableFuture<Void>> reflected = new AtomicReference<>();
        Chats later = desk.ask(() -> {
            Chats made = new Chats(desk.events, desk.clock, store);
            // Behind what asks for the unfinished, before their answer
            desk.core.execute(() -> reflected.set(made.reflected(message.with(State.DELIVERED, null))));
            return made;
        });
        later.loaded().join();
        reflected.get().join();
        desk.run(() -> {});
        assertThat(stored(message)).isEqualTo(State.DELIVERED);
    }

    /** No room for the history at the start, and some later: what was left is sent then, and what is written meanwhile is refused. */
    @Test
    void aHistoryThatCanNotBeReadAtFirstIsReadLater(@TempDir Path folder) throws Exception {
        Path file = Files.createDirectory(folder.resolve("history.db"));
        try (SqliteHistory history = new SqliteHistory(file, desk.core)) {
            Chats later = desk.ask(() -> new Chats(desk.events, desk.clock, history));
            desk.run(() -> later.delivery().addTransport(ACCOUNT, carrier));
            desk.run(() -> later.delivery().opened(ACCOUNT, false));
            assertThat(desk.ask(() -> later.send(PEER, "lost?")))
                    .failsWithin(Duration.ofSeconds(5))
                    .withThrowableThat()
                    .withRootCauseInstanceOf(SQLException.class);
            Files.delete(file);
            desk.ask(() -> later.send(PEER, "again")).join();
            desk.until("it is loaded", () -> later.loaded().isDone());
            desk.until("it went", () -> carrier.texts().equals(List.of("again")));
        }
    }

    @Test
    void statesOnlyAdvance() throws Exception {
        desk.run(() -> chats.delivery().opened(ACCOUNT, false));
        Message message = write("0");
        desk.run(() -> chats.delivery().delivered(ACCOUNT, PEER, message.id()));
        desk.run(() -> chats.delivery().sent(ACCOUNT, message.id()));

        assertThat(stored(message)).isEqualTo(State.DELIVERED);
        assertThat(desk.heard(ChatEvent.MessageStateChanged.class)).hasSize(1);
    }

    @Test
    void whatSomebodyElseSaysOfAMessageDoesNotCount() throws Exception {
        desk.run(() -> chats.delivery().opened(ACCOUNT, false));
        Message message = write("0");
        desk.run(() -> chats.delivery().delivered(ACCOUNT, "mallory@far.example", message.id()));
        desk.run(() -> chats.delivery().failed(ACCOUNT, "mallory@far.example", message.id(), "No."));
        assertThat(stored(message)).isEqualTo(State.QUEUED);
    }

    @Test
    void whatNoStanzaCanHoldIsNotSent() throws Exception {
        desk.run(() -> chats.delivery().opened(ACCOUNT, false));
        write("a\u0007b\u0000\uFFFE\uD800c\n");
        assertThat(desk.ask(() -> carrier.carried)).extracting(Message::text).containsExactly("abc\n");
        assertThatThrownBy(() -> write("\u0007")).hasRootCauseInstanceOf(Chats.Unsendable.class);
    }

    @Test
    void aFailedMessageIsTriedAgainUnderTheSameId() throws Exception {
        desk.run(() -> chats.delivery().opened(ACCOUNT, false));
        Message message = write("0");
        desk.run(() -> chats.delivery().failed(ACCOUNT, PEER, message.id(), "Nobody there."));
        assertThat(stored(message)).isEqualTo(State.FAILED);
        Message failed = desk.heard(ChatEvent.MessageStateChanged.class).get(0).message();
        assertThat(failed.reason()).isEqualTo("Nobody there.");

        desk.ask(() -> chats.retry(failed)).join();
        assertThat(desk.ask(() -> carrier.carried)).extracting(Message::id).containsExactly(message.id(), message.id());
    }

    @Test
    void whatComesTwiceIsShownOnceAndAcknowledgedTwice() throws Exception {
        Message message = new Message(
                "m1", ACCOUNT, PEER, desk.clock.instant(), Direction.IN, PEER, "Lunch?", State.DELIVERED, null);
        desk.run(() -> chats.received(message));
        desk.run(() -> chats.received(message));
        desk.until("both are acknowledged", () -> carrier.acknowledged.size() == 2);

        assertThat(desk.heard(ChatEvent.MessageReceived.class)).hasSize(1);
        assertThat(desk.ask(chats::talks)).extracting(Talk::unread).containsExactly(1);
        desk.ask(() -> chats.read(PEER)).join();
        assertThat(desk.ask(chats::talks)).extracting(Talk::unread).containsExactly(0);
    }

    @Test
    void whatCannotBeSentIsRefused() throws Exception {
        assertThatThrownBy(() -> write(" \n")).hasRootCauseInstanceOf(Chats.Unsendable.class);
        assertThatThrownBy(() -> write("x".repeat(256 * 1024 + 1))).hasRootCauseInstanceOf(Chats.Unsendable.class);
        desk.run(() -> chats.delivery().removeTransport(ACCOUNT));
        assertThatThrownBy(() -> write("hello")).hasRootCauseInstanceOf(Chats.Unsendable.class);
        assertThat(store.history(PEER, 10, null, null).join()).isEmpty();
    }

    @Test
    void whoReadsSaysSoOnceUnlessTheyWishNot() throws Exception {
        desk.run(() -> chats.received(incoming("m1")));
        desk.until("unread", () -> chats.talks().stream().anyMatch(talk -> talk.unread() == 1));
        desk.run(() -> chats.read(PEER));
        desk.run(() -> chats.read(PEER));
        assertThat(desk.ask(() -> List.copyOf(carrier.displayed))).containsExactly(PEER);

        desk.run(() -> chats.tellRead(false));
        desk.run(() -> chats.received(incoming("m2")));
        desk.until("unread again", () -> chats.talks().stream().anyMatch(talk -> talk.unread() == 1));
        desk.run(() -> chats.read(PEER));
        assertThat(desk.ask(() -> List.copyOf(carrier.displayed))).containsExactly(PEER);
    }

    @Test
    void whatWasReadElsewhereIsReadHere() throws Exception {
        desk.run(() -> chats.received(incoming("m1")));
        desk.until("unread", () -> chats.talks().stream().anyMatch(talk -> talk.unread() == 1));
        desk.run(() -> chats.readElsewhere(PEER));
        assertThat(desk.ask(() -> chats.talks().get(0).unread())).isZero();
        assertThat(desk.ask(() -> List.copyOf(carrier.displayed))).isEmpty();
    }
}
