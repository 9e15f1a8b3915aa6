package org.lamplight.ui.call;

import java.awt.Component;
import java.awt.Window;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JFrame;
import javax.swing.WindowConstants;
import org.lamplight.call.Call;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.WindowIcons;

/**
 * One call that rings: always on top, and without the keyboard until somebody clicks into it. For its first moments it
 * hears no click, for the pointer may have been on its way elsewhere. EDT.
 */
final class IncomingWindow extends JFrame {
    private static final long serialVersionUID = 1L;
    private static final int DEAF_MILLIS = 300;

    /** What one may do about the call. */
    interface Deeds {
        void answer(Call call);

        void decline(Call call);

        void ignore(Call call);

        void write(Call call, String address);

        void sendOn(Call call, Component over);

        boolean hasVoicemail(Call call);

        void toVoicemail(Call call);
    }

    private final IncomingFace face;
    private final transient Deeds deeds;
    private transient Call call;
    private boolean deaf = true;

    IncomingWindow(Stage stage, Texts texts, CallWords words, Call call, Deeds deeds) {
        super(texts.get("incoming.window"));
        this.call = call;
        this.deeds = deeds;
        setName("incoming");
        setIconImages(WindowIcons.images(false));
        setUndecorated(true);
        setType(Window.Type.UTILITY);
        setFocusableWindowState(false);
        setAutoRequestFocus(false);
        setAlwaysOnTop(true);
        setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        face = new IncomingFace(stage, texts, words, new Pressed());
        setContentPane(face);
        Keys.bindWithin(getRootPane(), "ENTER", () -> deeds.answer(this.call));
        Keys.bindWithin(getRootPane(), "ESCAPE", () -> deeds.decline(this.call));
        face.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                takeKeys();
            }
        });
        show(call);
    }

    Call call() {
        return call;
    }

    void show(Call now) {
        call = now;
        face.show(now);
        getAccessibleContext().setAccessibleName(face.getAccessibleContext().getAccessibleName());
        pack();
    }

    /** Whoever clicks into it wants the keys to go there. */
    private void takeKeys() {
        setFocusableWindowState(true);
        setAutoRequestFocus(true);
        toFront();
        requestFocus();
        getRootPane().requestFocusInWindow();
    }

    /** Shows it with its lower right corner there. Returns where its upper edge is. */
    int showAbove(int right, int bottom) {
        setLocation(right - getWidth(), bottom - getHeight());
        if (!isVisible()) {
            setVisible(true);
            Edt.after(DEAF_MILLIS, () -> deaf = false);
        }
        return bottom - getHeight();
    }

    /** Whether it still hears no click. */
    boolean isDeaf() {
        return deaf;
    }

    private void unlessDeaf(Runnable does) {
        if (!deaf) {
            does.run();
        }
    }

    private final class Pressed implements IncomingFace.Deeds {
        @Override
        public void answer() {
            unlessDeaf(() -> deeds.answer(call));
        }

        @Override
        public void decline() {
            unlessDeaf(() -> deeds.decline(call));
        }

        @Override
        public void ignore() {
            unlessDeaf(() -> deeds.ignore(call));
        }

        @Override
        public void write(String address) {
            unlessDeaf(() -> deeds.write(call, address));
        }

        @Override
        public void sendOn() {
            unlessDeaf(() -> deeds.sendOn(call, IncomingWindow.this));
        }

        @Override
        public boolean hasVoicemail() {
            return deeds.hasVoicemail(call);
        }

        @Override
        public void toVoicemail() {
            unlessDeaf(() -> deeds.toVoicemail(call));
        }
    }
}
