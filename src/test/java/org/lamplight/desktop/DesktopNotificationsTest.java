package org.lamplight.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Await;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;

/** Against a real bus, on which the test plays the desktop's place for notifications. */
@Requires(Part.DBUS)
class DesktopNotificationsTest {
    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";

    /** As the specification has it. */
    @DBusInterfaceName(NAME)
    public interface Place extends DBusInterface {
        UInt32 Notify(
                String program,
                UInt32 replaces,
                String icon,
                String summary,
                String body,
                String[] actions,
                Map<String, Variant<?>> hints,
                int milliseconds);

        void CloseNotification(UInt32 id);

        String[] GetCapabilities();
    }

    /** Plays {@link Place}. */
    public static final class Played implements Place {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final AtomicInteger last = new AtomicInteger();
        private volatile String[] can = {"actions", "body", "body-markup"};

        @Override
        public UInt32 Notify(
                String program,
                UInt32 replaces,
                String icon,
                String summary,
                String body,
                String[] actions,
                Map<String, Variant<?>> hints,
                int milliseconds) {
            UInt32 id = replaces.intValue() == 0 ? new UInt32(last.incrementAndGet()) : replaces;
            Object heard = hints.containsKey("sound-name") ? "heard" : "silent";
            lines.add(id + " " + summary + ": " + body + " " + String.join(",", actions) + " " + heard);
            return id;
        }

        @Override
        public void CloseNotification(UInt32 id) {
            lines.add("close " + id);
        }

        @Override
        public String[] GetCapabilities() {
            return can.clone();
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }

    private final Played played = new Played();
    private final List<String> clicked = new CopyOnWriteArrayList<>();
    private final Await await = new Await();
    private PrivateBus session;
    private DesktopNotifications notifications;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        session = new PrivateBus(folder.resolve("session"));
        notifications = new DesktopNotifications(Map.of("DBUS_SESSION_BUS_ADDRESS", session.address()), "Open", key -> {
            clicked.add(key);
            await.look();
        });
    }

    @AfterEach
    void close() throws Exception {
        notifications.close();
        session.close();
    }

    private boolean show(String key, String title, String text) throws Exception {
        return notifications.show(key, title, text, false).get(10, TimeUnit.SECONDS);
    }

    @Test
    void aLaterOneOfTheSameTalkTakesThePlaceOfTheEarlier() throws Exception {
        session.offer(NAME, played);
        assertThat(show("grace", "Grace Hopper", "a <b>moth</b> & more")).isTrue();
        assertThat(show("alan", "Alan Turing", "hm")).isTrue();
        assertThat(show("grace", "Grace Hopper", "two")).isTrue();
        assertThat(played.lines)
                .containsExactly(
                        "1 Grace Hopper: a &lt;b&gt;moth&lt;/b&gt; &amp; more default,Open silent",
                        "2 Alan Turing: hm default,Open silent",
                        "1 Grace Hopper: two default,Open silent");
        notifications.withdraw("alan").get(10, TimeUnit.SECONDS);
        assertThat(played.lines).last().isEqualTo("close 2");
    }

    @Test
    void wordsStayAsTheyAreWhereNoMarkupIsRead() throws Exception {
        played.can = new String[] {"body"};
        session.offer(NAME, played);
        notifications.show("grace", "Grace Hopper", "1 < 2", true).get(10, TimeUnit.SECONDS);
        assertThat(played.lines).containsExactly("1 Grace Hopper: 1 < 2 default,Open heard");
    }

    @Test
    void aClickIsTold() throws Exception {
        session.offer(NAME, played);
        show("grace", "Grace Hopper", "one");
        show("alan", "Alan Turing", "two");
        session.signal(PATH, NAME, "ActionInvoked", "us", new UInt32(2), "default");
        await.until("the click", Duration.ofSeconds(10), () -> clicked.equals(List.of("alan")));
        session.signal(PATH, NAME, "NotificationClosed", "uu", new UInt32(1), new UInt32(2));
        session.signal(PATH, NAME, "ActionInvoked", "us", new UInt32(2), "default");
        await.until("the second click", Duration.ofSeconds(10), () -> clicked.size() == 2);
        show("grace", "Grace Hopper", "three");
        assertThat(played.lines).last().asString().startsWith("3 Grace Hopper");
    }

    @Test
    void aDesktopWithoutSuchAPlaceSaysSo() throws Exception {
        assertThat(show("grace", "Grace Hopper", "one")).isFalse();
        session.offer(NAME, played);
        assertThat(show("grace", "Grace Hopper", "two")).isTrue();
        session.withdraw(NAME);
        assertThat(show("grace", "Grace Hopper", "three")).isFalse();
    }
}
