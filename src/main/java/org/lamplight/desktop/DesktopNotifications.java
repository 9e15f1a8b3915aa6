package org.lamplight.desktop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Threads;

/**
 * The desktop's own notifications (freedesktop.org, Desktop Notifications Specification 1.3). At most one for each key: a
 * later one takes its place. From any thread; nothing blocks but a thread of its own.
 */
public final class DesktopNotifications implements AutoCloseable {
    static final Bus.Target NOTIFICATIONS = new Bus.Target(
            "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications");
    private static final String CLICKED = "default";
    private static final int AS_THE_DESKTOP_LIKES = -1;

    private final ScheduledExecutorService thread = Threads.single("notifications");
    private final Map<String, String> environment;
    private final String open;
    private final Consumer<String> clicked;

    // ---- of that thread
    private final Map<String, UInt32> shown = new HashMap<>();
    private @Nullable Bus bus;

    /**
     * @param open what a click does, in a word
     * @param clicked gets the key of one that was clicked, on a thread of its own
     */
    public DesktopNotifications(String open, Consumer<String> clicked) {
        this(System.getenv(), open, clicked);
    }

    DesktopNotifications(Map<String, String> environment, String open, Consumer<String> clicked) {
        this.environment = environment;
        this.open = open;
        this.clicked = clicked;
        Threads.post(thread, this::connect);
    }

    private void connect() {
        bus = BusAddress.session(environment).flatMap(Bus::open).orElse(null);
        if (bus != null) {
            bus.listen(NOTIFICATIONS, "ActionInvoked", thread, this::invoked);
            bus.listen(NOTIFICATIONS, "NotificationClosed", thread, this::closed);
        }
    }

    /** Shows one. Completes with false where this desktop has no place for it. */
    public CompletableFuture<Boolean> show(String key, String title, String text, boolean sound) {
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        Threads.post(thread, () -> taken.complete(notify(key, title, text, sound)));
        return taken;
    }

    /** Takes it away, if it still shows. Completes when all that was asked before is done. */
    public CompletableFuture<Void> withdraw(String key) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Threads.post(thread, () -> {
            UInt32 id = shown.remove(key);
            if (bus != null && id != null) {
                bus.call(NOTIFICATIONS, "CloseNotification", "u", id);
            }
            complete(done);
        });
        return done;
    }

    @SuppressWarnings("NullAway") // a Void future completes with null
    private static void complete(CompletableFuture<Void> done) {
        done.complete(null);
    }

    private boolean notify(String key, String title, String text, boolean sound) {
        Bus there = bus;
        if (there == null || !there.start(NOTIFICATIONS.name())) {
            return false;
        }
        UInt32 before = shown.getOrDefault(key, new UInt32(0));
        String body = understandsMarkup(there) ? escaped(text) : text;
        List<Object> answer = there.call(
                        NOTIFICATIONS,
                        "Notify",
                        "susssasa{sv}i",
                        "Lamplight",
                        before,
                        "lamplight",
                        title,
                        body,
                        new String[] {CLICKED, open},
                        hints(sound),
                        AS_THE_DESKTOP_LIKES)
                .orElse(List.of());
        if (answer.size() == 1 && answer.get(0) instanceof UInt32 id) {
            shown.put(key, id);
            return true;
        }
        return false;
    }

    private static Map<String, Variant<?>> hints(boolean sound) {
        Map<String, Variant<?>> hints = new HashMap<>();
        hints.put("category", new Variant<>("im.received"));
        hints.put("desktop-entry", new Variant<>("lamplight"));
        hints.put(
                sound ? "sound-name" : "suppress-sound",
                sound ? new Variant<>("message-new-instant") : new Variant<>(true));
        return hints;
    }

    /** What somebody wrote is never markup; where the desktop would read some, it is told so. */
    private static boolean understandsMarkup(Bus there) {
        return there.call(NOTIFICATIONS, "GetCapabilities", "").stream()
                .flatMap(List::stream)
                .anyMatch(DesktopNotifications::namesMarkup);
    }

    private static boolean namesMarkup(Object capabilities) {
        return capabilities instanceof List<?> list
                ? list.contains("body-markup")
                : capabilities instanceof Object[] array && List.of(array).contains("body-markup");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void invoked(List<Object> values) {
        if (values.size() == 2 && CLICKED.equals(values.get(1))) {
            shown.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(values.get(0)))
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(clicked);
        }
    }

    private void closed(List<Object> values) {
        if (!values.isEmpty()) {
            shown.values().removeIf(id -> id.equals(values.get(0)));
        }
    }

    @Override
    public void close() {
        Threads.post(thread, () -> {
            if (bus != null) {
                bus.close();
            }
        });
        thread.shutdown();
    }
}
