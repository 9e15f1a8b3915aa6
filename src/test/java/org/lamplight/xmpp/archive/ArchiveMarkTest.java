package org.lamplight.xmpp.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.core.Threads;

class ArchiveMarkTest {
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    private static final CompletableFuture<Void> KEPT = CompletableFuture.completedFuture(null);

    private final ScheduledExecutorService thread = Threads.single("mark");

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        thread.shutdownNow();
    }

    @Test
    void isKeptOverRuns() {
        ArchiveMark mark = mark();
        mark.reach("a1", NOON, KEPT);
        mark.write();
        assertThat(mark().place()).isEqualTo(new ArchiveMark.Place("a1", NOON));
    }

    @Test
    void ofAnIdThatIsNotKnownAnyMoreTheTimeIsLeft() {
        ArchiveMark mark = mark();
        mark.reach("a1", NOON, KEPT);
        mark.forgetId();
        assertThat(mark.place().id()).isNull();
        assertThat(mark.place().at()).isEqualTo(NOON.minusSeconds(60));
    }

    @Test
    void passesNothingThatIsNotKeptYet() {
        ArchiveMark mark = mark();
        CompletableFuture<Void> slow = new CompletableFuture<>();
        mark.reach("a1", NOON, KEPT);
        mark.reach("a2", NOON, slow);
        mark.reach("a3", NOON, KEPT);
        assertThat(mark.place().id()).isEqualTo("a1");
        slow.complete(null);
        assertThat(mark.place().id()).isEqualTo("a3");
    }

    @Test
    void staysBeforeWhatCouldNotBeKept() {
        ArchiveMark mark = mark();
        CompletableFuture<Void> full = new CompletableFuture<>();
        mark.reach("a1", NOON, KEPT);
        mark.reach("a2", NOON, full);
        mark.reach("a3", NOON, KEPT);
        full.completeExceptionally(new IOException("full"));
        assertThat(mark.place().id()).isEqualTo("a1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a1",
                "a1\nnoon\n",
                "a1\n2026-11-18T12:00:00Z\nmore\n",
                "\u0000",
                "\n-1000000000-01-01T00:00:00Z\n",
                "\n+1000000000-01-01T00:00:00Z\n"
            })
    void aBrokenFileIsAsGoodAsNone(String text) throws Exception {
        Files.writeString(folder.resolve("archive"), text);
        Instant before = Instant.now();
        ArchiveMark.Place place = mark().place();
        assertThat(place.id()).isNull();
        assertThat(place.at()).isBetween(before.minusSeconds(60), Instant.now());
    }

    /** The clock was years ahead when it was written: only what is between is wanted, not nothing, and not all. */
    @Test
    void aClockThatWasAheadCostsNothing() throws Exception {
        Files.writeString(folder.resolve("archive"), "a1\n2099-01-01T00:00:00Z\n");
        ArchiveMark.Place place = mark().place();
        assertThat(place.id()).isEqualTo("a1");
        assertThat(place.at()).isBeforeOrEqualTo(Instant.now());
    }

    private ArchiveMark mark() {
        return new ArchiveMark(folder, thread);
    }
}
