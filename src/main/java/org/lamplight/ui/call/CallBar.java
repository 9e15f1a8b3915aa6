package org.lamplight.ui.call;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Call;
import org.lamplight.call.CallEvent;
import org.lamplight.call.CallState;
import org.lamplight.core.Texts;
import org.lamplight.people.Person;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.CallsMirror;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Stage;

/** The call with whom one also writes, on top of where one writes; nothing while there is none. EDT. */
public final class CallBar extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int WORDS_FROM = 680;

    private final transient Stage stage;
    private final transient Mirrors mirrors;
    private final transient Texts texts;
    private final transient CallWords words;
    private final transient CallDeeds deeds;
    private final transient Lately lately = new Lately(this::refresh);
    private final transient EachSecond seconds = new EachSecond(this::ticks, this::tell);
    private final transient CallControls controls;
    private final CallNotices notices;
    private final JPanel bar = new Ground();
    private final JLabel time = Plain.label(" ");
    private final JLabel about = Plain.label(" ");
    private final JButton answer;
    private final JButton again;
    private String peer = "";
    private transient @Nullable Call call;

    public CallBar(Domain domain, Stage stage, Mirrors mirrors) {
        super(new MigLayout("insets 0, gap 0 8, wrap 1, fillx, hidemode 3", "[grow,fill]"));
        this.stage = stage;
        this.mirrors = mirrors;
        this.texts = stage.texts(CallBar.class);
        this.words = new CallWords(texts, mirrors, domain.clock());
        this.deeds = new CallDeeds(domain, this::refused);
        this.notices = new CallNotices(texts, words, deeds, this::revalidate);
        this.controls = new CallControls(stage, mirrors, texts, words, deeds, false, this);
        answer = CallButtons.answer("call.answer", texts.get("incoming.answer"), () -> {
            if (call != null) {
                deeds.answer(call);
            }
        });
        again = CallButtons.quiet("call.again", texts.get("call.again"), "call", this::redial);
        setName("call.bar");
        setOpaque(false);
        setVisible(false);
        layOut();
        mirrors.calls().listen(new CallsMirror.Listener() {
            @Override
            public void changed() {
                refresh();
            }

            @Override
            public void told(CallEvent event) {
                heard(event);
            }
        });
    }

    private void layOut() {
        time.setName("call.time");
        time.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        time.setIconTextGap(Look.px(8));
        about.setName("call.about");
        about.putClientProperty(FlatClientProperties.STYLE, Look.SECOND);
        about.setIconTextGap(Look.px(6));
        bar.add(time, "wmin pref");
        bar.add(about, "wmin 0, growx, pushx, gapleft 12");
        controls.all().forEach(control -> bar.add(control, "h 32!"));
        bar.add(again, "h 32!");
        bar.add(answer, "h 32!");
        bar.add(controls.hangUp(), "h 32!");
        add(notices, "growx, wmin 0");
        add(bar, "h 48!, wmin 0");
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                compact();
            }
        });
    }

    private void compact() {
        boolean narrow = getWidth() < Look.px(WORDS_FROM);
        controls.all().forEach(control -> control.compact(narrow));
        // beside all these words there would be no room for how it sounds
        controls.record().compact(true);
    }

    /** Stands for the call with whoever has this address, from now on. */
    public void show(String address) {
        peer = address;
        notices.clear();
        refresh();
    }

    private boolean isHere(Call any) {
        Person person = mirrors.people().withAddress(peer).orElse(null);
        return person == null ? any.remote().address().equalsIgnoreCase(peer) : CallTarget.isWith(any, person);
    }

    private void refresh() {
        List<Call> here = mirrors.calls().all().stream()
                .filter(this::isHere)
                .filter(lately::shows)
                .toList();
        call = Foremost.of(here)
                .filter(first -> !first.isOver())
                .or(() -> here.stream().filter(Call::isIncomingRinging).findFirst())
                .or(() -> Foremost.of(here))
                .orElse(null);
        setVisible(call != null);
        if (call != null) {
            show(call);
        }
        seconds.wish();
        revalidate();
        repaint();
    }

    private void show(Call now) {
        boolean going = !now.isOver() && !now.isIncomingRinging();
        controls.show(now);
        controls.all().forEach(control -> control.setVisible(going));
        controls.hangUp().setVisible(!now.isOver());
        answer.setVisible(now.isIncomingRinging());
        again.setVisible(now.isOver());
        notices.follow(now);
        tell();
        compact();
    }

    /** What changes with the time. */
    private void tell() {
        Call now = call;
        if (now == null) {
            return;
        }
        time.setIcon(stage.icons().icon(now.isOver() ? Status.OFFLINE : icon(now), 20));
        time.setText(words.timed(now));
        String secure = words.secure(now);
        Quality quality = Quality.of(now.media(), texts);
        boolean sounds = now.state().isAnswered() && !quality.words().isEmpty();
        about.setIcon(sounds ? new QualityLamp(quality.step()) : null);
        about.setText(sounds ? quality.words() : words.line(now));
        about.setToolTipText(secure.isEmpty() ? words.line(now) : words.line(now) + ". " + secure);
        bar.getAccessibleContext().setAccessibleName(texts.get("call.spoken", words.name(now), words.state(now)));
    }

    private static Status icon(Call now) {
        return now.isIncomingRinging() || now.state() == CallState.RINGING ? Status.RINGING : Status.ON_THE_PHONE;
    }

    private boolean ticks() {
        return isShowing() && call != null && !call.isOver();
    }

    @Override
    public void addNotify() {
        super.addNotify();
        seconds.wish();
    }

    private void redial() {
        Call over = call;
        if (over != null) {
            lately.forget(over);
            deeds.dial(over.remote().uri());
            refresh();
        }
    }

    private void heard(CallEvent event) {
        Call now = call;
        if (now != null && about(event).filter(now.id()::equals).isPresent()) {
            notices.told(event);
        }
    }

    /** The id of the call that something was said about. */
    private static Optional<String> about(CallEvent event) {
        if (event instanceof CallEvent.SpeaksMuted speaks) {
            return Optional.of(speaks.call().id());
        }
        if (event instanceof CallEvent.AnsweredItself answered) {
            return Optional.of(answered.call().id());
        }
        return event instanceof CallEvent.CallNotice notice
                ? Optional.of(notice.call().id())
                : Optional.empty();
    }

    private void refused(String sentence) {
        notices.refuse(sentence);
    }

    /** Tinted and round, as all that belongs to a call. */
    private static final class Ground extends JPanel {
        private static final long serialVersionUID = 1L;
        private static final int RADIUS = 8;

        Ground() {
            super(new MigLayout("insets 8 12 8 8, gap 4, fillx, hidemode 3, aligny center"));
            setOpaque(false);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            try (Brush brush = new Brush(graphics)) {
                Rectangle all = new Rectangle(getSize());
                brush.fillRound(Look.hairline(), all, Look.px(RADIUS));
                all.grow(-1, -1);
                brush.fillRound(Look.color("Lamplight.tint"), all, Look.px(RADIUS) - 1);
            }
        }
    }
}
