package org.lamplight.app;

import java.util.function.Consumer;
import org.lamplight.core.Texts;
import org.lamplight.desktop.DesktopNotifications;
import org.lamplight.profile.Settings;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.notify.Notification;
import org.lamplight.ui.notify.NotificationChoices;
import org.lamplight.ui.notify.NotificationDisplay;
import org.lamplight.ui.notify.NotificationPopups;

/** Notifications where the desktop wants them, else in windows of our own; when and how, the settings say. EDT. */
final class Notifications implements NotificationDisplay, AutoCloseable {
    static final String ON = "notify.messages";
    static final String TEXT = "notify.text";
    static final String SOUND = "notify.sound";
    static final String QUIET = "notify.quiet";

    private final Settings settings;
    private final DesktopNotifications desktop;
    private final NotificationPopups popups;

    Notifications(Stage stage, Settings settings, Consumer<String> opens, Runnable opensAll) {
        this.settings = settings;
        this.popups = new NotificationPopups(stage, opens, opensAll);
        this.desktop = new DesktopNotifications(
                Texts.of(Notifications.class).get("notify.open"), peer -> Edt.later(() -> opens.accept(peer)));
    }

    NotificationChoices choices() {
        return new NotificationChoices(is(ON), is(TEXT), is(SOUND), is(QUIET));
    }

    private boolean is(String setting) {
        return settings.get(setting).equals("on");
    }

    @Override
    public void show(Notification told) {
        desktop.show(told.peer(), told.name(), told.text(), told.sound()).thenAccept(taken -> {
            if (!taken) {
                Edt.later(() -> popups.show(told));
            }
        });
    }

    @Override
    public void withdraw(String peer) {
        // after what was asked before, which may still be on its way to a window
        desktop.withdraw(peer).thenRun(() -> Edt.later(() -> popups.withdraw(peer)));
    }

    @Override
    public void close() {
        desktop.close();
    }
}
