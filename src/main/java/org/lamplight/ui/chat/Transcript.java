package org.lamplight.ui.chat;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import org.lamplight.chat.Message;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.OnFocus;
import org.lamplight.ui.kit.Stage;

/** What was written. Paints only what is seen; messages are marked with mouse or arrow keys and copied. EDT. */
final class Transcript extends JComponent implements Scrollable {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient TranscriptLayout layout = new TranscriptLayout();
    private final transient TranscriptPainter painter;
    private final transient Consumer<Message> retry;
    private int anchor = -1;
    private int lead = -1;

    Transcript(Stage stage, Texts texts, Consumer<Message> retry) {
        this.texts = texts;
        this.painter = new TranscriptPainter(stage, texts, layout);
        this.retry = retry;
        setName("transcript");
        setFocusable(true);
        setOpaque(true);
        Mouse mouse = new Mouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        addFocusListener(new OnFocus(this::repaint, this::repaint));
        Keys.bind(this, "UP", () -> move(-1, false));
        Keys.bind(this, "DOWN", () -> move(1, false));
        Keys.bind(this, "shift UP", () -> move(-1, true));
        Keys.bind(this, "shift DOWN", () -> move(1, true));
        Keys.bind(this, "HOME", () -> mark(0, false));
        Keys.bind(this, "END", () -> mark(layout.rows().size() - 1, false));
        Keys.bind(this, "ctrl A", this::markAll);
        Keys.bind(this, "ctrl C", this::copy);
        Keys.bind(this, "ENTER", this::retryMarked);
        Keys.bind(this, "shift F10", () -> menu(Look.px(TranscriptLayout.TEXT_LEFT), lead < 0 ? 0 : y(lead)));
        Keys.bind(this, "CONTEXT_MENU", () -> menu(Look.px(TranscriptLayout.TEXT_LEFT), lead < 0 ? 0 : y(lead)));
    }

    TranscriptLayout rowLayout() {
        return layout;
    }

    TranscriptPainter painter() {
        return painter;
    }

    /** Other rows; what is marked stays marked. */
    void show(List<TranscriptRow> rows, int width) {
        String anchorKey = key(anchor);
        String leadKey = key(lead);
        layout.set(rows, width);
        anchor = layout.indexOf(anchorKey);
        lead = layout.indexOf(leadKey);
        repaint();
    }

    private String key(int row) {
        return row < 0 || row >= layout.rows().size()
                ? ""
                : layout.rows().get(row).key();
    }

    /** With little to show, the newest stands at the bottom all the same. */
    private int offset() {
        return Math.max(0, getHeight() - layout.height());
    }

    private int y(int row) {
        return layout.top(row) + offset();
    }

    // ---- marks

    private void move(int by, boolean extend) {
        int from = lead < 0 ? layout.rows().size() : lead;
        int to = from + by;
        while (to >= 0 && to < layout.rows().size() && layout.rows().get(to) instanceof TranscriptRow.Day) {
            to += by;
        }
        if (to >= 0 && to < layout.rows().size()) {
            mark(to, extend);
        }
    }

    private void mark(int row, boolean extend) {
        lead = row;
        anchor = extend && anchor >= 0 ? anchor : row;
        if (row >= 0 && row < layout.rows().size()) {
            scrollRectToVisible(new Rectangle(0, y(row), 1, layout.top(row + 1) - layout.top(row)));
            String old = "";
            getAccessibleContext().firePropertyChange(AccessibleContext.ACCESSIBLE_NAME_PROPERTY, old, spoken());
        }
        repaint();
    }

    /** Marks the message of this key and brings it to sight; false if it is not loaded. */
    boolean reveal(String key) {
        int row = layout.indexOf(key);
        if (row >= 0) {
            mark(row, false);
        }
        return row >= 0;
    }

    private void markAll() {
        anchor = 0;
        lead = layout.rows().size() - 1;
        repaint();
    }

    private boolean marked(int row) {
        return anchor >= 0 && row >= Math.min(anchor, lead) && row <= Math.max(anchor, lead);
    }

    private List<Message> markedMessages() {
        List<Message> marked = new ArrayList<>();
        for (int i = 0; i < layout.rows().size(); i++) {
            if (marked(i) && layout.rows().get(i) instanceof TranscriptRow.Entry entry) {
                marked.add(entry.message());
            }
        }
        return marked;
    }

