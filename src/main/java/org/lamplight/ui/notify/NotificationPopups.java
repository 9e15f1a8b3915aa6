package org.lamplight.ui.notify;

import java.awt.Rectangle;
import java.awt.Toolkit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Portraits;
import org.lamplight.ui.kit.ScreenArea;
import org.lamplight.ui.kit.Stage;

/** Windows of ours in the corner of the screen, for a desktop without a place for notifications. At most three show. EDT. */
public final class NotificationPopups implements NotificationDisplay {
    private static final int MOST = 3;
    private static final int MARGIN = 12;
    private static final int GAP = 8;

    private final Texts texts;
    private final Portraits portraits;
    private final Consumer<String> opens;
    private final Runnable opensAll;
    private final Map<String, PopupWindow> popups = new LinkedHashMap<>();
    private @Nullable PopupWindow more;

    /**
     * @param opens opens the talk with this address
     * @param opensAll shows where all talks are
     */
    public NotificationPopups(Stage stage, Consumer<String> opens, Runnable opensAll) {
        this.texts = stage.texts(NotificationPopups.class);
        this.portraits = stage.reading().portraits();
        portraits.listen(() -> popups.values().forEach(PopupWindow::repaint));
        this.opens = opens;
        this.opensAll = opensAll;
    }

    @Override
    public void show(Notification notification) {
        Edt.requireEdt();
        String peer = notification.peer();
        remove(peer);
        PopupFace face = PopupFace.of(notification, texts, portraits);
        popups.put(peer, new PopupWindow("notification", face, () -> withdraw(peer), () -> {
            withdraw(peer);
            opens.accept(peer);
        }));
        arrange();
        if (notification.sound()) {
            Toolkit.getDefaultToolkit().beep();
        }
    }

    @Override
    public void withdraw(String peer) {
        Edt.requireEdt();
        if (remove(peer)) {
            arrange();
        }
    }

    private boolean remove(String peer) {
        PopupWindow there = popups.remove(peer);
        if (there != null) {
            there.close();
        }
        return there != null;
    }

    /** The newest stands lowest. */
    private void arrange() {
        List<PopupWindow> all = new ArrayList<>(popups.values());
        int hidden = Math.max(0, all.size() - MOST);
        Rectangle area = ScreenArea.first();
        int right = area.x + area.width - Look.px(MARGIN);
        int bottom = area.y + area.height - Look.px(MARGIN);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (i < hidden) {
                all.get(i).setVisible(false);
            } else {
                bottom = all.get(i).showAbove(right, bottom) - Look.px(GAP);
            }
        }
        showMore(hidden, right, bottom);
    }

    private void showMore(int count, int right, int bottom) {
        if (more != null) {
            more.close();
            more = null;
        }
        if (count > 0) {
            more = new PopupWindow(
                    "notification.more", PopupFace.more(texts.get("more", count)), this::closeAll, () -> {
                        closeAll();
                        opensAll.run();
                    });
            more.showAbove(right, bottom);
        }
    }

    private void closeAll() {
        popups.values().forEach(PopupWindow::close);
        popups.clear();
        arrange();
    }
}
