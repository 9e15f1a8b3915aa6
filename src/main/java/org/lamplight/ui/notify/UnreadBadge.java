package org.lamplight.ui.notify;

import java.awt.Taskbar;
import java.util.List;
import javax.swing.JFrame;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.TalksMirror;
import org.lamplight.ui.kit.WindowIcons;

/** How much is unread, on the title of the hub, the icons of windows and, where there is one, the badge of the dock. EDT. */
public final class UnreadBadge {
    private final Texts texts;
    private final TalksMirror talks;
    private final JFrame hub;
    private final List<? extends JFrame> windows;
    private final String title;
    private @Nullable Taskbar taskbar;
    private int shown;

    /** @param windows all whose icon shows that something is unread */
    public UnreadBadge(Stage stage, TalksMirror talks, JFrame hub, List<? extends JFrame> windows) {
        this.texts = stage.texts(UnreadBadge.class);
        this.talks = talks;
        this.hub = hub;
        this.windows = List.copyOf(windows);
        this.title = hub.getTitle();
        talks.listen(this::refresh);
    }

    private void refresh() {
        Edt.requireEdt();
        int unread = talks.unread();
        if (unread == shown) {
            return;
        }
        boolean other = unread == 0 || shown == 0;
        shown = unread;
        hub.setTitle(unread == 0 ? title : texts.get("title.unread", unread, title));
        if (other) {
            windows.forEach(window -> window.setIconImages(WindowIcons.images(unread > 0)));
        }
        showOnDock(unread);
    }

    private void showOnDock(int unread) {
        if (taskbar == null && Taskbar.isTaskbarSupported()) {
            taskbar = Taskbar.getTaskbar();
        }
        if (taskbar != null && taskbar.isSupported(Taskbar.Feature.ICON_BADGE_NUMBER)) {
            taskbar.setIconBadge(unread == 0 ? null : Integer.toString(unread));
        }
    }
}
