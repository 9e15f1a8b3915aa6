package org.lamplight.ui.files;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;
import org.lamplight.chat.files.Transfer;
import org.lamplight.chat.files.Transfer.Phase;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.ToolButton;

/** One file on its way: how far it is, and what can be done about it. EDT. */
final class TransferRow extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int PARTS = 1000;

    /** What one may do. */
    interface Deeds {
        void pause(Transfer transfer);

        void resume(Transfer transfer);

        void cancel(Transfer transfer);
    }

    private final transient Texts texts;
    private final JLabel name = Plain.label("");
    private final JLabel how = Plain.label("");
    private final JProgressBar bar = new JProgressBar(0, PARTS);
    private final ToolButton pause;
    private final ToolButton resume;
    private transient Transfer shown;

    TransferRow(Texts texts, Transfer first, Deeds deeds) {
        super(new MigLayout("insets 4 0 4 0, gap 8 2, hidemode 3", "[grow,fill][]0[]", "[][]"));
        this.texts = texts;
        this.shown = first;
        setOpaque(false);
        setName("transfer");
        String file = file(first);
        pause = ToolButton.small("pause", texts.get("transfer.pause", file), () -> deeds.pause(shown));
        resume = ToolButton.small("play", texts.get("transfer.resume", file), () -> deeds.resume(shown));
        ToolButton cancel = ToolButton.small("close", texts.get("transfer.cancel", file), () -> deeds.cancel(shown));
        pause.setName("transfer.pause");
        resume.setName("transfer.resume");
        cancel.setName("transfer.cancel");
        bar.setName("transfer.bar");
        bar.getAccessibleContext().setAccessibleName(texts.get("transfer.bar", file));
        how.setName("transfer.how");
        how.putClientProperty(FlatClientProperties.STYLE, Look.SECOND);
        JPanel words = new JPanel(new MigLayout("insets 0, gap 8", "[grow,fill,shrinkprio 200][]"));
        words.setOpaque(false);
        words.add(name, "wmin 0");
        // letters may end between two pixels
        words.add(how, "wmin 0, gapright 2");
        add(words, "wmin 0");
        add(pause, "spany 2, aligny center");
        add(resume, "spany 2, aligny center");
        add(cancel, "spany 2, aligny center, wrap");
        add(bar, "growx");
        show(first);
    }

    private static String file(Transfer transfer) {
        var file = transfer.message().details().file();
        return file == null ? "" : PlainText.line(file.name());
    }

    void show(Transfer transfer) {
        shown = transfer;
        boolean failed = transfer.phase() == Phase.FAILED;
        String key = failed ? "transfer.failed" : transfer.isUpload() ? "transfer.out" : "transfer.in";
        name.setText(texts.get(key, file(transfer)));
        how.setToolTipText(failed ? transfer.reason() : null);
        how.setText(words(transfer));
        boolean known = transfer.total() > 0;
        bar.setIndeterminate(!known && transfer.phase() == Phase.RUNNING);
        bar.setValue(known ? (int) Math.min(PARTS, transfer.done() * PARTS / transfer.total()) : 0);
        boolean paused = transfer.phase() == Phase.PAUSED;
        boolean hadFocus = pause.isFocusOwner() || resume.isFocusOwner();
        boolean over = transfer.phase().isOver();
        bar.setVisible(!over && transfer.phase() != Phase.OFFERED);
        pause.setVisible(!paused && !over && !transfer.direct());
        resume.setVisible(paused);
        if (hadFocus) {
            (paused ? resume : pause).requestFocusInWindow();
        }
    }

    private String words(Transfer transfer) {
        String reason = transfer.reason();
        return switch (transfer.phase()) {
            case PAUSED -> texts.get("transfer.paused");
            case OFFERED -> texts.get("transfer.offered");
            case FAILED -> reason == null ? "" : reason;
            case WAITING -> reason == null ? texts.get("transfer.waiting") : reason;
            default ->
                transfer.total() > 0
                        ? texts.get(
                                "transfer.far",
                                ByteWords.of(transfer.done(), texts.locale()),
                                ByteWords.of(transfer.total(), texts.locale()))
                        : ByteWords.of(transfer.done(), texts.locale());
        };
    }
}
