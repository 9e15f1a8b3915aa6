package org.lamplight.ui.skins;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.swing.TransferHandler;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a file that is dropped, or pasted, for a status. EDT. */
final class PictureDrop extends TransferHandler {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PictureDrop.class);

    private final transient Function<TransferSupport, @Nullable Status> target;
    private final transient BiConsumer<Status, Path> dropped;

    /** @param target the status that is meant, null for none */
    PictureDrop(Function<TransferSupport, @Nullable Status> target, BiConsumer<Status, Path> dropped) {
        this.target = target;
        this.dropped = dropped;
    }

    @Override
    public boolean canImport(TransferSupport support) {
        return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor) && target.apply(support) != null;
    }

    /** One status has one picture: of several files the first is taken. */
    @Override
    public boolean importData(TransferSupport support) {
        Status status = target.apply(support);
        if (status == null || !canImport(support)) {
            return false;
        }
        try {
            Object files = support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
            boolean some = files instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof File;
            if (some) {
                dropped.accept(status, ((File) ((List<?>) files).get(0)).toPath());
            }
            return some;
        } catch (UnsupportedFlavorException | IOException withdrawn) {
            LOG.info("What was dropped could not be taken", withdrawn);
            return false;
        }
    }
}
