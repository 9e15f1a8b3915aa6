package org.lamplight.ui.skins;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Rectangle;
import javax.swing.JButton;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.Column;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.Words;

/** Everything about the icon of the chosen status; a file that is dropped here becomes its picture. EDT. */
final class StatusPage extends Column {
    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 608;

    private final transient Stage stage;
    private final transient Texts texts;
    private final transient SkinEditing editing;
    private final JLabel title = Plain.label("");
    private final JButton original;
    private final Words problem = new Words("", "foreground: $Lamplight.notNow.text").expecting(WIDTH);

    StatusPage(Stage stage, Texts texts, SkinEditing editing, Runnable choose) {
        super(new MigLayout(
                "insets 20 20 20 20, gap 12 0, wrap 2, fillx, hidemode 3", "[grow,fill,sg half][grow,fill,sg half]"));
        this.stage = stage;
        this.texts = texts;
        this.editing = editing;
        original = new JButton(texts.get("original"));
        original.setName("skin.original");
        original.addActionListener(event -> toOriginal(editing));
        title.setName("skin.title");
        title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h2");
        problem.setName("skin.problem");
        problem.setTransferHandler(null);
        add(title, "span 2, split 2, wmin 0, growx, pushx, h 32!");
        add(original, "gapleft 12, growx 0");
        add(new SizesSample(texts, editing, false), "gaptop 12, wmin 0");
        add(new SizesSample(texts, editing, true), "gaptop 12, wmin 0");
        add(problem, "span 2, growx, gaptop 8, wmin 0");
        add(new PictureForm(stage, texts, editing, choose), "span 2, growx, gaptop 16, wmin 0");
        add(new Verdict(stage, texts, editing), "span 2, growx, gaptop 16, wmin 0");
        heading("sights");
        add(new SightChoice(stage, texts, editing), "span 2, growx, wmin 0");
        heading("rows");
        add(new RowsSample(stage, texts, editing, false), "wmin 0");
        add(new RowsSample(stage, texts, editing, true), "wmin 0");
        heading("tints");
        Words hint = new Words(texts.get("tints.say"), Look.SECOND);
        hint.setTransferHandler(null);
        add(hint.expecting(WIDTH), "span 2, growx, wmin 0, gapbottom 8");
        add(new TintTable(texts, editing), "span 2, growx, wmin 0");
        setTransferHandler(new PictureDrop(drop -> editing.selected(), editing::picture));
        editing.listen(this::refresh);
        refresh();
    }

    /** Gives the chosen status back what it had before this skin said anything about it. */
    static void toOriginal(SkinEditing editing) {
        Status status = editing.selected();
        editing.change(status, draft -> draft.original(status));
    }

    private void heading(String key) {
        JLabel heading = new JLabel(texts.get(key));
        heading.putClientProperty(FlatClientProperties.STYLE, "font: $semibold.font");
        add(heading, "span 2, gaptop 20, gapbottom 8");
    }

    private void refresh() {
        Shown shown = editing.shown();
        String name = stage.words().of(shown.status());
        if (!name.equals(title.getText())) {
            title.setText(name);
            scrollRectToVisible(new Rectangle(1, 1));
        }
        original.setEnabled(shown.draft().owns(shown.status()));
        String base = shown.draft().basedOn();
        original.setToolTipText(base == null ? null : texts.get("original.tip", base));
        problem.setVisible(!editing.problem().isEmpty());
        if (!editing.problem().equals(problem.getText())) {
            problem.setText(editing.problem());
            // once it has its place
            Edt.later(() -> problem.scrollRectToVisible(new Rectangle(problem.getSize())));
        }
    }
}
