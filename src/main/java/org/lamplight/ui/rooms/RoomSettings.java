package org.lamplight.ui.rooms;

import java.awt.Component;
import java.awt.Window;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import org.lamplight.chat.Room;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.form.Form;
import org.lamplight.ui.form.FormPanel;
import org.lamplight.ui.form.StageDialog;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Question;

/** Shows a room's owner its settings, as the room's server asks for them, and has them changed. EDT. */
final class RoomSettings {
    private final Domain domain;
    private final Texts texts;
    private final Component over;

    RoomSettings(Domain domain, Texts texts, Component over) {
        this.domain = domain;
        this.texts = texts;
        this.over = over;
    }

    /** @param refused hears why the room does not show them */
    void open(Room room, Consumer<String> refused) {
        Question.ask(
                domain.core(), () -> domain.roomDeeds().settings(room.address()), form -> show(room, form), refused);
    }

    private void show(Room room, Form form) {
        Window window = SwingUtilities.getWindowAncestor(over);
        if (window == null || !window.isShowing()) {
            return;
        }
        String title = texts.get("settings.title", PlainText.line(room.name()));
        StageDialog dialog = new StageDialog(window, "room.settings", title, texts.locale());
        FormPanel panel = new FormPanel(new RoomSettingNames(texts).of(form), true, texts.locale());
        StageDialog.Deed save = new StageDialog.Deed(
                "save", texts.get("settings.ok"), true, filled -> save(dialog, room, form, filled));
        dialog.show(panel, List.of(save), false, () -> {});
    }

    private void save(StageDialog dialog, Room room, Form form, FormPanel filled) {
        var answers = filled.answers();
        dialog.busy(texts.get("busy"));
        Question.ask(
                domain.core(),
                () -> domain.roomDeeds().settings(room.address(), form, answers),
                done -> dialog.dispose(),
                dialog::refused);
    }
}
