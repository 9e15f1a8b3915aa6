package org.lamplight.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;

/** Which clock is asked on which desktop, over a real bus. */
@Requires(Part.DBUS)
class IdleClocksTest {
    private static final Duration LAST_RESORT = Duration.ofSeconds(7);

    private final Played.Saver saver = new Played.Saver();
    private final Played.Mutter mutter = new Played.Mutter();
    private PrivateBus session;
    private DesktopParts parts;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws Exception {
        session = new PrivateBus(folder.resolve("session"));
        session.play(mutter);
        parts = new DesktopParts(
                Map.of(
                        "DBUS_SESSION_BUS_ADDRESS",
                        session.address() + ";unix:path=/nowhere",
                        "DBUS_SYSTEM_BUS_ADDRESS",
                        "unix:path=/nowhere/bus",
                        "DISPLAY",
                        ":99999",
                        "WAYLAND_DISPLAY",
                        "wayland-0"),
                "Linux",
                () -> Optional.of(LAST_RESORT));
        parts.open(new SilentLocks(), Runnable::run);
    }

    @AfterEach
    void close() throws Exception {
        parts.close();
        session.close();
    }

    /** Nobody cares for locks here. */
    private static final class SilentLocks implements LockListener {
        @Override
        public void asked() {}

        @Override
        public void unlocked() {}

        @Override
        public void hinted(boolean locked) {}

        @Override
        public void saver(String name, boolean active) {}

        @Override
        public void asleep(boolean sleeps) {}
    }

    private void offerSaver() throws Exception {
        session.offer("org.freedesktop.ScreenSaver", saver);
        saver.idle = 90_000;
    }

    private void offerMutter() throws Exception {
        session.own("org.gnome.Mutter.IdleMonitor");
        mutter.idleMs = 4_000;
    }

    private Optional<Duration> idle() {
        return parts.idleClock().idle();
    }

    @Test
    void theCompositorIsAskedBeforeTheScreenSaver() throws Exception {
        offerSaver();
        offerMutter();
        assertThat(idle()).contains(Duration.ofSeconds(4));
    }

    @Test
    void theScreenSaverIsAskedWhereThereIsNoSuchCompositor() throws Exception {
        offerSaver();
        assertThat(idle()).contains(Duration.ofSeconds(90));
    }

    @Test
    void ourOwnWindowsCountWhereNothingElseAnswers() {
        assertThat(idle()).contains(LAST_RESORT);
    }

    @Test
    void anotherIsAskedWhenTheChosenOneIsGone() throws Exception {
        offerSaver();
        offerMutter();
        assertThat(idle()).contains(Duration.ofSeconds(4));
        session.withdraw("org.gnome.Mutter.IdleMonitor");
        staysForTwoLooks(Duration.ofSeconds(4));
        assertThat(idle()).contains(Duration.ofSeconds(90));
        session.withdraw("org.freedesktop.ScreenSaver");
        staysForTwoLooks(Duration.ofSeconds(90));
        assertThat(idle()).contains(LAST_RESORT);
    }

    private void staysForTwoLooks(Duration last) {
        for (int look = 0; look < 2; look++) {
            assertThat(idle().orElseThrow()).isBetween(last, last.plusSeconds(3));
        }
    }

    @Test
    void aClockThatAnswersLateIsNotGivenUp() throws Exception {
        offerSaver();
        offerMutter();
        assertThat(idle()).contains(Duration.ofSeconds(4));
        for (int i = 0; i < 3; i++) {
            session.withdraw("org.gnome.Mutter.IdleMonitor");
            staysForTwoLooks(Duration.ofSeconds(4));
            offerMutter();
            assertThat(idle()).contains(Duration.ofSeconds(4));
        }
    }

    @Test
    void busesAreFoundByTheEnvironmentAndOnlyWhereTheyAre() {
        String real = session.address();
        assertThat(BusAddress.session(Map.of("DBUS_SESSION_BUS_ADDRESS", real))).contains(real);
        assertThat(BusAddress.session(
                        Map.of("XDG_RUNTIME_DIR", folder.resolve("session").toString())))
                .contains("unix:path=" + folder.resolve("session/bus"));
        assertThat(List.of(
                        BusAddress.session(Map.of()),
                        BusAddress.session(Map.of("XDG_RUNTIME_DIR", "/nowhere")),
                        BusAddress.system(Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus"))))
                .containsOnly(Optional.empty());
        assertThat(Bus.open("unix:path=" + folder + "/absent")).isEmpty();
    }
}
