package org.lamplight.desktop.keys;

import static java.awt.event.KeyEvent.VK_A;
import static java.awt.event.KeyEvent.VK_ALT;
import static java.awt.event.KeyEvent.VK_CAPS_LOCK;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_NUM_LOCK;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lamplight.call.GlobalKeys.Reach;
import org.lamplight.call.Shortcut;
import org.lamplight.lab.Await;
import org.lamplight.lab.Fingers;
import org.lamplight.lab.OtherProgram;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;

/** Keys of a real X server, while another program has the keyboard. */
@Requires({Part.DISPLAY, Part.XEV})
class DeskKeysTest {
    private static final Shortcut KEY = Shortcut.parse("ctrl alt shift A").orElseThrow();
    private static final Shortcut OTHER = Shortcut.parse("ctrl alt shift F7").orElseThrow();
    private static final int[] PRESSED = {VK_CONTROL, VK_ALT, VK_SHIFT, VK_A};
    private static final Duration MOST = Duration.ofSeconds(10);

    private final List<Shortcut> heard = new CopyOnWriteArrayList<>();
    private final Await await = new Await();
    private final DeskKeys keys = new DeskKeys();
    private final DeskKeys somebodyElse = new DeskKeys();

    @AfterEach
    void close() {
        keys.close();
        somebodyElse.close();
    }

    private void hear(Set<Shortcut> wanted) throws Exception {
        keys.hear(wanted, key -> {
            heard.add(key);
            await.look();
        });
        // asked after it on the same thread
        keys.isFree(OTHER).get(10, TimeUnit.SECONDS);
    }

    private void awaitHeard(int count) throws Exception {
        await.until(count + " times", MOST, () -> heard.size() >= count);
    }

    private static boolean free(DeskKeys of, Shortcut key) throws Exception {
        return of.isFree(key).get(10, TimeUnit.SECONDS);
    }

    @Test
    void theyAreHeardWhoeverHasTheKeyboardAndOnlyWhileTheyAreWanted() throws Exception {
        Fingers fingers = new Fingers();
        try (OtherProgram other = new OtherProgram()) {
            hear(Set.of(KEY));
            fingers.press(PRESSED);
            awaitHeard(1);
            assertThat(other.hasTold("0x41, A")).isFalse();
            hear(Set.of());
            fingers.press(PRESSED);
            other.awaitTold("0x41, A");
            assertThat(heard).containsExactly(KEY);
        }
    }

    @Test
    void locksDoNotMatter() throws Exception {
        Fingers fingers = new Fingers();
        hear(Set.of(KEY));
        for (int lock : new int[] {VK_CAPS_LOCK, VK_NUM_LOCK}) {
            int before = heard.size();
            fingers.press(lock);
            try {
                fingers.press(PRESSED);
                awaitHeard(before + 1);
            } finally {
                fingers.press(lock);
            }
        }
    }

    @Test
    void whatAnotherProgramHasIsNotOursUntilItLetsGo() throws Exception {
        somebodyElse.hear(Set.of(KEY), key -> {});
        assertThat(free(somebodyElse, OTHER)).isTrue();
        assertThat(free(keys, KEY)).isFalse();
        assertThat(free(keys, OTHER)).isTrue();
        hear(Set.of(KEY, OTHER));
        new Fingers().press(PRESSED);
        somebodyElse.hear(Set.of(), key -> {});
        assertThat(free(somebodyElse, OTHER)).isFalse();
        assertThat(free(keys, KEY)).isTrue();
        assertThat(heard).isEmpty();
        keys.close();
        assertThat(free(somebodyElse, OTHER)).isTrue();
    }

    @Test
    void whatTheKeyboardDoesNotHaveIsNotFree() throws Exception {
        assertThat(free(keys, Shortcut.parse("ctrl F24").orElseThrow())).isFalse();
    }

    @Test
    void aDesktopThatIsNotThereGivesNone() throws Exception {
        try (DeskKeys none = new DeskKeys(DeskKeys.platform(Map.of("DISPLAY", ":99999"), "Linux"))) {
            assertThat(free(none, KEY)).isFalse();
        }
        assertThat(DeskKeys.platform(Map.of(), "Linux").reach()).isEqualTo(Reach.NOWHERE);
        assertThat(DeskKeys.platform(Map.of("DISPLAY", ":0", "WAYLAND_DISPLAY", "wayland-0"), "Linux")
                        .reach())
                .isEqualTo(Reach.X_PROGRAMS);
        assertThat(keys.reach()).isEqualTo(Reach.EVERYWHERE);
    }
}