    /** One message is copied as it is; several with who wrote each. */
    void copy() {
        List<Message> marked = markedMessages();
        if (marked.isEmpty()) {
            return;
        }
        String text = marked.size() == 1
                ? PlainText.lines(marked.get(0).text())
                : marked.stream()
                        .map(message -> painter.writer(message) + ": " + PlainText.lines(message.text()))
                        .collect(Collectors.joining("\n"));
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
    }

    private void retryMarked() {
        markedMessages().stream()
                .filter(message -> message.state() == Message.State.FAILED)
                .forEach(retry);
    }

    private void menu(int x, int y) {
        JPopupMenu menu = new JPopupMenu();
        menu.setName("transcript.menu");
        item(menu, "copy", this::copy);
        if (markedMessages().stream().anyMatch(message -> message.state() == Message.State.FAILED)) {
            item(menu, "tryAgain", this::retryMarked);
        }
        menu.show(this, x, y);
    }

    private void item(JPopupMenu menu, String name, Runnable does) {
        JMenuItem item = new JMenuItem(texts.get(name));
        item.setName("transcript." + name);
        item.addActionListener(event -> does.run());
        menu.add(item);
    }

    private final class Mouse extends MouseAdapter {
        @Override
        public void mousePressed(MouseEvent event) {
            requestFocusInWindow();
            int row = layout.rowAt(event.getY() - offset());
            if (SwingUtilities.isLeftMouseButton(event)) {
                if (!onTryAgain(row, event)) {
                    markAt(row, event.isShiftDown());
                }
            } else if (!marked(row)) {
                markAt(row, false);
            }
            if (SwingUtilities.isRightMouseButton(event)) {
                menu(event.getX(), event.getY());
            }
        }

        private void markAt(int row, boolean extend) {
            lead = row;
            anchor = extend && anchor >= 0 ? anchor : row;
            repaint();
        }

        private boolean onTryAgain(int row, MouseEvent event) {
            boolean failed = row >= 0
                    && layout.rows().get(row) instanceof TranscriptRow.Entry entry
                    && entry.message().state() == Message.State.FAILED;
            if (!failed) {
                return false;
            }
            Message message = ((TranscriptRow.Entry) layout.rows().get(row)).message();
            int height = layout.top(row + 1) - layout.top(row);
            boolean hit = painter.tryAgainArea(Transcript.this, height, message)
                    .contains(event.getX(), event.getY() - y(row));
            if (hit) {
                retry.accept(message);
            }
            return hit;
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            if (SwingUtilities.isLeftMouseButton(event) && anchor >= 0) {
                markAt(layout.rowAt(event.getY() - offset()), true);
            }
        }
    }

    // ---- painting

    @Override
    protected void paintComponent(Graphics graphics) {
        Rectangle clip = graphics.getClipBounds();
        graphics.setColor(Look.content());
        graphics.fillRect(clip.x, clip.y, clip.width, clip.height);
        int offset = offset();
        int first = Math.max(0, layout.rowAt(clip.y - offset));
        for (int row = first; row < layout.rows().size() && layout.top(row) + offset < clip.y + clip.height; row++) {
            int height = layout.top(row + 1) - layout.top(row);
            painter.paint(this, graphics, layout.rows().get(row), layout.top(row) + offset, height, marked(row));
        }
        if (isFocusOwner()) {
            try (Brush brush = new Brush(graphics)) {
                brush.focus(getVisibleRect(), 0);
            }
        }
    }

    // ---- scrolling

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(1, layout.height());
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return new Dimension(Look.px(400), Look.px(300));
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return Look.px(TranscriptLayout.LINE * 2);
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        int extent = orientation == SwingConstants.VERTICAL ? visible.height : visible.width;
        return Math.max(1, extent - Look.px(TranscriptLayout.LINE * 2));
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent() != null && getParent().getHeight() > layout.height();
    }

    // ---- for screen readers

    private String spoken() {
        if (lead >= 0 && lead < layout.rows().size() && layout.rows().get(lead) instanceof TranscriptRow.Entry entry) {
            return painter.writer(entry.message()) + ": "
                    + PlainText.line(entry.message().text());
        }
        return texts.get("transcript");
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleTranscript();
        }
        return accessibleContext;
    }

    private final class AccessibleTranscript extends AccessibleJComponent {
        private static final long serialVersionUID = 1L;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.LIST;
        }

        @Override
        public String getAccessibleName() {
            return spoken();
        }
    }
}
