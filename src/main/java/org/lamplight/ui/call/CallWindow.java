package org.lamplight.ui.call;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.swing.JFrame;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.call.Call;
import org.lamplight.call.CallEvent;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.CallsMirror;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.ScreenArea;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.WindowIcons;
import org.lamplight.ui.kit.WindowPlaces;

/**
 * The calls that go on, in a small window above the others. It comes with a call, without taking the keyboard, and goes
 * some seconds after the last one; closing it ends no call. EDT.
 */
public final class CallWindow extends JFrame {
    private static final long serialVersionUID = 1L;
    private static final String NAME = "call";
    private static final int MARGIN = 12;

    private final transient Mirrors mirrors;
    private final transient Texts texts;
    private final transient CallWords words;
    private final transient Together together;
    private final transient WindowPlaces places;
    private final transient Lately lately = new Lately(this::refresh);
    private final transient EachSecond seconds = new EachSecond(this::ticks, this::tick);
    private final transient Set<String> seen = new HashSet<>();
    private final CallStage calls;
    private Dimension fitted = new Dimension();
    private boolean placed;

    public CallWindow(Domain domain, Stage stage, Mirrors mirrors) {
        super(stage.texts(CallWindow.class).get("window.calls"));
        this.mirrors = mirrors;
        this.texts = stage.texts(CallWindow.class);
        this.words = new CallWords(texts, mirrors, domain.clock());
        this.together = new Together(mirrors);
        this.places = stage.places();
        CallDeeds deeds = new CallDeeds(domain, this::refused);
        calls = new CallStage(stage, mirrors, texts, words, deeds, this::fit);
        calls.setOpaque(false);
        setName(NAME);
        setIconImages(WindowIcons.images(false));
        setDefaultCloseOperation(HIDE_ON_CLOSE);
        setAutoRequestFocus(false);
        setAlwaysOnTop(true);
        setResizable(false);
        JPanel raised = new Raised(this::fit);
        raised.add(calls);
        setContentPane(raised);
        Keys.bindWithin(getRootPane(), "ctrl W", () -> setVisible(false));
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentMoved(ComponentEvent event) {
                keep();
            }
        });
        mirrors.calls().listen(new CallsMirror.Listener() {
            @Override
            public void changed() {
                refresh();
            }

            @Override
            public void told(CallEvent event) {
                calls.told(event);
            }
        });
    }

    /** Why a call could not be made, wherever it was asked for. */
    public void refused(String sentence) {
        Edt.requireEdt();
        calls.refused(sentence);
    }

    /** Brings it to the front with the keyboard, if there is a call. */
    public void present() {
        Edt.requireEdt();
        if (!shown().isEmpty()) {
            open();
            toFront();
            requestFocus();
            calls.first().requestFocusInWindow();
        }
    }

    private List<Call> shown() {
        return mirrors.calls().all().stream().filter(lately::shows).toList();
    }

    private void refresh() {
        List<Call> now = shown();
        boolean ours = now.stream().anyMatch(call -> !call.isIncomingRinging());
        // of a call that nobody here took there is nothing to be seen
        boolean worth = now.stream().anyMatch(call -> !call.isIncomingRinging() && !isMissed(call));
        if (!ours || !worth) {
            setVisible(false);
            return;
        }
        List<Call> listed = now.stream().filter(call -> !isMissed(call)).toList();
        calls.show(listed);
        Foremost.of(listed).ifPresent(first -> setTitle(title(first)));
        boolean fresh = listed.stream()
                .filter(call -> !call.isIncomingRinging())
                .map(call -> seen.add(call.id()))
                .reduce(false, Boolean::logicalOr);
        if (fresh) {
            open();
        }
        fit();
        seconds.wish();
    }

    private String title(Call first) {
        String key = first.conference() == null ? "window.title" : "window.conference";
        return texts.get(key, words.names(together.of(first)));
    }

    private static boolean isMissed(Call call) {
        return call.isOver() && call.direction() == Call.Direction.IN && call.answeredAt() == null;
    }

    private void open() {
        pack();
        if (!placed) {
            placed = true;
            Rectangle before = places.load(NAME);
            setLocation(before == null ? corner() : before.getLocation());
            setBounds(ScreenArea.fit(getBounds(), ScreenArea.first()));
        }
        setVisible(true);
        seconds.wish();
    }

    private Point corner() {
        Rectangle area = ScreenArea.first();
        return new Point(area.x + area.width - getWidth() - Look.px(MARGIN), area.y + Look.px(MARGIN));
    }

    /** As high as what is in it. */
    private void fit() {
        Dimension wanted = getContentPane().getPreferredSize();
        if (isVisible() && !wanted.equals(fitted)) {
            fitted = wanted;
            pack();
        }
    }

    private void keep() {
        if (isShowing() && placed) {
            places.save(NAME, getBounds());
        }
    }

    private boolean ticks() {
        return isShowing() && mirrors.calls().all().stream().anyMatch(call -> !call.isOver());
    }

    private void tick() {
        calls.tell();
    }

    private static final class Raised extends JPanel {
        private static final long serialVersionUID = 1L;

        private final transient Runnable laidOut;

        Raised(Runnable laidOut) {
            super(new MigLayout("insets 0", "[grow,fill]", "[grow,fill]"));
            this.laidOut = laidOut;
        }

        /** Words know their height only once they have a width. */
        @Override
        public void doLayout() {
            super.doLayout();
            Edt.later(laidOut);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            graphics.setColor(Look.color("Lamplight.raised"));
            graphics.fillRect(0, 0, getWidth(), getHeight());
        }
    }
}
