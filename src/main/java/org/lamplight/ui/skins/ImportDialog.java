package org.lamplight.ui.skins;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Image;
import java.awt.Window;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;
import org.lamplight.skin.SkinImport;
import org.lamplight.ui.kit.Column;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Line;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.Strip;
import org.lamplight.ui.kit.Words;

/** Asks which picture of a set stands for which status, having guessed first; then makes a skin of it and uses it. EDT. */
final class ImportDialog extends JDialog {
    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 560;
    private static final int HEIGHT = 640;

    private final transient Stage stage;
    private final transient Texts texts;
    private final transient SkinEditing editing;
    private final transient SkinDesk desk;
    private final transient IconSet found;
    private final transient SkinImport set;
    private final transient SeenIcons base;
    private final Map<Status, PictureCombo> pictures = new EnumMap<>(Status.class);
    private final JLabel said = Plain.label("");
    private final JButton take;

    ImportDialog(Window over, Stage stage, Texts texts, SkinEditing editing, SkinDesk desk, IconSet found) {
        super(over, texts.get("import.title"), Dialog.ModalityType.DOCUMENT_MODAL);
        this.stage = stage;
        this.texts = texts;
        this.editing = editing;
        this.desk = desk;
        this.found = found;
        this.set = Objects.requireNonNull(found.set());
        this.base = found.baseIcons();
        setName("skin-import");
        take = new JButton(texts.get("import.ok"));
        take.setName("skin-import.ok");
        take.addActionListener(event -> take());
        layOut();
        count();
        getRootPane().setDefaultButton(take);
        Keys.bindWithin(getRootPane(), "ESCAPE", this::dispose);
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        setMinimumSize(new Dimension(Look.px(360), Look.px(280)));
        int screen = getGraphicsConfiguration().getBounds().height;
        setSize(Look.px(WIDTH), Math.min(Look.px(HEIGHT), screen));
        setLocationRelativeTo(over);
    }

    private void layOut() {
        JPanel all = new JPanel(new MigLayout("insets 0, gap 0, wrap 1", "[grow,fill]"));
        String count = String.valueOf(set.pictures().size());
        String say = texts.get(
                "import.say", PlainText.line(set.name()), count, found.base().name());
        all.add(new Words(say, "foreground: $Label.foreground").expecting(WIDTH - 48), "gap 24 24 16 12, wmin 0");
        all.add(new Line(), "h 1!");
        if (!found.problems().isEmpty()) {
            all.add(new Strip(Strip.Tone.AMBER, problems()), "wmin 0");
        }
        all.add(new Scroller(rows()).followingFocus(), "wmin 0, hmin 0, growy, pushy");
        all.add(new Line(), "h 1!");
        all.add(foot(), "wmin 0");
        setContentPane(all);
    }

    /** The first of them, and how many more there are. */
    private String problems() {
        int more = found.problems().size() - 1;
        String first = PlainText.line(found.problems().get(0));
        return more == 0 ? first : first + " " + texts.get("import.more", more);
    }

    private JPanel rows() {
        JPanel rows = new Column(
                new MigLayout("insets 12 24 12 24, gap 12 8, wrap 3, fillx", "[20!][100:pref:220,left][grow,fill]"));
        for (Status status : Status.values()) {
            String name = stage.words().of(status);
            PictureCombo combo =
                    new PictureCombo(texts, found.previews(), found.guess().get(status));
            combo.setName("skin-import." + status.key());
            combo.getAccessibleContext().setAccessibleName(texts.get("import.picture", name));
            pictures.put(status, combo);
            JLabel icon = new JLabel();
            JLabel label = Plain.label(name);
            label.setLabelFor(combo);
            combo.addActionListener(event -> {
                show(icon, status, combo);
                count();
            });
            show(icon, status, combo);
            rows.add(icon);
            rows.add(label, "wmin 0");
            rows.add(combo, "wmin 0, h 32!");
        }
        return rows;
    }

    /** The picture of the set, or what stays. */
    private void show(JLabel icon, Status status, PictureCombo combo) {
        Image preview = combo.file() == null ? null : found.previews().get(combo.file());
        icon.setIcon(
                preview == null ? base.icon(status, SeenIcons.IN_LISTS, stage.theme()::hues) : new ImageIcon(preview));
    }

    private JPanel foot() {
        JPanel foot = new JPanel(new MigLayout("insets 12 24 12 24, gap 8, fillx", "[grow,fill][][]"));
        JButton cancel = new JButton(texts.get("cancel"));
        cancel.setName("skin-import.cancel");
        cancel.addActionListener(event -> dispose());
        said.setName("skin-import.said");
        foot.add(said, "wmin 0");
        foot.add(cancel);
        foot.add(take);
        return foot;
    }

    private Map<Status, String> mapping() {
        Map<Status, String> mapping = new EnumMap<>(Status.class);
        pictures.forEach((status, combo) -> {
            String file = combo.file();
            if (file != null) {
                mapping.put(status, file);
            }
        });
        return mapping;
    }

    private void count() {
        int taken = mapping().size();
        say(texts.get("import.count", taken, Status.values().length), "Lamplight.text2");
        take.setEnabled(taken > 0);
    }

    private void say(String sentence, String colour) {
        said.setText(sentence);
        said.setToolTipText(sentence);
        said.putClientProperty(FlatClientProperties.STYLE, "font: $medium.font; foreground: $" + colour);
    }

    private void take() {
        Map<Status, String> mapping = mapping();
        take.setEnabled(false);
        editing.run(
                () -> desk.take(set, mapping),
                opened -> {
                    editing.goOn(opened, texts.get("imported", opened.name()));
                    dispose();
                },
                why -> {
                    say(why, "Lamplight.notNow.text");
                    take.setEnabled(true);
                });
    }
}
