package org.lamplight.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.presence.Status;

/** What is saved shows by itself, and soon. */
class SkinWatchTest {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private record Heard(Skin skin, long at) {}

    @TempDir
    Path folder;

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private Path own;
    private Path mine;
    private Skins skins;
    private SkinWatch watch;

    @BeforeEach
    void watch() throws IOException {
        Path program = folder.resolve("program");
        mine = Files.createDirectories(program.resolve("mine/presence")).getParent();
        own = folder.resolve("profile/skinart");
        skins = new Skins(new SkinPlaces(program, own));
        skins.use("mine");
        skins.listen(() -> heard.add(new Heard(skins.current(), System.nanoTime())));
        watch = new SkinWatch(skins);
    }

    @AfterEach
    void close() {
        watch.close();
    }

    /** How long it took until the skin in use was so. */
    private Duration until(long saved, Predicate<Skin> so) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (true) {
            Heard next = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(next).as("heard in time").isNotNull();
            if (so.test(next.skin())) {
                return Duration.ofNanos(next.at() - saved);
            }
        }
    }

    private static boolean hasItsOwn(Skin skin, Status status) {
        return skin.shown(status).from() == Skin.From.SKIN;
    }

    /** Something changes in the folder of a skin at the moment in which another one is chosen. */
    @Test
    void whatIsChosenWhileTheOneInUseIsReadStaysChosen() throws Exception {
        watch.close();
        Files.createDirectories(folder.resolve("program/other/presence"));
        ExecutorService reading = Executors.newSingleThreadExecutor();
        try {
            for (int i = 0; i < 300; i++) {
                String chosen = i % 2 == 0 ? "other" : "mine";
                Future<?> read = reading.submit(skins::readAnew);
                skins.use(chosen);
                read.get(10, TimeUnit.SECONDS);
                assertThat(skins.current().id()).isEqualTo(chosen);
            }
        } finally {
            reading.shutdownNow();
        }
    }

    @Test
    void aSavedPictureIsThereWithinASecond() throws Exception {
        Files.writeString(mine.resolve("presence/busy.svg"), Pictures.SVG);
        Duration took = until(System.nanoTime(), skin -> hasItsOwn(skin, Status.BUSY));
        System.out.println("from a saved picture to the new icon: " + took.toMillis() + " ms");
        assertThat(took).isLessThan(SOON);
    }

    @Test
    void aPictureSavedAsProgramsDoItIsToo() throws Exception {
        Path beside = Files.writeString(mine.resolve("presence/.busy.swp"), Pictures.SVG);
        Files.move(beside, mine.resolve("presence/busy.svg"), StandardCopyOption.ATOMIC_MOVE);
        assertThat(until(System.nanoTime(), skin -> hasItsOwn(skin, Status.BUSY)))
                .isLessThan(SOON);
    }

    @Test
    void aFolderThatIsNewIsWatchedToo() throws Exception {
        Path skin = Files.createDirectories(own.resolve("mine/presence"));
        until(System.nanoTime(), any -> true);
        Files.writeString(skin.resolve("away.svg"), Pictures.SVG);
        assertThat(until(System.nanoTime(), read -> hasItsOwn(read, Status.AWAY)))
                .isLessThan(SOON);
        assertThat(skins.current().shown(Status.AWAY).file()).startsWith(own.toString());
        Files.writeString(Files.createDirectories(own.resolve("another")).resolve("skin.properties"), "name = A");
        until(System.nanoTime(), any -> true);
        assertThat(skins.names()).contains("another");
    }

    @Test
    void aSkinThatWasMissingAtTheStartIsUsedOnceItIsThere() throws Exception {
        Skins late = new Skins(new SkinPlaces(null, own));
        assertThatThrownBy(() -> late.use("mine")).isInstanceOf(IllegalArgumentException.class);
        late.listen(() -> heard.add(new Heard(late.current(), System.nanoTime())));
        watch.close();
        watch = new SkinWatch(late);
        Files.createDirectories(own.resolve("other"));
        Path presence = Files.createDirectories(own.resolve("mine/presence"));
        Files.writeString(presence.resolve("busy.svg"), Pictures.SVG);
        until(System.nanoTime(), skin -> skin.id().equals("mine") && hasItsOwn(skin, Status.BUSY));
    }

    @Test
    void aPictureHalfSavedIsReadAgainWhenItIsWhole() throws Exception {
        Path busy = mine.resolve("presence/busy.svg");
        Files.writeString(busy, Pictures.SVG.substring(0, 60));
        until(System.nanoTime(), skin -> !skin.problems().isEmpty());
        assertThat(skins.current().shown(Status.BUSY).from()).isEqualTo(Skin.From.BUILT_IN);
        Files.writeString(busy, Pictures.SVG);
        assertThat(until(System.nanoTime(), skin -> hasItsOwn(skin, Status.BUSY)))
                .isLessThan(SOON);
        assertThat(skins.problems()).isEmpty();
    }

    @Test
    void aSkinThatIsGoneStaysAsItWasRead() throws Exception {
        Files.writeString(mine.resolve("presence/busy.svg"), Pictures.SVG);
        until(System.nanoTime(), skin -> hasItsOwn(skin, Status.BUSY));
        Files.writeString(mine.resolve("presence/busy.svg"), "");
        until(System.nanoTime(), skin -> !hasItsOwn(skin, Status.BUSY));
        Files.delete(mine.resolve("presence/busy.svg"));
        until(System.nanoTime(), skin -> skin.problems().isEmpty());
        assertThat(skins.current().name()).isEqualTo("mine");
    }
}
