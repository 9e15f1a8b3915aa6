package org.lamplight.ui.call;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Ability;
import org.lamplight.call.Call;
import org.lamplight.call.CallEvent;
import org.lamplight.core.Texts;
import org.lamplight.people.Address;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Avatar;
import org.lamplight.ui.kit.Line;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.ToolButton;

/** One call large, with all that one can do with it, and the others as rows below. EDT. */
final class CallStage extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String SECOND = "font: $medium.font; foreground: $Lamplight.text2";
    private static final int AVATAR = 48;

    private final transient Stage stage;
    private final transient Mirrors mirrors;
    private final transient Texts texts;
    private final transient CallWords words;
    private final transient CallDeeds deeds;
    private final transient CallControls controls;
    private final CallNotices notices;
    private final JLabel avatar = new JLabel();
    private final JLabel name = Plain.label(" ");
    private final JLabel time = Plain.label(" ");
    private final JLabel line = Plain.label(" ");
    private final JLabel quality = Plain.label(" ");
    private final ToolButton more;
    private final QualityPlot plot;
    private boolean wantsPlot;
    private final JLabel secure = Plain.label(" ");
    private final JPanel buttons = new JPanel(new MigLayout("insets 8 0 0 0, gap 0, fillx, hidemode 3", ""));
    private final JButton again;
    private final JPanel others =
            new JPanel(new MigLayout("insets 0, gap 0, wrap 1, fillx, hidemode 3", "[grow,fill]"));
    private final List<CallRow> rows = new ArrayList<>();
    private transient List<String> shownOthers = List.of();
    private transient @Nullable Call call;

    CallStage(Stage stage, Mirrors mirrors, Texts texts, CallWords words, CallDeeds deeds, Runnable resized) {
        super(new MigLayout("insets 16, gap 0 4, wrap 1, hidemode 3", "[348!,fill]"));
        this.stage = stage;
        this.mirrors = mirrors;
        this.texts = texts;
        this.words = words;
        this.deeds = deeds;
        this.notices = new CallNotices(texts, words, deeds, resized);
        this.controls = new CallControls(stage, mirrors, texts, words, deeds, true, this);
        more = ToolButton.small("info", texts.get("quality.more"), () -> toggle(resized));
        more.setName("call.quality.more");
        plot = new QualityPlot(texts);
        plot.setVisible(false);
        again = new JButton(texts.get("call.again"), ActionIcons.icon("call", 16));
        again.setName("call.again");
        again.addActionListener(event -> redial());
        name();
        layOut();
    }

    private void name() {
        name.setName("call.name");
        name.putClientProperty(FlatClientProperties.STYLE_CLASS, "h2");
        time.setName("call.time");
        time.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        line.setName("call.line");
        line.putClientProperty(FlatClientProperties.STYLE, SECOND);
        quality.setName("call.quality");
        quality.putClientProperty(FlatClientProperties.STYLE, SECOND);
        quality.setIconTextGap(Look.px(8));
        secure.setName("call.secure");
        secure.putClientProperty(FlatClientProperties.STYLE, SECOND);
        secure.setIconTextGap(Look.px(8));
        secure.setIcon(ActionIcons.icon("lock", 16));
    }

    private void layOut() {
        JPanel head = new JPanel(new MigLayout("insets 0, gap 16 0", "[48!][grow,fill][]", "[28!][20!]"));
        head.setOpaque(false);
        head.add(avatar, "spany 2, aligny top");
        head.add(name, "wmin 0, spanx 2, wrap");
        head.add(time, "wmin 0");
        head.add(line, "wmin 0");
        buttons.setOpaque(false);
        controls.all().forEach(control -> buttons.add(control, "sg control, growx, pushx"));
        buttons.add(controls.hangUp(), "sg control, growx, pushx");
        others.setOpaque(false);
        add(head);
        JPanel sound = new JPanel(new MigLayout("insets 0, gap 4 0, hidemode 3", "[grow,fill][]"));
        sound.setOpaque(false);
        sound.add(quality, "wmin 0, h 20!");
        sound.add(more, "h 24!");
        add(sound, "wmin 0, gaptop 4, h 24!");
        add(plot, "wmin 0, gaptop 4");
        add(secure, "wmin 0, h 20!");
        add(notices, "wmin 0, gaptop 8");
        add(buttons, "wmin 0");
        add(again, "growx 0, alignx left, gaptop 8");
        add(others, "wmin 0, gaptop 8");
    }

    /** Shows these; the first one large. Calls that nobody is at need not be in it. */
    void show(List<Call> calls) {
        Optional<Call> first = Foremost.of(calls);
        call = first.orElse(null);
        first.ifPresent(this::show);
        List<Call> rest = calls.stream()
                .filter(other -> first.filter(other::equals).isEmpty())
                .toList();
        showOthers(rest);
        tell();
    }

    private void show(Call now) {
        controls.show(now);
        buttons.setVisible(!now.isOver());
        again.setVisible(now.isOver());
        notices.follow(now);
        String who = words.name(now);
        String im = words.person(now)
                .flatMap(person -> person.address(Address.Kind.IM))
                .orElse(now.remote().address());
        avatar.setIcon(new Avatar(who, im, AVATAR, stage.reading().portraits()));
        name.setText(who);
        name.setToolTipText(words.address(now));
        line.setText(words.line(now));
    }

    /** Rows that stay the same keep the focus of whoever is in them. */
    private void showOthers(List<Call> rest) {
        List<String> wanted = rest.stream().map(this::key).toList();
        if (wanted.equals(shownOthers)) {
            return;
        }
        shownOthers = wanted;
        others.removeAll();
        rows.clear();
        for (Call other : rest) {
            CallRow row = new CallRow(stage, texts, words, deeds, other, connectable(other));
            rows.add(row);
            others.add(new Line(), "h 1!");
            others.add(row, "wmin 0");
        }
        others.setVisible(!rest.isEmpty());
        others.revalidate();
        others.repaint();
    }

    /** All that a row shows and does, but for the time. */
    private String key(Call other) {
        Call with = connectable(other);
        return String.join("\n", other.id(), other.state().word(), words.name(other), with == null ? "" : with.id());
    }

    /** Both must be answered, and on a line that can connect them. */
    private @Nullable Call connectable(Call other) {
        Call now = call;
        boolean both = now != null
                && now.state().isAnswered()
                && other.state().isAnswered()
                && now.line().equals(other.line());
        boolean can = both
                && mirrors.calls()
                        .line(other.line())
                        .filter(carrier -> carrier.abilities().contains(Ability.ATTENDED_TRANSFER))
                        .isPresent();
        return can ? now : null;
    }

    /** What changes with the time. */
    void tell() {
        Call now = call;
        if (now == null) {
            return;
        }
        time.setText(words.timed(now));
        Quality sounds = Quality.of(now.media(), texts);
        quality.setVisible(now.state().isAnswered() && !sounds.words().isEmpty());
        quality.setIcon(new QualityLamp(sounds.step()));
        quality.setText(sounds.words());
        more.setVisible(quality.isVisible());
        plot.setVisible(wantsPlot && quality.isVisible());
        if (plot.isVisible()) {
            plot.show(mirrors.calls().trace(now.id()));
        }
        quality.setToolTipText(sounds.words());
        String sentence = words.secure(now.media());
        secure.setVisible(now.state().isAnswered() && !sentence.isEmpty());
        secure.setText(sentence);
        rows.forEach(CallRow::tell);
        getAccessibleContext().setAccessibleName(texts.get("call.spoken", words.name(now), words.state(now)));
    }

    private void toggle(Runnable resized) {
        wantsPlot = !wantsPlot;
        tell();
        resized.run();
    }

    void told(CallEvent event) {
        notices.told(event);
    }

    void refused(String sentence) {
        notices.refuse(sentence);
    }

    private void redial() {
        Call over = call;
        if (over != null) {
            deeds.dial(over.remote().uri());
        }
    }

    /** The button that one most likely wants. */
    JButton first() {
        return buttons.isVisible() ? controls.all().get(0) : again;
    }
}
