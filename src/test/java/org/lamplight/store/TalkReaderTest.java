package org.lamplight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.chat.Message;
import org.lamplight.chat.Message.Direction;
import org.lamplight.chat.Message.State;
import org.lamplight.chat.TalkExtent;
import org.lamplight.chat.TalkPage;
import org.lamplight.chat.TalkPlace;

/** A long talk is read in stretches, in the order of time whatever was stored when. */
class TalkReaderTest {
    private static final Executor HERE = Runnable::run;
    private static final String GRACE = "grace@navy.example";
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    @TempDir
    private Path folder;

    private SqliteHistory history;

    @BeforeEach
    void open() {
        history = new SqliteHistory(folder.resolve("history.db"), HERE);
    }

    @AfterEach
    void close() {
        history.close();
    }

    private static Message message(String peer, String id, int minute, String text) {
        return new Message(
                id, "work", peer, NOON.plusSeconds(minute * 60L), Direction.IN, peer, text, State.DELIVERED, null);
    }

    private static Message grace(int minute) {
        return message(GRACE, "m" + minute, minute, "Minute " + minute);
    }

    private void add(Message message) throws Exception {
        history.add(message).get(5, TimeUnit.SECONDS);
    }

    private void tenMinutes() throws Exception {
        // as an archive gives them: the newest page first
        for (int minute = 5; minute < 10; minute++) {
            add(grace(minute));
            add(message("alan@park.example", "a" + minute, minute, "Other talk"));
        }
        history.addOlder(IntStream.range(0, 5).mapToObj(TalkReaderTest::grace).toList())
                .get(5, TimeUnit.SECONDS);
    }

    private TalkPage page(TalkPlace place, int limit) throws Exception {
        return history.page(GRACE, place, limit).get(5, TimeUnit.SECONDS);
    }

    private static List<String> ids(TalkPage page) {
        return page.messages().stream().map(Message::id).toList();
    }

    private static List<String> minutes(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(minute -> "m" + minute)
                .toList();
    }

    @Test
    void readsBackwards() throws Exception {
        tenMinutes();
        assertThat(ids(page(new TalkPlace.Newest(), 3))).isEqualTo(minutes(7, 9));
        TalkPage before = page(new TalkPlace.Before(grace(7)), 3);
        assertThat(ids(before)).isEqualTo(minutes(4, 6));
        assertThat(before.atEnd()).isFalse();
        TalkPage rest = page(new TalkPlace.Before(grace(4)), 4);
        assertThat(ids(rest)).isEqualTo(minutes(0, 3));
        assertThat(rest.atEnd()).isTrue();
    }

    @Test
    void readsForwards() throws Exception {
        tenMinutes();
        assertThat(ids(page(new TalkPlace.After(grace(2)), 3))).isEqualTo(minutes(3, 5));
        TalkPage last = page(new TalkPlace.After(grace(6)), 3);
        assertThat(ids(last)).isEqualTo(minutes(7, 9));
        assertThat(last.atEnd()).isTrue();
        assertThat(ids(page(new TalkPlace.From(grace(3).at().minusSeconds(1)), 2)))
                .isEqualTo(minutes(3, 4));
        assertThat(ids(page(new TalkPlace.Nth(8), 5))).isEqualTo(minutes(8, 9));
        assertThat(page(new TalkPlace.Nth(80), 5)).isEqualTo(new TalkPage(List.of(), true));
    }

    @Test
    void messagesOfOneInstantStandAsTheyWereStored() throws Exception {
        for (String id : List.of("c", "a", "b", "d")) {
            add(message(GRACE, id, 0, "At once"));
        }
        assertThat(ids(page(new TalkPlace.Newest(), 9))).containsExactly("c", "a", "b", "d");
        assertThat(ids(page(new TalkPlace.Before(message(GRACE, "b", 0, "")), 9)))
                .containsExactly("c", "a");
        assertThat(ids(page(new TalkPlace.After(message(GRACE, "a", 0, "")), 9)))
                .containsExactly("b", "d");
    }

    /** As when the disk was full: it is shown, so one may well read on from there. */
    @Test
    void readsOnFromAMessageThatWasNotStored() throws Exception {
        tenMinutes();
        Message lost = message(GRACE, "lost", 4, "Not stored");
        assertThat(ids(page(new TalkPlace.Before(lost), 2))).isEqualTo(minutes(3, 4));
        assertThat(ids(page(new TalkPlace.After(lost), 2))).isEqualTo(minutes(5, 6));
    }

    @Test
    void countsWhatLiesAround() throws Exception {
        tenMinutes();
        assertThat(history.extent(GRACE, grace(3), grace(7)).get(5, TimeUnit.SECONDS))
                .isEqualTo(new TalkExtent(3, 2));
    }

    @Test
    void aPageOfVeryLongTextsIsShort() throws Exception {
        for (int minute = 0; minute < 10; minute++) {
            add(message(GRACE, "m" + minute, minute, "x".repeat(250_000)));
        }
        TalkPage page = page(new TalkPlace.Newest(), 10);
        assertThat(ids(page)).isEqualTo(minutes(6, 9));
        assertThat(page.atEnd()).isFalse();
    }
}
