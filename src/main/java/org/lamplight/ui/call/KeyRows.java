package org.lamplight.ui.call;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.CallAction;
import org.lamplight.call.GlobalKeys;
import org.lamplight.call.Shortcut;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Phone;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.ToolButton;
import org.lamplight.ui.kit.Words;

/** The keys that are heard while other programs have the focus; a change holds at once. EDT. */
final class KeyRows extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 380;
    private static final String SECOND = "font: $medium.font; foreground: $Lamplight.text2";
    private static final String WRONG = "font: $medium.font; foreground: $Lamplight.notNow.text";

    private final transient Texts texts;
    private final transient Phone phone;
    private final transient Map<CallAction, Row> rows = new EnumMap<>(CallAction.class);

    KeyRows(Texts texts, Phone phone) {
        super(new MigLayout("insets 0, gap 12 8, wrap 3, fillx, hidemode 3", "[112!][grow,fill][32!]"));
        this.texts = texts;
        this.phone = phone;
        setOpaque(false);
        GlobalKeys.Reach reach = phone.keys().reach();
        add(new Words(texts.get("keys.say." + reach), SECOND).expecting(WIDTH), "span, growx, wmin 0, gapbottom 4");
        if (reach != GlobalKeys.Reach.NOWHERE) {
            for (CallAction action : CallAction.values()) {
                rows.put(action, new Row(action));
            }
            refresh();
        }
    }

    /** Shows what is kept, and asks anew what other programs have. */
    void refresh() {
        Map<CallAction, Shortcut> kept = phone.choices().keys();
        rows.forEach((action, row) -> row.show(kept.get(action)));
    }

    /** One that has this key already, and cannot share it. */
    private Optional<CallAction> inTheWay(CallAction action, Shortcut key) {
        return rows.entrySet().stream()
                .filter(one -> key.equals(one.getValue().key))
                .map(Map.Entry::getKey)
                .filter(other -> !action.sharesWith(other))
                .findFirst();
    }

    private String words(CallAction action) {
        return texts.get("keys." + action.word());
    }

    /** An action with its key, and what is wrong with that. */
    private final class Row {
        private final CallAction action;
        private final KeyButton button;
        private final ToolButton none;
        private final Words problem = new Words("", WRONG).expecting(WIDTH);
        private @Nullable Shortcut key;

        Row(CallAction action) {
            this.action = action;
            String does = words(action);
            button = new KeyButton(texts, does, this::choose, () -> say("useless"));
            button.setName("keys." + action.word());
            JLabel label = Plain.label(does);
            label.setLabelFor(button);
            none = ToolButton.small("close", texts.get("keys.remove", does), () -> choose(Optional.empty()));
            none.setName("keys." + action.word() + ".none");
            problem.setName("keys." + action.word() + ".problem");
            problem.setVisible(false);
            add(label);
            add(button, "h 32!, wmin 0");
            add(none);
            add(problem, "skip 1, span 2, growx, wmin 0");
        }

        void show(@Nullable Shortcut now) {
            key = now;
            button.show(now);
            none.setEnabled(now != null);
            say("");
            if (now != null) {
                phone.keys().isFree(now).thenAccept(free -> Edt.later(() -> tell(now, free)));
            }
        }

        private void tell(Shortcut asked, boolean free) {
            if (asked.equals(key)) {
                say(free ? "" : "taken");
            }
        }

        private void choose(Optional<Shortcut> wanted) {
            Optional<CallAction> other = wanted.flatMap(one -> inTheWay(action, one));
            if (other.isPresent()) {
                say("ours", words(other.get()));
                return;
            }
            show(wanted.orElse(null));
            phone.choices().key(action, wanted);
            button.requestFocusInWindow();
        }

        private void say(String what, Object... values) {
            problem.setText(what.isEmpty() ? "" : texts.get("keys.problem." + what, values));
            problem.setVisible(!what.isEmpty());
            button.putClientProperty("JComponent.outline", what.isEmpty() ? null : "error");
            revalidate();
        }
    }
}
