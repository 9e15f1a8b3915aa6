package org.lamplight.ui.kit;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JFrame;

/** A window that opens in a useful size and remembers where it was. EDT. */
public class WindowFrame extends JFrame {
    private static final long serialVersionUID = 1L;
    private static final int MINUTE = 60_000;
    private static final int SETTLED = 2_000;

    /** Whether somebody said where it is to be. */
    private boolean placed = true;
    /** What the window was last made to fit into. */
    private transient Insets frame = new Insets(0, 0, 0, 0);

    /** Before that, the place is AWT's guess and not worth keeping. */
    private boolean opened;

    /** Sizes are in the units of the design. */
    protected WindowFrame(String name, String title, Dimension first, Dimension least, WindowPlaces places) {
        super(title);
        setName(name);
        setIconImages(WindowIcons.images(false));
        setDefaultCloseOperation(HIDE_ON_CLOSE);
        Rectangle screen = ScreenArea.first();
        setMinimumSize(new Dimension(
                Math.min(Look.px(least.width), screen.width), Math.min(Look.px(least.height), screen.height)));
        Rectangle before = places.load(name);
        boolean remembered = before != null && ScreenArea.shows(before);
        if (before != null && remembered) {
            setBounds(ScreenArea.fit(before));
        } else {
            pack();
            open(first);
            placed = false;
        }
        everyMinute();
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                opened = true;
                if (!remembered) {
                    open(first);
                    settle(first);
                }
            }
        });
        addComponentListener(new Changes(places));
    }

    /** The frame around a window is guessed until the window manager has made it, shortly after the window is there. */
    private void settle(Dimension first) {
        ComponentAdapter corrected = new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                if (!getInsets().equals(frame) && getExtendedState() == NORMAL) {
                    open(first);
                }
            }
        };
        getRootPane().addComponentListener(corrected);
        Edt.after(SETTLED, () -> getRootPane().removeComponentListener(corrected));
    }

    /** The size is that of what is inside. */
    private void open(Dimension inside) {
        frame = getInsets();
        int width = Look.px(inside.width) + frame.left + frame.right;
        int height = Look.px(inside.height) + frame.top + frame.bottom;
        setBounds(ScreenArea.fit(new Rectangle(getX(), getY(), width, height)));
    }

    /**
     * Where the window manager puts a window, AWT learns late or never, and popups then open elsewhere: so the first
     * place is chosen here.
     */
    @Override
    public void setVisible(boolean visible) {
        if (visible && !placed) {
            placed = true;
            setLocation(firstPlace());
        }
        super.setVisible(visible);
    }

    /** In the middle, or beside the window that is there already if both have room. */
    private Point firstPlace() {
        Rectangle screen = ScreenArea.first();
        int gap = Look.px(12);
        for (Window other : getWindows()) {
            int x = other.getX() + other.getWidth() + gap;
            boolean room = x + getWidth() <= screen.x + screen.width;
            if (other != this && other instanceof WindowFrame && other.isShowing() && room) {
                return ScreenArea.fit(new Rectangle(x, other.getY(), getWidth(), getHeight()))
                        .getLocation();
            }
        }
        return new Point(screen.x + (screen.width - getWidth()) / 2, screen.y + (screen.height - getHeight()) / 2);
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
        if (opened && isShowing() && (getExtendedState() & (MAXIMIZED_BOTH | ICONIFIED)) == 0) {
            places.save(getName(), getBounds());
        }
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

    /** Each of these keys, as {@link javax.swing.KeyStroke} reads them, sends the window away. */
    protected final void hideBy(String... keys) {
        for (String key : keys) {
            Keys.bindWithin(getRootPane(), key, () -> setVisible(false));
        }
    }

    /** What has the focus when the window is asked for. Coming back from a dialog is not that: then nothing moves. */
    protected Component firstFocus() {
        return getRootPane();
    }

    private final class Changes extends ComponentAdapter {
        private final WindowPlaces places;

        Changes(WindowPlaces places) {
            this.places = places;
        }

        /** What was painted before it was hidden may be of another theme. */
        @Override
        public void componentShown(ComponentEvent event) {
            getRootPane().revalidate();
            getRootPane().repaint();
        }

        @Override
        public void componentMoved(ComponentEvent event) {
            keep(places);
        }

        @Override
        public void componentResized(ComponentEvent event) {
            keep(places);
        }
    }
}
