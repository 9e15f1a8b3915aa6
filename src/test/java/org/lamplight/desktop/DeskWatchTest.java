package org.lamplight.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.lab.Desk;
import org.lamplight.lab.Part;
import org.lamplight.lab.RememberedPresence;
import org.lamplight.lab.Requires;
import org.lamplight.presence.Observation;
import org.lamplight.presence.OwnPresence;
import org.lamplight.presence.OwnPresenceChanged;
import org.lamplight.presence.Rules;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;

/** The watcher against real buses, on which the test plays the desktop, up to one's own presence. */
@Requires(Part.DBUS)
class DeskWatchTest {
    private static final Pace QUICK = new Pace(Duration.ofSeconds(30), Duration.ofMillis(20), Duration.ofMillis(10));
    private static final String MANAGER = "org.freedesktop.login1.Manager";

    /** Brings reports to core, and keeps them once they have had their effect. */
    private final class Told implements DeskReports {
        final Heard heard = new Heard();

        @Override
        public void observe(Observation seen) {
            desk.core.execute(() -> {
                own.observe(seen);
                heard.observe(seen);
            });
        }

        @Override
        public void forget(Source source) {
            desk.core.execute(() -> {
                own.forget(source);
                heard.forget(source);
            });
        }
    }

    /** An idle clock in the hand of the test: no wall and no other clock moves it. */
    private final Played.Mutter mutter = new Played.Mutter();

    private final Played.Saver saver = new Played.Saver();
    private final Played.Session login = new Played.Session();
    private final Desk desk = new Desk();
    private final Told told = new Told();
    private OwnPresence own;
    private PrivateBus session;
    private PrivateBus system;
    private DeskWatch watch;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws Exception {
        session = new PrivateBus(folder.resolve("session"));
        system = new PrivateBus(folder.resolve("system"));
        own = desk.ask(
                () -> new OwnPresence(desk.core, desk.events, desk.clock, Rules.builtIn(), new RememberedPresence()));
        session.offer("org.gnome.Mutter.IdleMonitor", mutter);
        session.offer("org.freedesktop.ScreenSaver", saver);
        system.offer("org.freedesktop.login1", login);
    }

    @AfterEach
    void close() throws Exception {
        if (watch != null) {
            watch.close();
        }
        session.close();
        system.close();
        desk.close();
    }

    private void start(Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("DBUS_SESSION_BUS_ADDRESS", session.address());
        environment.put("DBUS_SYSTEM_BUS_ADDRESS", system.address());
        DesktopParts parts = new DesktopParts(environment, "Linux", Optional::empty);
        watch = new DeskWatch(
                parts,
                QUICK,
                desk.clock,
                told,
                System.nanoTime() - Duration.ofDays(1).toNanos());
        watch.use(true, true);
    }

    private void start() throws Exception {
        system.offer("org.freedesktop.login1", new Played.Login("7"));
        start(Map.of("XDG_SESSION_ID", "7"));
        // The connection is there, and with it every match, once lock and sleep are heard
        untilLocked(() -> system.signal(LoginSession.MANAGER.path(), MANAGER, "PrepareForSleep", "b", true));
        system.signal(LoginSession.MANAGER.path(), MANAGER, "PrepareForSleep", "b", false);
        until(Status.AVAILABLE);
        told.heard.lines().clear();
    }

    private interface Deed {
        void run() throws Exception;
    }

    private void untilLocked(Deed deed) throws Exception {
        desk.until("locked", () -> {
            deed.run();
            return own.now().presence().status() == Status.AWAY;
        });
    }

    private void until(Status status) throws Exception {
        desk.until(status.key(), () -> own.now().presence().status() == status);
    }

    private void untilHeard(int lines) throws Exception {
        told.heard.await.until(
                lines + " reports",
                Duration.ofSeconds(10),
                () -> told.heard.lines().size() >= lines);
    }

    @Test
    void whoDoesNotTouchTheDeskForLongIsIdleUntilTheyDo() throws Exception {
        start();
        mutter.idleMs = Duration.ofMinutes(4).toMillis();
        untilHeard(1);
        assertThat(desk.ask(() -> own.now().presence().status())).isEqualTo(Status.AVAILABLE);

        mutter.idleMs = Duration.ofMinutes(6).toMillis();
        until(Status.IDLE);
        assertThat(desk.ask(() -> own.now().presence().since()))
                .isEqualTo(desk.clock.instant().minus(Duration.ofMinutes(6)));

        mutter.idleMs = 15;
        until(Status.AVAILABLE);
    }

    @Test
    void looksThatSeeNothingNewSayNothing() throws Exception {
        start();
        mutter.idleMs = Duration.ofMinutes(6).toMillis();
        until(Status.IDLE);
        int changes = desk.heard(OwnPresenceChanged.class).size();
        int before = mutter.asked.get();

        told.heard.await.until("100 looks", Duration.ofSeconds(10), () -> mutter.asked.get() > before + 100);

        assertThat(told.heard.lines()).hasSize(1);
        assertThat(desk.heard(OwnPresenceChanged.class)).hasSize(changes);
    }

