package org.lamplight.ui.chat;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.font.TextLayout;
import java.util.List;
import java.util.Objects;
import javax.swing.Icon;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Avatar;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Stage;

/** Paints rows of a transcript: flow, not bubbles. EDT. */
final class TranscriptPainter {
    private static final int AVATAR = 32;

    private final Stage stage;
    private final Texts texts;
    private final TranscriptLayout layout;
    private final Icon queued = ActionIcons.icon("clock", 14);
    private final Icon sent = ActionIcons.icon("check", 16);
    private final Icon delivered = ActionIcons.icon("checks", 16);
    private final Icon read = ActionIcons.icon("checks", 16, "Component.linkColor");
    private final Icon failed = ActionIcons.icon("warning", 14, "Lamplight.notNow.text");
    private String peerName = "";
    private String ownName = "";
    private String ownAddress = "";

    TranscriptPainter(Stage stage, Texts texts, TranscriptLayout layout) {
        this.stage = stage;
        this.texts = texts;
        this.layout = layout;
    }

    void names(String peer, String own, String address) {
        peerName = peer;
        ownName = own;
        ownAddress = address;
    }

    /** Who wrote it, as the head of a run says. */
    String writer(Message message) {
        return message.direction() == Message.Direction.OUT ? texts.get("you") : peerName;
    }

    void paint(JComponent on, Graphics graphics, TranscriptRow row, int y, int height, boolean selected) {
        try (Brush brush = new Brush(graphics)) {
            if (selected) {
                Rectangle ground = new Rectangle(Look.px(8), y, on.getWidth() - Look.px(16), height);
                brush.fillRound(Look.color("List.selectionBackground"), ground, Look.px(6));
            }
            if (row instanceof TranscriptRow.Day day) {
                paintDay(on, brush, stage.moments().day(day.date()), y, height);
            } else if (row instanceof TranscriptRow.Entry entry) {
                paintEntry(on, brush, entry, y);
            }
        }
    }

    private static void paintDay(JComponent on, Brush brush, String day, int y, int height) {
        int width = brush.widthOf(day, Look.caption());
        int left = (on.getWidth() - width) / 2;
        brush.text(day, Look.caption(), Look.text2(), left, y, height, width + 1);
        int side = Look.px(TranscriptLayout.SIDE);
        int gap = Look.px(12);
        int middle = y + height / 2;
        brush.fill(Look.hairline(), new Rectangle(side, middle, left - gap - side, 1));
        int right = left + width + gap;
        brush.fill(Look.hairline(), new Rectangle(right, middle, on.getWidth() - side - right, 1));
    }

    private void paintEntry(JComponent on, Brush brush, TranscriptRow.Entry entry, int top) {
        Message message = entry.message();
        int line = Look.px(TranscriptLayout.LINE);
        int left = Look.px(TranscriptLayout.TEXT_LEFT);
        int y = top + Look.px(entry.head() ? TranscriptLayout.PAD_HEAD : TranscriptLayout.PAD_NEXT);
        paintReceipt(on, brush, message, y, line);
        if (entry.head()) {
            paintHead(on, brush, message, left, y, line);
            y += line;
        }
        y = paintText(brush, layout.wrapped(message).lines(), left, y, line);
        if (message.state() == Message.State.FAILED) {
            paintFailed(on, brush, message, left, y);
        }
    }

    private void paintHead(JComponent on, Brush brush, Message message, int left, int y, int line) {
        boolean own = message.direction() == Message.Direction.OUT;
        Avatar avatar = new Avatar(own ? ownName : peerName, own ? ownAddress : message.from(), AVATAR);
        avatar.paintIcon(on, brush.graphics(), Look.px(TranscriptLayout.SIDE), y);
        String who = writer(message);
        int room = on.getWidth() - left - Look.px(140);
        brush.text(who, Look.strong(), Look.text(), left, y, line, room);
        int after = left + Math.min(room, brush.widthOf(who, Look.strong())) + Look.px(8);
        brush.text(stage.moments().time(message.at()), Look.caption(), Look.text2(), after, y + 1, line, Look.px(120));
    }

    private static int paintText(Brush brush, List<@Nullable TextLayout> lines, int left, int top, int line) {
        brush.graphics().setColor(Look.text());
        FontMetrics metrics = brush.graphics().getFontMetrics(Look.body());
        float baseline = Brush.baseline(metrics, line);
        Rectangle clip = brush.graphics().getClipBounds();
        int y = top;
        for (TextLayout text : lines) {
            boolean seen = clip == null || (y + line >= clip.y && y <= clip.y + clip.height);
            if (text != null && seen) {
                text.draw(brush.graphics(), left, y + baseline);
            }
            y += line;
        }
        return y;
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
        int x = on.getWidth() - Look.px(TranscriptLayout.SIDE) - icon.getIconWidth();
        icon.paintIcon(on, brush.graphics(), x, y + (line - icon.getIconHeight()) / 2);
    }

    private void paintFailed(JComponent on, Brush brush, Message message, int left, int y) {
        String sentence = failure(message);
        Font font = Look.second();
        int height = Look.px(TranscriptLayout.SMALL_LINE);
        int room = failedRoom(on);
        brush.text(sentence, font, Look.color("Lamplight.notNow.text"), left, y, height, room);
        int after = left + Math.min(room, brush.widthOf(sentence, font)) + Look.px(6);
        Color link = Look.color("Component.linkColor");
        brush.text(texts.get("tryAgain"), font, link, after, y, height, Look.px(120));
    }

    private static int failedRoom(JComponent on) {
        return on.getWidth() - Look.px(TranscriptLayout.TEXT_LEFT + 120);
    }

    private String failure(Message message) {
        String reason = PlainText.line(Objects.requireNonNullElse(message.reason(), ""));
        return reason.isEmpty() ? texts.get("notSent") : texts.get("notSentBecause", reason);
    }

    /** Where "Try again" stands in a row that failed, seen from the top of the row. */
    Rectangle tryAgainArea(JComponent on, int rowHeight, Message message) {
        FontMetrics metrics = on.getFontMetrics(Look.second());
        int room = failedRoom(on);
        int before = Math.min(room, metrics.stringWidth(failure(message)));
        int height = Look.px(TranscriptLayout.SMALL_LINE);
        int y = rowHeight - Look.px(TranscriptLayout.PAD_END) - height;
        int width = metrics.stringWidth(texts.get("tryAgain")) + Look.px(16);
        return new Rectangle(Look.px(TranscriptLayout.TEXT_LEFT) + before, y, width, height);
    }
}
