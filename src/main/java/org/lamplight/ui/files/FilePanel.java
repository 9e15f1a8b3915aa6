package org.lamplight.ui.files;

import java.io.File;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Question;
import org.lamplight.ui.kit.Stage;

/** Above where one writes: the files on their way in this talk, and what goes with the next message. EDT. */
public final class FilePanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Domain domain;
    private final transient Texts texts;
    private final transient Consumer<String> refused;
    private final TransferStrip strip;
    private final EnclosureTray tray;
    private final transient Intake intake;
    private final transient Map<String, List<Enclosure>> begun = new HashMap<>();
    private String peer = "";
    private @Nullable File last;

    /**
     * Makes one.
     *
     * @param reader one thread that may block
     * @param changed the tray holds something now, or nothing any more
     * @param refused hears sentences
     */
    public FilePanel(Domain domain, Stage stage, Executor reader, Runnable changed, Consumer<String> refused) {
        super(new MigLayout("insets 0, gap 0, wrap 1, fillx, hidemode 3", "[grow,fill]"));
        this.domain = domain;
        this.texts = stage.texts(FilePanel.class);
        this.refused = refused;
        setOpaque(false);
        strip = new TransferStrip(domain, texts);
        tray = new EnclosureTray(texts, changed);
        intake = new Intake(reader, domain.clock(), texts, tray::add, refused);
        tray.setVisible(false);
        add(strip, "gap 12 12 0 8, wmin 0");
        add(tray, "gap 12 12 0 8, wmin 0");
    }

    /** Shows those of this talk; what was to go with a message of another waits there. */
    public void show(String talk) {
        begun.put(peer, tray.enclosures());
        peer = talk;
        tray.show(begun.getOrDefault(talk, List.of()));
        strip.show(talk);
    }

    public boolean isEmpty() {
        return tray.enclosures().isEmpty();
    }

    /** Sends all that lies in the tray, which is empty then. What could not be taken comes back. */
    public void send() {
        String to = peer;
        List<Enclosure> all = tray.enclosures();
        tray.show(List.of());
        all.forEach(one -> Question.ask(domain.core(), () -> one.send(domain.files(), to), sent -> {}, sentence -> {
            refused.accept(sentence);
            if (to.equals(peer)) {
                tray.add(one);
            }
        }));
    }

    /** Asks for files to go with the next message. */
    public void choose() {
        JFileChooser chooser = new JFileChooser(last);
        chooser.setName("files.choose");
        chooser.setDialogTitle(texts.get("choose"));
        chooser.setMultiSelectionEnabled(true);
        if (chooser.showDialog(this, texts.get("choose.ok")) == JFileChooser.APPROVE_OPTION) {
            last = chooser.getCurrentDirectory();
            intake.files(
                    Arrays.stream(chooser.getSelectedFiles()).map(File::toPath).toList());
        }
    }

    /** Lets files and pictures be dropped on it and pasted into it; all else goes on as before. */
    public void takeDrops(JComponent target) {
        target.setTransferHandler(new FileDrop(intake, target.getTransferHandler()));
    }
}
