package org.lamplight.ui.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.chat.Message;
import org.lamplight.chat.files.FileTransfers;
import org.lamplight.chat.files.Transfer;
import org.lamplight.chat.files.TransferChanged;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.FrameTimer;

/** The files of one talk that are on their way. What comes and goes in a blink is not shown. EDT. */
final class TransferStrip extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int MOST_ROWS = 4;
    private static final int BLINK_MS = 250;

    private final transient Domain domain;
    private final transient Texts texts;
    private final transient Object lock = new Object();
    private final transient FrameTimer frame = new FrameTimer(this::apply);
    private final transient Map<String, TransferRow> rows = new LinkedHashMap<>();
    private final transient Map<String, Transfer> known = new LinkedHashMap<>();
    private transient List<Transfer> next = new ArrayList<>();
    private String peer = "";

    TransferStrip(Domain domain, Texts texts) {
        super(new MigLayout("insets 0, gap 0, wrap 1, fillx", "[grow,fill]"));
        this.domain = domain;
        this.texts = texts;
        setOpaque(false);
        setName("transfers");
        getAccessibleContext().setAccessibleName(texts.get("transfers"));
        setVisible(false);
        domain.events().listen(TransferChanged.class, changed -> collect(changed.transfer()));
    }

    void show(String talk) {
        peer = talk;
        known.clear();
        arrange();
        domain.core().execute(() -> domain.files().of(talk).forEach(this::collect));
    }

    private void collect(Transfer transfer) {
        synchronized (lock) {
            next.add(transfer);
        }
        frame.wish();
    }

    private void apply() {
        List<Transfer> news;
        synchronized (lock) {
            news = next;
            next = new ArrayList<>();
        }
        boolean fresh = false;
        for (Transfer transfer : news) {
            if (!transfer.message().peer().equals(peer)) {
                continue;
            }
            String key = key(transfer.message());
            // A message of ours says by itself that it was not sent; what could not be fetched has no other place
            boolean stays = transfer.phase() == Transfer.Phase.FAILED && !transfer.isUpload();
            if (transfer.phase().isOver() && !stays) {
                known.remove(key);
            } else {
                fresh |= known.put(key, transfer) == null;
            }
        }
        if (fresh) {
            Edt.after(BLINK_MS, this::arrange);
        }
        known.forEach((key, transfer) -> {
            TransferRow row = rows.get(key);
            if (row != null) {
                row.show(transfer);
            }
        });
        if (!known.keySet().containsAll(rows.keySet())) {
            arrange();
        }
    }

    private void arrange() {
        rows.keySet().retainAll(known.keySet());
        known.entrySet().stream()
                .limit(MOST_ROWS)
                .forEach(one ->
                        rows.computeIfAbsent(one.getKey(), any -> new TransferRow(texts, one.getValue(), new Told())));
        removeAll();
        rows.values().forEach(this::add);
        setVisible(!rows.isEmpty());
        revalidate();
        repaint();
    }

    private static String key(Message message) {
        return message.direction() + message.id();
    }

    /** Passes on what one does about a file. */
    private final class Told implements TransferRow.Deeds {
        private void tell(java.util.function.Consumer<FileTransfers> deed) {
            domain.core().execute(() -> deed.accept(domain.files()));
        }

        @Override
        public void pause(Transfer transfer) {
            tell(files -> files.pause(transfer.message()));
        }

        @Override
        public void resume(Transfer transfer) {
            tell(files -> files.resume(transfer.message()));
        }

        @Override
        public void cancel(Transfer transfer) {
            if (transfer.phase().isOver()) {
                known.remove(key(transfer.message()));
                arrange();
            }
            tell(files -> files.cancel(transfer.message()));
        }
    }
}
