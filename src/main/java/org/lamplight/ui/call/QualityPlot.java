package org.lamplight.ui.call;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import org.lamplight.call.MediaReport;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.QualityTrace.Sample;

/** What was lost of a call, how unevenly it came and how long it took, from its begin until now, one below the other. EDT. */
final class QualityPlot extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final int STRIP = 52;
    private static final int CAPTION = 18;
    private static final int FOOT = 18;

    private final transient Texts texts;
    private final transient List<Curve> curves;
    private transient List<Sample> samples = List.of();

    /** One strip; its scale reaches {@code least} at least, so that a good call does not look like a bad one. */
    private record Curve(String key, String color, double least, ToDoubleFunction<MediaReport> value) {

        /** What was measured of it; what is not known is left out. */
        DoubleStream values(List<Sample> of) {
            return of.stream().map(Sample::report).mapToDouble(value).filter(one -> one >= 0);
        }

        double top(List<Sample> of) {
            return Math.max(least, values(of).max().orElse(0));
        }
    }

    QualityPlot(Texts texts) {
        this.texts = texts;
        setName("call.plot");
        curves = List.of(
                new Curve("plot.loss", "Lamplight.presence.notNow", 5, MediaReport::lossPercent),
                new Curve("plot.peerLoss", "Lamplight.presence.maybe", 5, MediaReport::peerLossPercent),
                new Curve("plot.jitter", "Lamplight.presence.welcome", 50, MediaReport::jitterMillis),
                new Curve("plot.roundTrip", "Component.accentColor", 200, MediaReport::roundTripMillis));
    }

    /** The oldest first. */
    void show(List<Sample> now) {
        samples = now;
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(0, Look.px(STRIP) * curves.size() + Look.px(FOOT));
    }

    private String caption(Curve curve) {
        if (curve.values(samples).findAny().isEmpty()) {
            return texts.get(curve.key() + ".unknown");
        }
        Optional<Sample> last = samples.isEmpty() ? Optional.empty() : Optional.of(samples.get(samples.size() - 1));
        double now = last.map(one -> curve.value().applyAsDouble(one.report())).orElse(0.0);
        double most = curve.values(samples).max().orElse(0);
        return texts.get(curve.key(), Math.round(Math.max(0, now)), Math.round(most));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            for (int i = 0; i < curves.size(); i++) {
                int top = i * Look.px(STRIP);
                Curve curve = curves.get(i);
                brush.text(caption(curve), Look.caption(), Look.text2(), 0, top, Look.px(CAPTION), getWidth());
                Rectangle area = new Rectangle(
                        0, top + Look.px(CAPTION), getWidth(), Look.px(STRIP) - Look.px(CAPTION) - Look.px(6));
                draw(brush, curve, area);
            }
            String begin = texts.get("plot.span", length());
            int foot = curves.size() * Look.px(STRIP);
            brush.text(begin, Look.caption(), Look.text2(), 0, foot, Look.px(FOOT), getWidth());
        }
    }

    private String length() {
        if (samples.isEmpty()) {
            return CallWords.time(Duration.ZERO);
        }
        return CallWords.time(Duration.between(
                samples.get(0).at(), samples.get(samples.size() - 1).at()));
    }

    private void draw(Brush brush, Curve curve, Rectangle area) {
        brush.fillRound(Look.color("Lamplight.hover"), area, Look.px(4));
        double top = curve.top(samples);
        Path2D path = new Path2D.Double();
        boolean begun = false;
        for (int i = 0; i < samples.size(); i++) {
            double value = curve.value().applyAsDouble(samples.get(i).report());
            if (value < 0) {
                begun = false;
                continue;
            }
            double x = area.x + (samples.size() == 1 ? 0 : (double) i / (samples.size() - 1) * area.width);
            double y = area.getMaxY() - 2 - value / top * (area.height - 4);
            if (begun) {
                path.lineTo(x, y);
            } else {
                path.moveTo(x, y);
            }
            begun = true;
        }
        Color ink = Look.color(curve.color());
        brush.graphics().setColor(ink);
        brush.graphics().setStroke(new BasicStroke(Look.px(2), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        brush.graphics().draw(path);
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new Spoken();
        }
        return accessibleContext;
    }

    /** The same in words. */
    private final class Spoken extends AccessibleJComponent {
        private static final long serialVersionUID = 1L;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.LABEL;
        }

        @Override
        public String getAccessibleName() {
            return String.join(
                    ", ", curves.stream().map(QualityPlot.this::caption).toList());
        }
    }
}
