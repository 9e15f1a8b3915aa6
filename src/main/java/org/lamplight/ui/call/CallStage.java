package org.lamplight.ui.call;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Ability;
import org.lamplight.call.Call;
import org.lamplight.call.CallEvent;
import org.lamplight.call.CallState;
import org.lamplight.core.Texts;
import org.lamplight.people.Address;
import org.lamplight.people.FirstName;
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
    private static final int AVATAR = 48;

    private final transient Stage stage;
    private final transient Mirrors mirrors;
    private final transient Together together;
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
    private final JButton merge;
    private transient List<Call> mergeable = List.of();
    private final JPanel others =
            new JPanel(new MigLayout("insets 0, gap 0, wrap 1, fillx, hidemode 3", "[grow,fill]"));
    private final List<CallRow> rows = new ArrayList<>();
    private transient List<String> shownOthers = List.of();
    private transient @Nullable Call call;

    CallStage(Stage stage, Mirrors mirrors, Texts texts, CallWords words, CallDeeds deeds, Runnable resized) {
        super(new MigLayout("insets 16, gap 0 4, wrap 1, hidemode 3", "[348!,fill]"));
        this.stage = stage;
        this.mirrors = mirrors;
        this.together = new Together(mirrors);
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
        merge = CallButtons.quiet("call.merge", texts.get("call.merge"), "people", this::merge);
        name();
        layOut();
    }

    private void name() {
        name.setName("call.name");
        name.putClientProperty(FlatClientProperties.STYLE_CLASS, "h2");
        time.setName("call.time");
        time.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        line.setName("call.line");
        line.putClientProperty(FlatClientProperties.STYLE, Look.SECOND);
        quality.setName("call.quality");
        quality.putClientProperty(FlatClientProperties.STYLE, Look.SECOND);
        quality.setIconTextGap(Look.px(8));
        secure.setName("call.secure");
        secure.putClientProperty(FlatClientProperties.STYLE, Look.SECOND);
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
        add(merge, "growx 0, alignx left, gaptop 8, h 28!");
        add(again, "growx 0, alignx left, gaptop 8");
        add(others, "wmin 0, gaptop 8");
    }

    /** Shows these; the first one large. Calls that nobody is at need not be in it. */
    void show(List<Call> calls) {
        Optional<Call> first = Foremost.of(calls);
        call = first.orElse(null);
        first.ifPresent(this::show);
        mergeable = first.map(now -> calls.stream()
                        .filter(other -> together.mayMerge(now, other))
                        .toList())
                .orElse(List.of());
        if (mergeable.isEmpty() && merge.isFocusOwner()) {
            controls.all().get(0).requestFocusInWindow();
        }
        merge.setVisible(!mergeable.isEmpty());
        merge.setToolTipText(texts.get("call.merge.say", words.names(mergeable)));
        showOthers(first.map(now -> beside(now, calls)).orElse(List.of()));
        tell();
    }

    /** Those that are not shown large; of a conference all, as its name says nobody's. */
    private List<Call> beside(Call now, List<Call> calls) {
        Stream<Call> members = calls.stream().filter(other -> Together.areTogether(now, other));
        Stream<Call> rest = calls.stream().filter(other -> !other.equals(now) && !Together.areTogether(now, other));
        return Stream.concat(members, rest).toList();
    }

    private void show(Call now) {
        controls.show(now);
        buttons.setVisible(!now.isOver());
        again.setVisible(now.isOver());
        notices.follow(now);
        line.setText(words.line(now));
        if (now.conference() == null) {
            showOne(now);
        } else {
            avatar.setIcon(new ConferenceMark(AVATAR));
            name.setText(texts.get("conference"));
            name.setToolTipText(words.names(together.of(now)));
        }
    }

    private void showOne(Call now) {
        String who = words.name(now);
        String im = words.person(now)
                .flatMap(person -> person.address(Address.Kind.IM))
                .orElse(now.remote().address());
        avatar.setIcon(new Avatar(who, im, AVATAR, stage.reading().portraits()));
        name.setText(who);
        name.setToolTipText(words.address(now));
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
            CallRow row = new CallRow(stage, texts, words, deeds, other, connectable(other), mergeable(other));
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
        return String.join(
                "\n",
                other.id(),
                other.state().word(),
                words.name(other),
                String.valueOf(other.conference()),
                id(connectable(other)),
                id(mergeable(other)));
    }

    private static String id(@Nullable Call known) {
        return known == null ? "" : known.id();
    }

    /** Where the one button for all would not do. */
    private @Nullable Call mergeable(Call other) {
        boolean several = mergeable.size() > 1
                && !mergeable.stream().allMatch(one -> Together.areTogether(one, mergeable.get(0)));
        return several && mergeable.contains(other) ? call : null;
    }

    /** Both must be answered, on a line that can connect them, and not leave a third alone. */
    private @Nullable Call connectable(Call other) {
        Call now = call;
        boolean both = now != null
                && !now.id().equals(other.id())
                && together.of(now).size() <= 2
                && now.state().isAnswered()
                && other.state().isAnswered()
                && now.line().equals(other.line());
        return both && mirrors.calls().can(other, Ability.ATTENDED_TRANSFER) ? now : null;
    }

    /** What changes with the time. */
    void tell() {
        Call now = call;
        if (now == null) {
            return;
        }
        boolean spoken = now.conference() != null && now.state() == CallState.CONNECTED;
        time.setText(spoken ? words.time(now) : words.timed(now));
        Call worst = worst(now);
        Quality sounds = Quality.of(worst.media(), texts);
        quality.setVisible(now.state().isAnswered() && !sounds.words().isEmpty());
        quality.setIcon(new QualityLamp(sounds.step()));
        quality.setText(words(worst, sounds));
        more.setVisible(quality.isVisible());
        plot.setVisible(wantsPlot && quality.isVisible());
        if (plot.isVisible()) {
            plot.show(mirrors.calls().trace(worst.id()));
        }
        quality.setToolTipText(words(worst, sounds));
        String sentence = words.secure(now);
        secure.setVisible(now.state().isAnswered() && !sentence.isEmpty());
        secure.setText(sentence);
        rows.forEach(CallRow::tell);
        getAccessibleContext()
                .setAccessibleName(texts.get("call.spoken", words.names(together.of(now)), words.state(now)));
    }

    /** Whose way is the worst of a conference; the call itself elsewhere. */
    private Call worst(Call now) {
        return together.of(now).stream()
                .filter(member -> member.state() == CallState.CONNECTED)
                .max(Comparator.comparing(
                        member -> Quality.of(member.media(), texts).step()))
                .orElse(now);
    }

    private String words(Call worst, Quality sounds) {
        return worst.conference() == null || sounds.step() == Quality.Step.GOOD
                ? sounds.words()
                : texts.get("two", FirstName.of(words.name(worst)), sounds.words());
    }

    private void toggle(Runnable resized) {
        wantsPlot = !wantsPlot;
        tell();
        resized.run();
    }

    /** With one microphone one speaks while muted in all of a conference, of which one call is enough. */
    void told(CallEvent event) {
        Call now = call;
        boolean again = event instanceof CallEvent.SpeaksMuted speaks
                && now != null
                && !speaks.call().id().equals(now.id())
                && Together.areTogether(now, speaks.call());
        if (!again) {
            notices.told(event);
        }
    }

    void refused(String sentence) {
        notices.refuse(sentence);
    }

    private void merge() {
        Call now = call;
        if (now != null) {
            deeds.merge(Stream.concat(Stream.of(now), mergeable.stream()).toList());
        }
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
