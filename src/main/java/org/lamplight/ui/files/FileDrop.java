package org.lamplight.ui.files;

import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.Transferable;
import javax.swing.JComponent;
import javax.swing.TransferHandler;
import org.jspecify.annotations.Nullable;

/** Takes files and pictures that are dropped or pasted; all else is as it was before. EDT. */
final class FileDrop extends TransferHandler {
    private static final long serialVersionUID = 1L;

    private final transient Intake intake;
    private final @Nullable TransferHandler before;

    FileDrop(Intake intake, @Nullable TransferHandler before) {
        this.intake = intake;
        this.before = before;
    }

    @Override
    public boolean canImport(TransferSupport support) {
        if (Intake.takes(support)) {
            if (support.isDrop()) {
                // Whatever the source offers, nothing of it is to be moved away
                boolean copies = (support.getSourceDropActions() & COPY) != 0;
                if (copies) {
                    support.setDropAction(COPY);
                }
                return copies;
            }
            return true;
        }
        return before != null && before.canImport(support);
    }

    @Override
    public boolean importData(TransferSupport support) {
        if (Intake.takes(support)) {
            return intake.take(support.getTransferable(), support.isDrop());
        }
        return before != null && before.importData(support);
    }

    @Override
    public void exportToClipboard(JComponent component, Clipboard clipboard, int action) {
        if (before != null) {
            before.exportToClipboard(component, clipboard, action);
        }
    }

    @Override
    public int getSourceActions(JComponent component) {
        return before == null ? NONE : before.getSourceActions(component);
    }

    @Override
    public void exportAsDrag(JComponent component, java.awt.event.InputEvent event, int action) {
        if (before != null) {
            before.exportAsDrag(component, event, action);
        }
    }

    @Override
    protected @Nullable Transferable createTransferable(JComponent component) {
        return null;
    }
}
