package org.lamplight.ui.chat;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Predicate;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.JToolTip;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.chat.TranscriptSelection.Letters;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.LinesTip;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.OnFocus;
import org.lamplight.ui.kit.SharedFiles;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.text.EmojiPictures;

/** What was written. Lays out and paints only what is seen; letters and messages are selected and copied. EDT. */
final class Transcript extends JComponent implements Scrollable {
    private static final long serialVersionUID = 1L;

    private final transient Stage stage;
    private final transient Texts texts;
    private final transient EmojiPictures emoji = new EmojiPictures();
    private final transient TranscriptPainter painter;
    private final transient Bodies bodies;
    private final transient TranscriptLayout layout;
    private final transient TranscriptSelection selection;
    private final transient TranscriptSpots spots;
    private transient Runnable reshaped = () -> {};
    private transient Predicate<Boolean> copiesElsewhere = everything -> false;

    Transcript(Stage stage, Texts texts, TranscriptDeeds deeds) {
        this.stage = stage;
        this.texts = texts;
        painter = new TranscriptPainter(stage, texts);
        bodies = new Bodies(message -> painter.names().name(message));
        EntryPieces pieces = new EntryPieces(texts, bodies, deeds, painter::names, new Again());
        layout = new TranscriptLayout(
                pieces, new TranscriptLook(stage.reading().zoom().percent(), emoji));
        selection = new TranscriptSelection(layout);
        spots = new TranscriptSpots(this);
        setName("transcript");
        setFocusable(true);
        setOpaque(true);
        setToolTipText("");
        addFocusListener(new OnFocus(this::repaint, this::repaint));
        new TranscriptMouse(this).install();
        new TranscriptKeys(this, new TranscriptMenu(this, texts, deeds)).install();
        stage.reading().emoji().whenLoaded(loaded -> {
            emoji.use(loaded);
            relay();
        });
    }

    TranscriptLayout rowLayout() {
        return layout;
    }

    TranscriptPainter painter() {
        return painter;
    }

    TranscriptSelection selection() {
        return selection;
    }

    TranscriptSpots spots() {
        return spots;
    }

    Bodies bodies() {
        return bodies;
    }

    /** Hears that rows have to be made and laid out anew. */
    void onReshape(Runnable heard) {
        reshaped = heard;
    }

    private final class Again implements EntryPieces.Again {
        @Override
        public void unfold(Message message) {
            bodies.unfold(message);
            reshaped.run();
        }

        @Override
        public void lay() {
            relay();
        }

        @Override
        public SharedFiles files() {
            return stage.reading().files();
        }
    }

    /** Others talk, or are called otherwise. */
    void names(TalkNames now) {
        if (!now.equals(painter.names())) {
            painter.names(now);
            relay();
        }
    }

    /** Other rows; what is selected stays selected. */
    void show(List<TranscriptRow> rows, int width) {
        layout.set(rows, width);
        repaint();
    }

    /** Another talk. */
    void clear() {
        bodies.clear();
        selection.clear();
        spots.leave();
    }

    // ---- size

    /** Larger or smaller; remembered. */
    void zoom(int percent) {
        stage.reading().zoom().keep(percent);
        relay();
    }

    int zoom() {
        return stage.reading().zoom().percent();
    }

    private void relay() {
        layout.use(new TranscriptLook(zoom(), emoji));
        reshaped.run();
    }

    /** Another theme: the letters that are laid out have the colours of the last one. */
    @Override
    public void updateUI() {
        super.updateUI();
        if (layout != null) {
            relay();
        }
    }

    // ---- places

    /** With little to show, the newest stands at the bottom all the same. */
    int offset() {
        return Math.max(0, getHeight() - layout.height());
    }

    /** The top of a row. */
    int y(int row) {
        return layout.top(row) + offset();
    }

    int rowAt(int y) {
        return layout.rowAt(y - offset());
    }

