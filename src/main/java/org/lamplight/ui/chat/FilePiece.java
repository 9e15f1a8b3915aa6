package org.lamplight.ui.chat;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Objects;
import javax.swing.Icon;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Details.SharedFile;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.files.ByteWords;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.SharedFiles;

/** A file that a message shares: its picture if there is one, else a card with its name and size. EDT. */
final class FilePiece implements Piece {
    private static final int CARD = 58;
    private static final int WIDTH = 320;
    private static final int PICTURE = 200;

    private final TranscriptLook look;
    private final Texts texts;
    private final SharedFile file;
    private final SharedFiles files;
    private final Runnable open;
    private final Runnable ready;
    private final int width;
    private final boolean pictured;
    private final Icon icon = ActionIcons.icon("attach", 20);

    /** @param ready hears that the picture is there now and the message has to be laid out anew */
    FilePiece(
            TranscriptLook look,
            Texts texts,
            SharedFile file,
            SharedFiles files,
            Runnable open,
            Runnable ready,
            int width) {
        this.look = look;
        this.texts = texts;
        this.file = file;
        this.files = files;
        this.open = open;
        this.ready = ready;
        this.width = Math.min(width, look.px(WIDTH));
        this.pictured = picture(1) != null;
    }

    private @Nullable Image picture(double scale) {
        String path = file.path();
        int side = (int) Math.ceil(look.px(PICTURE) * scale);
        return path == null ? null : files.picture(path, (int) Math.ceil(width * scale), side, ready);
    }

    @Override
    public int height() {
        return look.px(pictured ? PICTURE + 8 : CARD + 8);
    }

    private Rectangle area() {
        return new Rectangle(0, look.px(4), width, height() - look.px(8));
    }

    @Override
    public void paint(Graphics2D graphics, int selectedFrom, int selectedTo) {
        try (Brush brush = new Brush(graphics)) {
            Image image = pictured ? picture(graphics.getTransform().getScaleX()) : null;
            if (image != null) {
                paintPicture(brush.graphics(), image);
            } else {
                paintCard(brush);
            }
        }
    }

    /** As it is, never larger, at the left. */
    private void paintPicture(Graphics2D graphics, Image image) {
        Rectangle area = area();
        double fits = Math.min(
                (double) area.width / Math.max(1, image.getWidth(null)),
                (double) area.height / Math.max(1, image.getHeight(null)));
        double scale = Math.min(fits, 1 / graphics.getTransform().getScaleX());
        int wide = (int) Math.round(image.getWidth(null) * scale);
        int high = (int) Math.round(image.getHeight(null) * scale);
        graphics.clip(new RoundRectangle2D.Float(area.x, area.y, wide, high, look.px(12), look.px(12)));
        graphics.drawImage(image, area.x, area.y, wide, high, null);
    }

    private void paintCard(Brush brush) {
        Rectangle area = area();
        brush.graphics().setColor(Look.color("Component.borderColor"));
        brush.graphics().setStroke(new BasicStroke(1));
        int arc = look.px(12);
        brush.graphics()
                .draw(new RoundRectangle2D.Float(
                        area.x + 0.5f, area.y + 0.5f, area.width - 1f, area.height - 1f, arc, arc));
        icon.paintIcon(null, brush.graphics(), area.x + look.px(8), area.y + (area.height - icon.getIconHeight()) / 2);
        int left = area.x + look.px(40);
        int line = look.px(TranscriptLook.LINE);
        int deed = file.isGone()
                ? look.px(8)
                : look.widthOf(texts.get(deed()), look.text().font()) + look.px(40);
        int room = area.width - look.px(40) - deed;
        brush.text(name(), look.text().font(), Look.text(), left, area.y + look.px(9), line, room);
        brush.text(size(), look.second(), Look.text2(), left, area.y + look.px(29), line, room);
        if (!file.isGone()) {
            paintButton(
                    brush,
                    new Rectangle(area.x + area.width - deed + look.px(8), 0, deed - look.px(16), look.px(28)),
                    area);
        }
    }

    private void paintButton(Brush brush, Rectangle button, Rectangle card) {
        button.y = card.y + (card.height - button.height) / 2;
        int arc = look.px(12);
        brush.graphics().setColor(Look.color("Component.borderColor"));
        brush.graphics()
                .draw(new RoundRectangle2D.Float(
                        button.x + 0.5f, button.y + 0.5f, button.width - 1f, button.height - 1f, arc, arc));
        int left = button.x + look.px(12);
        brush.text(texts.get(deed()), look.text().font(), Look.text(), left, button.y, button.height, button.width);
    }

    private String deed() {
        return file.path() == null ? "file.fetch" : "file.open";
    }

    private String name() {
        return Objects.requireNonNullElse(PlainText.line(file.name(), PlainText.SHORT), texts.get("file"));
    }

    private String size() {
        if (file.size() < 0) {
            return "";
        }
        return ByteWords.of(file.size(), texts.locale());
    }

    @Override
    public List<Spot> spots() {
        if (file.isGone()) {
            return List.of();
        }
        return List.of(new Spot(area(), texts.get("file.say", name(), size()), null, open));
    }
}