    @Test
    void aClockThatIsSetChangesNoStatus() throws Exception {
        start();
        mutter.idleMs = Duration.ofMinutes(2).toMillis();
        untilHeard(1);
        desk.clock.pass(Duration.ofHours(3));
        untilHeard(2);
        assertThat(desk.ask(() -> own.now().presence().status())).isEqualTo(Status.AVAILABLE);

        mutter.idleMs = Duration.ofMinutes(6).toMillis();
        until(Status.IDLE);
        desk.clock.pass(Duration.ofHours(-9));
        untilHeard(4);
        assertThat(desk.ask(() -> own.now().presence().status())).isEqualTo(Status.IDLE);
        assertThat(desk.ask(() -> own.now().presence().since()))
                .isEqualTo(desk.clock.instant().minus(Duration.ofMinutes(6)));
    }

    @Test
    void aLockedScreenIsAwaySinceThen() throws Exception {
        start();
        login.lockedHint = true;
        propertiesChanged();
        until(Status.AWAY);
        Instant since = desk.clock.instant();
        assertThat(desk.ask(() -> own.now().presence().since())).isEqualTo(since);

        desk.clock.pass(Duration.ofHours(2));
        untilHeard(2);
        assertThat(desk.ask(() -> own.now().presence().since()))
                .isBetween(since.plus(Duration.ofMinutes(119)), since.plus(Duration.ofHours(2)));
        assertThat(desk.ask(() -> own.now().presence().status())).isEqualTo(Status.AWAY);

        login.lockedHint = false;
        propertiesChanged();
        until(Status.AVAILABLE);
    }

    private void propertiesChanged() throws Exception {
        system.signal(
                Played.SESSION_PATH,
                "org.freedesktop.DBus.Properties",
                "PropertiesChanged",
                "sa{sv}as",
                LoginSession.SESSION,
                Map.of("LockedHint", new Variant<>(login.lockedHint)),
                List.of());
    }

    @Test
    void requestsToLockAndUnlockAreHeard() throws Exception {
        start();
        system.signal(Played.SESSION_PATH, LoginSession.SESSION, "Lock", null);
        until(Status.AWAY);
        system.signal(Played.SESSION_PATH, LoginSession.SESSION, "Unlock", null);
        until(Status.AVAILABLE);
    }

    @Test
    void aScreenSaverThatCoversTheScreenIsALock() throws Exception {
        start();
        session.signal(saver.getObjectPath(), "org.freedesktop.ScreenSaver", "ActiveChanged", "b", true);
        until(Status.AWAY);
        session.signal(saver.getObjectPath(), "org.freedesktop.ScreenSaver", "ActiveChanged", "b", false);
        until(Status.AVAILABLE);
    }

    @Test
    void wakingUpUnlocksOnlyWhereTheScreenIsNotLocked() throws Exception {
        start();
        system.signal(LoginSession.MANAGER.path(), MANAGER, "PrepareForSleep", "b", true);
        until(Status.AWAY);
        login.lockedHint = true;
        desk.clock.pass(Duration.ofMinutes(20));
        system.signal(LoginSession.MANAGER.path(), MANAGER, "PrepareForSleep", "b", false);
        mutter.idleMs = Duration.ofMinutes(1).toMillis();
        told.heard.await.until(
                "a look after that",
                Duration.ofSeconds(10),
                () -> told.heard.lines().stream().anyMatch(line -> line.startsWith("input")));
        assertThat(desk.ask(() -> own.now().presence().status())).isEqualTo(Status.AWAY);

        login.lockedHint = false;
        propertiesChanged();
        until(Status.AVAILABLE);
    }

    @Test
    void whatHoldsAlreadyAtTheStartCounts() throws Exception {
        login.lockedHint = true;
        system.offer("org.freedesktop.login1", new Played.Login("7"));
        start(Map.of("XDG_SESSION_ID", "7"));
        until(Status.AWAY);
    }

    @Test
    void aProgramOutsideEverySessionFindsTheOneOnTheScreen() throws Exception {
        login.lockedHint = true;
        system.offer("org.freedesktop.login1", new Played.Login("auto"));
        start(Map.of());
        until(Status.AWAY);
    }

    @Test
    void strangersAreNotBelieved() throws Exception {
        start();
        try (DBusConnection stranger = system.connect()) {
            PrivateBus.signal(stranger, Played.SESSION_PATH, LoginSession.SESSION, "Lock", null);
            PrivateBus.signal(stranger, LoginSession.MANAGER.path(), MANAGER, "PrepareForSleep", "b", true);
            // Answered by the bus once it has sent on what came before
            stranger.requestBusName("org.example.Stranger");
        }
        system.signal(Played.SESSION_PATH, LoginSession.SESSION, "Lock", null);
        until(Status.AWAY);
        system.signal(Played.SESSION_PATH, LoginSession.SESSION, "Unlock", null);
        until(Status.AVAILABLE);
        assertThat(told.heard.lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsSwitchedOffIsForgotten(boolean idle) throws Exception {
        start();
        mutter.idleMs = Duration.ofMinutes(6).toMillis();
        login.lockedHint = true;
        propertiesChanged();
        until(Status.AWAY);

        watch.use(idle, false);
        until(idle ? Status.IDLE : Status.AVAILABLE);
        watch.use(true, true);
        until(Status.AWAY);
    }

    @Test
    void aBusThatDiesTakesNobodysPresenceWithIt() throws Exception {
        start();
        mutter.idleMs = Duration.ofMinutes(6).toMillis();
        until(Status.IDLE);
        session.close();
        until(Status.AVAILABLE);
    }
}
