package org.lamplight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.swing.core.Robot;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lamplight.ui.Hands;

/** Whoever starts the program by its icon is told too why it does not start. */
class StartRefusalTest {
    private static final String SENTENCE = "The profile /somewhere can't be used. Choose another folder.";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final Robot robot = Hands.ready();

    @AfterEach
    void letTheScreenGo() {
        robot.cleanUp();
    }

    @Test
    void isShownUntilItWasRead() throws Exception {
        CompletableFuture<Void> said = CompletableFuture.runAsync(() -> new StartRefusal(err, true).say(SENTENCE));
        DialogFixture dialog =
                WindowFinder.findDialog("start.refused").withTimeout(10_000).using(robot);
        assertThat(dialog.target().getAccessibleContext().getAccessibleDescription())
                .isEqualTo(SENTENCE);
        assertThat(said).isNotDone();
        dialog.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        said.get(10, TimeUnit.SECONDS);
        assertThat(written.toString(StandardCharsets.UTF_8).strip()).isEqualTo(SENTENCE);
    }

    @Test
    void isOnlyWrittenWhereThereIsATerminal() {
        new StartRefusal(err, false).say(SENTENCE);
        assertThat(written.toString(StandardCharsets.UTF_8).strip()).isEqualTo(SENTENCE);
    }
}
