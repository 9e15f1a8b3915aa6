package org.lamplight.ui.kit;

import com.formdev.flatlaf.extras.FlatSVGUtils;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Arrays;
import javax.swing.JFrame;

/** A window that opens in a useful size and remembers where it was. EDT. */
public class WindowFrame extends JFrame {
    private static final long serialVersionUID = 1L;
    private static final int MINUTE = 60_000;

    /** Sizes are in the units of the design. */
    protected WindowFrame(String name, String title, Dimension first, Dimension least, WindowPlaces places) {
        super(title);
        setName(name);
        setIconImages(FlatSVGUtils.createWindowIconImages(WindowFrame.class.getResource("icons/lamplight.svg")));
        setDefaultCloseOperation(HIDE_ON_CLOSE);
        setMinimumSize(new Dimension(Look.px(least.width), Look.px(least.height)));
        Rectangle before = places.load(name);
        if (before != null && isOnAScreen(before)) {
            setBounds(before);
        } else {
            pack();
            open(first);
            // the frame around it is only guessed before it is on a screen
            addWindowListener(new WindowAdapter() {
                @Override
                public void windowOpened(WindowEvent event) {
                    open(first);
                }
            });
            setLocationByPlatform(true);
        }
        everyMinute();
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentMoved(ComponentEvent event) {
                keep(places);
            }

            @Override
            public void componentResized(ComponentEvent event) {
                keep(places);
            }
        });
    }

    /** The size is that of what is inside. */
    private void open(Dimension inside) {
        Insets frame = getInsets();
        setSize(Look.px(inside.width) + frame.left + frame.right, Look.px(inside.height) + frame.top + frame.bottom);
    }

    /** "Idle for 14 min" grows by itself and no event tells of it: once a minute windows look at the clock. */
    private void everyMinute() {
        Edt.after(MINUTE, () -> {
            if (isDisplayable()) {
                if (isShowing()) {
                    minutePassed();
                }
                everyMinute();
            }
        });
    }

    /** Words that tell a time are to be said anew. */
    protected void minutePassed() {
        repaint();
    }

    private void keep(WindowPlaces places) {
        if (isShowing() && (getExtendedState() & (MAXIMIZED_BOTH | ICONIFIED)) == 0) {
            places.save(getName(), getBounds());
        }
    }

    /** A screen may have been taken away since: enough of the title must be there to be dragged. */
    private static boolean isOnAScreen(Rectangle bounds) {
        Rectangle title = new Rectangle(bounds.x, bounds.y, bounds.width, Look.px(32));
        return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices())
                .map(GraphicsDevice::getDefaultConfiguration)
                .map(screen -> screen.getBounds().intersection(title))
                .anyMatch(seen -> seen.width >= Look.px(64) && seen.height >= Look.px(16));
    }

    /** Shows it, in front, as the one who asked for it wants to see it now. */
    public void present() {
        Edt.requireEdt();
        if ((getExtendedState() & ICONIFIED) != 0) {
            setExtendedState(getExtendedState() & ~ICONIFIED);
        }
        setVisible(true);
        toFront();
        firstFocus().requestFocus();
    }

    /** What has the focus when the window is asked for. Coming back from a dialog is not that: then nothing moves. */
    protected Component firstFocus() {
        return getRootPane();
    }
}
