package org.lamplight.ui.chat;

import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import javax.swing.text.BadLocationException;
import javax.swing.text.JTextComponent;
import javax.swing.text.LayeredHighlighter;
import javax.swing.text.Position;
import javax.swing.text.View;
import org.lamplight.ui.kit.Look;

/** A wave below letters. EDT. */
final class Squiggle extends LayeredHighlighter.LayerPainter {
    private static final int HALF_WAVE = 2;

    @Override
    public void paint(Graphics graphics, int from, int to, Shape bounds, JTextComponent field) {
        // painted in layers only
    }

    @Override
    public Shape paintLayer(Graphics graphics, int from, int to, Shape bounds, JTextComponent field, View view) {
        try {
            Rectangle area = view.modelToView(from, Position.Bias.Forward, to, Position.Bias.Backward, bounds)
                    .getBounds();
            paint((Graphics2D) graphics.create(), area);
            return area;
        } catch (BadLocationException gone) {
            return bounds;
        }
    }

    private static void paint(Graphics2D graphics, Rectangle letters) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Look.color("Lamplight.notNow.text"));
        graphics.setStroke(new BasicStroke(Look.px(1)));
        float step = Look.px(HALF_WAVE);
        float low = letters.y + letters.height - 1f;
        Path2D.Float wave = new Path2D.Float();
        wave.moveTo(letters.x, low);
        boolean up = true;
        for (float x = letters.x + step; x <= letters.x + letters.width; x += step) {
            wave.lineTo(x, up ? low - step : low);
            up = !up;
        }
        graphics.draw(wave);
        graphics.dispose();
    }
}
