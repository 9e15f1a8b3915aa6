package org.lamplight.ui.chat;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import javax.swing.Icon;
import javax.swing.JComponent;
import org.lamplight.chat.Message;
import org.lamplight.core.Texts;
import org.lamplight.ui.chat.TranscriptSelection.Letters;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Avatar;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Stage;

/** Paints rows of a transcript: flow, not bubbles. EDT. */
final class TranscriptPainter {
    private final Stage stage;
    private final Texts texts;
    private final Icon queued = ActionIcons.icon("clock", 14);
    private final Icon sent = ActionIcons.icon("check", 16);
    private final Icon delivered = ActionIcons.icon("checks", 16);
    private final Icon read = ActionIcons.icon("checks", 16, "Component.linkColor");
    private final Icon failed = ActionIcons.icon("warning", 14, "Lamplight.notNow.text");
    private TalkNames names;

    TranscriptPainter(Stage stage, Texts texts) {
        this.stage = stage;
        this.texts = texts;
        this.names = new TalkNames(texts, "", "", "", "", "");
    }

    void names(TalkNames now) {
        names = now;
    }

    TalkNames names() {
        return names;
    }

    /** Paints a row whose top stands at y. Its own place is exact however far down it is. */
    void paint(JComponent on, Graphics graphics, TranscriptLayout layout, int row, int y, Marks marks) {
        Graphics2D moved = (Graphics2D) graphics.create();
        moved.translate(0, y);
        int height = layout.height(row);
        // letters that reach out of their line don't cover others
        moved.clipRect(0, 0, on.getWidth(), height);
        try (Brush brush = new Brush(moved)) {
            if (marks.whole()) {
                Rectangle ground = new Rectangle(Look.px(8), 0, on.getWidth() - Look.px(16), height);
                brush.fillRound(Look.color("List.selectionBackground"), ground, Look.px(6));
            }
            TranscriptRow what = layout.rows().get(row);
            if (what instanceof TranscriptRow.Entry entry) {
                paintEntry(on, brush, layout, entry, marks);
            } else {
                paintLine(on, brush, layout.look(), what, height);
            }
        }
        moved.dispose();
    }

    /** What is selected of a row. */
    record Marks(boolean whole, Letters letters) {}

    private void paintLine(JComponent on, Brush brush, TranscriptLook look, TranscriptRow row, int height) {
        if (row instanceof TranscriptRow.Day day) {
            paintLine(on, brush, look, stage.moments().day(day.date()), Look.text2(), height);
        } else if (row instanceof TranscriptRow.New) {
            paintLine(on, brush, look, texts.get("new"), Look.color("Component.linkColor"), height);
        } else {
            String words = texts.get("loading");
            int width = look.widthOf(words, look.caption());
            brush.text(words, look.caption(), Look.text2(), (on.getWidth() - width) / 2, 0, height, width + 1);
        }
    }

    private static void paintLine(
            JComponent on, Brush brush, TranscriptLook look, String words, Color color, int height) {
        int width = look.widthOf(words, look.caption());
        int left = (on.getWidth() - width) / 2;
        brush.text(words, look.caption(), color, left, 0, height, width + 1);
        int side = Look.px(TranscriptLook.SIDE);
        int gap = Look.px(12);
        int middle = height / 2;
        brush.fill(Look.hairline(), new Rectangle(side, middle, left - gap - side, 1));
        int right = left + width + gap;
        brush.fill(Look.hairline(), new Rectangle(right, middle, on.getWidth() - side - right, 1));
    }

    private void paintEntry(
            JComponent on, Brush brush, TranscriptLayout layout, TranscriptRow.Entry entry, Marks marks) {
        TranscriptLook look = layout.look();
        Message message = entry.message();
        int line = look.px(TranscriptLook.LINE);
        int y = look.px(entry.head() ? TranscriptLook.PAD_HEAD : TranscriptLook.PAD_NEXT);
        if (entry.part() == 0) {
            paintReceipt(on, brush, message, y, line);
        }
        if (entry.head()) {
            paintHead(on, brush, look, message, y, line, marks.whole());
        }
        Graphics2D texts = brush.graphics();
        texts.translate(look.textLeft(), 0);
        Letters letters = marks.whole() ? Letters.NONE : marks.letters();
        layout.laid(entry).paint(texts, letters.from(), letters.to());
        texts.translate(-look.textLeft(), 0);
    }

    private void paintHead(
            JComponent on, Brush brush, TranscriptLook look, Message message, int y, int line, boolean selected) {
        int left = look.textLeft();
        boolean own = message.direction() == Message.Direction.OUT;
        String address = own ? names.ownAddress() : message.from();
        new Avatar(names.name(message), address, look.avatar(), stage.reading().portraits())
                .ringed(selected)
                .paintIcon(on, brush.graphics(), Look.px(TranscriptLook.SIDE), y);
        String who = names.writer(message);
        int room = on.getWidth() - left - look.px(140);
        brush.text(who, look.strong(), Look.text(), left, y, line, room);
        int after = left + Math.min(room, brush.widthOf(who, look.strong())) + look.px(8);
        String time = stage.moments().time(message.at());
        brush.text(time, look.caption(), Look.text2(), after, y + 1, line, look.px(120));
    }

    private void paintReceipt(JComponent on, Brush brush, Message message, int y, int line) {
        if (message.direction() == Message.Direction.IN) {
            return;
        }
        Icon icon = switch (message.state()) {
            case QUEUED -> queued;
            case SENT -> sent;
            case DELIVERED -> delivered;
            case READ -> read;
            case FAILED -> failed;
        };
        int x = on.getWidth() - Look.px(TranscriptLook.SIDE) - icon.getIconWidth();
        icon.paintIcon(on, brush.graphics(), x, y + (line - icon.getIconHeight()) / 2);
    }
}
