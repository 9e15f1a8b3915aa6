package org.lamplight.ui.skins;

import com.formdev.flatlaf.FlatClientProperties;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.skin.Skin;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Stage;

/** Where the icon of the chosen status comes from: a file, or another status. EDT. */
final class PictureForm extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Stage stage;
    private final transient SkinEditing editing;
    private final JLabel file = Plain.label("");

    PictureForm(Stage stage, Texts texts, SkinEditing editing, Runnable choose) {
        super(new MigLayout("insets 0, gap 12 8, wrap 3, fillx", "[84::,left][grow,fill][]"));
        this.stage = stage;
        this.editing = editing;
        setOpaque(false);
        JButton other = new JButton(texts.get("choose"));
        other.setName("skin.choose");
        other.addActionListener(event -> choose.run());
        StatusCombo showAs = new StatusCombo(stage, texts, editing);
        file.setName("skin.file");
        file.setIconTextGap(8);
        row(texts.get("picture"), file);
        add(other);
        row(texts.get("showAs"), showAs);
        editing.listen(this::refresh);
        refresh();
    }

    private void row(String label, JComponent field) {
        JLabel words = new JLabel(label);
        words.setLabelFor(field);
        words.putClientProperty(FlatClientProperties.STYLE, "foreground: $Lamplight.text2");
        add(words);
        add(field, "wmin 0, h 32!");
    }

    private void refresh() {
        Shown shown = editing.shown();
        Skin.Shown icon = shown.draft().skin().shown(shown.status());
        file.setIcon(shown.icons().icon(shown.status(), 16, stage.theme()::hues));
        file.setText(brief(icon.file()));
        file.setToolTipText(PlainText.line(icon.file()));
    }

    /** The name of the file, with its folder where that is the one that all skins have. */
    static String brief(String file) {
        try {
            Path path = Path.of(file);
            Path folder = path.getParent();
            boolean usual = folder != null && folder.endsWith("presence");
            return PlainText.line((usual ? "presence/" : "") + path.getFileName());
        } catch (InvalidPathException notAPath) {
            return PlainText.line(file);
        }
    }
}
