package org.lamplight.ui.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JList;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.kit.PeopleMirror;

/** Ten thousand people in the hub. */
class ManyPeopleTest {
    private static final int MANY = 10_000;

    private final World world = new World();
    private HubOnScreen on;

    @BeforeEach
    void open() {
        for (int i = 0; i < MANY; i++) {
            world.contact("p" + i + "@engine.example", "Person " + i, "Group " + i % 40);
        }
        on = new HubOnScreen(world);
        world.online();
        on.awaitRows(MANY + 40);
    }

    @AfterEach
    void close() {
        on.close();
        world.close();
    }

    private JList<?> list() {
        return on.list();
    }

    @Test
    void aStormOfPresencesIsAppliedFrameByFrame() {
        AtomicInteger frames = new AtomicInteger();
        GuiActionRunner.execute(() -> on.mirrors.people().listen(new PeopleMirror.Listener() {
            @Override
            public void reshaped() {}

            @Override
            public void repainted(java.util.Set<String> ids) {
                frames.incrementAndGet();
            }
        }));
        long start = System.nanoTime();
        world.onCore(() -> {
            for (int i = 0; i < MANY; i++) {
                String address = "p" + i + "@engine.example";
                Source source = Source.resource(address + "/desk");
                world.domain
                        .people()
                        .observed(World.ACCOUNT, address, source, List.of(Observation.of(source, Status.AVAILABLE)));
            }
        });
        Screen.until(
                "the count",
                () -> list().getAccessibleContext()
                        .getAccessibleChild(0)
                        .getAccessibleContext()
                        .getAccessibleName()
                        .endsWith("250 of 250"));
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        assertThat(frames.get()).isLessThanOrEqualTo((int) (millis / 16) + 2);
    }

    @Test
    void searchingAndScrollingNeverHoldTheWindowUp() {
        List<Long> times = new ArrayList<>();
        for (String text : List.of("7", "77", "777", "7777", "")) {
            times.add(timed(() -> on.frame.textBox("search").target().setText(text)));
        }
        for (int row = 0; row < MANY; row += 997) {
            int to = row;
            times.add(timed(() -> list().ensureIndexIsVisible(to)));
            times.add(timed(() -> list().paintImmediately(list().getVisibleRect())));
        }
        assertThat(times).allMatch(millis -> millis < 250);
    }

    private static long timed(Runnable work) {
        return GuiActionRunner.execute(() -> {
            long start = System.nanoTime();
            work.run();
            return Duration.ofNanos(System.nanoTime() - start).toMillis();
        });
    }
}
