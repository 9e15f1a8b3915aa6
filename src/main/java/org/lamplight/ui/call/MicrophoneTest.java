package org.lamplight.ui.call;

import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.event.HierarchyEvent;
import java.util.Objects;
import javax.swing.JButton;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.MediaEngine;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Look;

/** Has one see how loud the microphone hears, in the button that begins and ends it. Ends when it is no more seen. EDT. */
final class MicrophoneTest extends JButton {
    private static final long serialVersionUID = 1L;
    private static final int BAR = 3;

    private final transient Texts texts;
    private final transient MediaEngine sound;
    private transient MediaEngine.@Nullable Playing listening;
    private double loudness;

    MicrophoneTest(Texts texts, MediaEngine sound, JComponent page) {
        super(texts.get("sound.test.speak"));
        this.texts = texts;
        this.sound = sound;
        setName("sound.test.speak");
        addActionListener(event -> {
            if (listening == null) {
                begin();
            } else {
                end();
            }
        });
        page.addHierarchyListener(event -> {
            if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && !page.isShowing()) {
                end();
            }
        });
    }

    private void begin() {
        listening = sound.listen(now -> Edt.later(() -> show(now)));
        setText(texts.get("sound.test.end"));
    }

    private void end() {
        if (listening != null) {
            listening.close();
            listening = null;
            setText(texts.get("sound.test.speak"));
            show(0);
        }
    }

    private void show(double now) {
        loudness = listening == null ? 0 : now;
        describe();
        repaint();
    }

    /** In steps of ten, and only what is new: a screen reader may say each. */
    private void describe() {
        String percent = texts.get("sound.level") + ": " + Math.round(loudness * 10) * 10 + " %";
        String now = listening == null ? null : percent;
        if (!Objects.equals(now, getAccessibleContext().getAccessibleDescription())) {
            getAccessibleContext().setAccessibleDescription(now);
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (listening == null) {
            return;
        }
        try (Brush brush = new Brush(graphics)) {
            int inset = Look.px(8);
            int width = getWidth() - 2 * inset;
            int top = getHeight() - Look.px(BAR + 2);
            brush.fill(Look.color("Separator.foreground"), new Rectangle(inset, top, width, Look.px(BAR)));
            int loud = (int) Math.round(width * loudness);
            brush.fill(Look.color("Component.accentColor"), new Rectangle(inset, top, loud, Look.px(BAR)));
        }
    }
}
