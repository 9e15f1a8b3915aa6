package org.lamplight.ui.call;

import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.lamplight.call.Forwarding;
import org.lamplight.call.Forwarding.When;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.OnFocus;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.Stage;

/** Whether calls go elsewhere for one reason, and where: who may be meant stands under it while one is in the field. EDT. */
final class ForwardRow extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int ROWS = 3;

    private final When when;
    private final JCheckBox goes;
    private final JTextField to = new JTextField();
    private final CalleeList list;
    private final Scroller found;
    private final transient Consumer<ForwardRow> changed;
    private String kept = "";
    private String shown = "";

    /** @param changed told of itself when it is turned on or off, and when one comes into its field */
    ForwardRow(When when, Stage stage, Mirrors mirrors, Texts texts, Consumer<ForwardRow> changed) {
        super(new MigLayout("insets 0, gap 8 4, hidemode 3, fillx", "[][grow,fill]"));
        this.when = when;
        this.changed = changed;
        setOpaque(false);
        String name = "forward." + when.word();
        goes = new JCheckBox(texts.get(name));
        goes.setName(name);
        goes.setOpaque(false);
        goes.addActionListener(event -> turned());
        to.setName(name + ".to");
        to.getAccessibleContext().setAccessibleName(texts.get("forward.to", texts.get(name)));
        to.putClientProperty("JTextField.placeholderText", texts.get("forward.whom"));
        to.addFocusListener(new OnFocus(() -> changed.accept(this), () -> {}));
        list = new CalleeList(stage, mirrors, texts, to, () -> {});
        list.setVisibleRowCount(ROWS);
        found = new Scroller(list).edged();
        add(goes);
    }

    /** Puts more beside its box, and then its field. */
    ForwardRow with(JComponent... beside) {
        for (JComponent one : beside) {
            add(one, "h 28!, growx 0");
            goes.addItemListener(event -> one.setEnabled(goes.isSelected() && goes.isEnabled()));
        }
        add(to, "newline, span 2, growx, gapleft 24, h 32!");
        add(found, "newline, span 2, growx, gapleft 24");
        return this;
    }

    private void turned() {
        changed.accept(this);
        if (goes.isSelected()) {
            to.requestFocusInWindow();
        }
    }

    When when() {
        return when;
    }

    boolean goes() {
        return goes.isSelected();
    }

    /** What is kept stays as it is unless one writes something else. */
    String target() {
        return to.getText().equals(shown) ? kept : list.target();
    }

    void show(Optional<Forwarding> rule) {
        goes.setSelected(rule.isPresent());
        kept = rule.map(Forwarding::target).orElse("");
        shown = kept.isEmpty() ? "" : Callee.shown(kept);
        to.setText(shown);
    }

    /**
     * @param matters false while all calls go elsewhere for another reason
     * @param written whether one writes in it
     */
    void lay(boolean matters, boolean written) {
        goes.setEnabled(matters);
        to.setEnabled(matters);
        to.setVisible(goes.isSelected());
        found.setVisible(goes.isSelected() && matters && written);
    }
}
