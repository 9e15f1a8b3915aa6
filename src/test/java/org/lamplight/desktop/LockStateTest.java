package org.lamplight.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LockStateTest {
    private final LockState lock = new LockState();

    @BeforeEach
    void open() {
        assertThat(lock.isLocked()).isFalse();
    }

    private void type(int seconds, int idle) {
        for (int i = 0; i < seconds; i++) {
            lock.look(Duration.ofSeconds(idle), Duration.ofSeconds(1));
        }
    }

    @Test
    void theSessionsWordCounts() {
        lock.hinted(true);
        assertThat(lock.isLocked()).isTrue();
        lock.hinted(false);
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void unlockingEndsWhatWasAskedFor() {
        lock.asked();
        assertThat(lock.isLocked()).isTrue();
        lock.unlocked();
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void theEndOfTheLockScreenEndsWhatWasAskedFor() {
        lock.asked();
        lock.hinted(false);
        assertThat(lock.isLocked()).isTrue();
        lock.hinted(true);
        lock.hinted(false);
        assertThat(lock.isLocked()).isFalse();
        lock.asked();
        lock.saver("gnome", true);
        lock.saver("gnome", false);
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void oneOfSeveralIsEnough() {
        lock.saver("gnome", true);
        lock.hinted(true);
        lock.hinted(false);
        assertThat(lock.isLocked()).isTrue();
    }

    @Test
    void wakingUpUnlocksOnlyWhatIsNotLocked() {
        lock.asleep(true);
        assertThat(lock.isLocked()).isTrue();
        lock.asleep(false);
        assertThat(lock.isLocked()).isFalse();

        lock.asleep(true);
        lock.hinted(true);
        lock.asleep(false);
        assertThat(lock.isLocked()).isTrue();
    }

    @Test
    void aRequestThatNothingFollowedEndsWithInputThatGoesOn() {
        lock.asked();
        type(59, 2);
        type(1, 20);
        type(59, 2);
        assertThat(lock.isLocked()).isTrue();
        type(1, 2);
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void whoTypesAtALockScreenIsNotIn() {
        lock.asked();
        lock.saver("kde", true);
        type(600, 1);
        assertThat(lock.isLocked()).isTrue();
    }
}