    /** The place between the letters of this row that is nearest to the point. */
    int letterAt(int row, Point point) {
        if (row >= 0 && layout.rows().get(row) instanceof TranscriptRow.Entry entry) {
            LaidEntry laid = layout.laid(entry);
            int y = point.y - y(row) - laid.textTop();
            return laid.text() == null
                    ? 0
                    : laid.text().offsetAt(point.x - layout.look().textLeft(), y);
        }
        return 0;
    }

    void reveal(int row) {
        if (row >= 0 && row < layout.rows().size()) {
            layout.measure(layout.top(row), layout.top(row));
            scrollRectToVisible(new Rectangle(0, y(row), 1, Math.min(layout.height(row), getVisibleRect().height)));
        }
    }

    /** Says what the keyboard stands on. */
    void announce() {
        getAccessibleContext().firePropertyChange(AccessibleContext.ACCESSIBLE_NAME_PROPERTY, "", spoken());
        repaint();
    }

    // ---- what is selected

    CopiedText selected() {
        return new CopiedText(layout, selection, bodies, painter, stage.moments());
    }

    /** Asks, with whether everything is selected, before something is copied; true: that was done elsewhere. */
    void beforeCopy(Predicate<Boolean> asked) {
        copiesElsewhere = asked;
    }

    void deselect() {
        selection.clear();
        spots().leave();
        repaint();
    }

    void copy() {
        if (copiesElsewhere.test(selection.isEverything())) {
            return;
        }
        String text = selected().text();
        if (!text.isEmpty()) {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
        }
    }

    /** The letters that a row has. */
    Letters lettersOf(int row) {
        if (row >= 0 && row < layout.rows().size() && layout.rows().get(row) instanceof TranscriptRow.Entry entry) {
            Body body = bodies.of(entry.message());
            return new Letters(body.start(entry.part()), body.end(entry.part()));
        }
        return Letters.NONE;
    }

    // ---- painting

    @Override
    protected void paintComponent(Graphics graphics) {
        Rectangle clip = graphics.getClipBounds();
        graphics.setColor(Look.content());
        graphics.fillRect(clip.x, clip.y, clip.width, clip.height);
        int first = Math.max(0, rowAt(clip.y));
        for (int row = first; row < layout.rows().size() && y(row) < clip.y + clip.height; row++) {
            if (y(row) + layout.height(row) > clip.y) {
                Letters all = lettersOf(row);
                Letters letters = selection.isEmpty() ? Letters.NONE : selection.letters(row, all.from(), all.to());
                painter.paint(
                        this,
                        graphics,
                        layout,
                        row,
                        y(row),
                        new TranscriptPainter.Marks(selection.isMarked(row), letters));
            }
        }
        try (Brush brush = new Brush(graphics)) {
            spots.paint(brush);
            if (isFocusOwner()) {
                brush.focus(getVisibleRect(), 0);
            }
        }
    }

    // ---- tooltips

    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
        Spot spot = spots.at(event.getPoint());
        return spot == null ? null : spot.tip();
    }

    @Override
    public JToolTip createToolTip() {
        return new LinesTip(this);
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
        return Look.px(TranscriptLook.LINE * 2);
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        int extent = orientation == SwingConstants.VERTICAL ? visible.height : visible.width;
        return Math.max(1, extent - Look.px(TranscriptLook.LINE * 2));
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
        int row = selection.leadRow();
        Spot spot = spots.current();
        if (spot != null) {
            return spot.name();
        }
        if (row >= 0 && layout.rows().get(row) instanceof TranscriptRow.Entry entry) {
            String text = bodies.of(entry.message()).text();
            boolean speaksToUs = !painter.names()
                    .mentions(entry.message(), text, 0, text.length())
                    .isEmpty();
            String reason = entry.message().reason();
            return painter.names().writer(entry.message()) + ": " + PlainText.line(text)
                    + (reason == null ? "" : ", " + PlainText.line(reason))
                    + (speaksToUs ? ", " + texts.get("mentionsYou") : "");
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
