package org.lamplight.ui.call;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.ToolButton;

/** A call beside the one that is shown large: who, how it stands, and what is most likely wanted. EDT. */
final class CallRow extends JPanel {
    private static final long serialVersionUID = 1L;
    /** One cell for all, so that they end at the same edge in every row. */
    private static final String DEEDS = "cell 2 0 1 2, aligny center";

    private final transient CallWords words;
    private final JLabel state = Plain.label(" ");
    private final transient Call call;

    /**
     * Makes it.
     *
     * @param connects the call that it could be connected with; null: none
     * @param merges the call that it could be merged with, while another could be too; null: none
     */
    CallRow(
            Stage stage,
            Texts texts,
            CallWords words,
            CallDeeds deeds,
            Call call,
            @Nullable Call connects,
            @Nullable Call merges) {
        super(new MigLayout("insets 4 0 4 0, gap 4 0, hidemode 3", "[20!]12[grow,fill][]", "[20!][16!]"));
        this.words = words;
        this.call = call;
        String who = words.name(call);
        setOpaque(false);
        setName("call.row");
        add(new JLabel(icon(stage)), "cell 0 0 1 2, aligny center");
        JLabel name = Plain.label(who);
        name.putClientProperty(FlatClientProperties.STYLE, "font: $Lamplight.name.font");
        state.setName("call.row.state");
        state.putClientProperty(FlatClientProperties.STYLE, Look.SECOND);
        add(name, "cell 1 0, wmin 0");
        if (merges != null) {
            String word = texts.get("row.merge", words.name(merges));
            add(tool("row.merge", "people", word, () -> deeds.merge(List.of(merges, call))), DEEDS);
        }
        if (connects != null) {
            String word = texts.get("row.connect", words.name(connects));
            add(tool("row.connect", "transfer", word, () -> deeds.connect(connects, call)), DEEDS);
        }
        if (call.conference() != null && call.state() == CallState.CONNECTED) {
            String word = texts.get("row.hold", who);
            add(tool("row.hold", "hold", word, () -> deeds.hold(call, true)), DEEDS);
        }
        JButton main = main(texts, deeds);
        if (main != null) {
            main.getAccessibleContext().setAccessibleDescription(who);
            add(main, DEEDS + ", h 28!");
        }
        if (!call.isOver()) {
            String word = texts.get("row.hangUp", who);
            add(tool("row.hangUp", "hangup", word, () -> deeds.hangUp(call)), DEEDS);
        }
        add(state, "cell 1 1, wmin 0");
        tell();
    }

    private Icon icon(Stage stage) {
        if (call.conference() != null) {
            return ActionIcons.icon("people", 20, "Label.foreground");
        }
        Status status = call.isIncomingRinging() ? Status.RINGING : Status.ON_THE_PHONE;
        return stage.icons().icon(call.isOver() ? Status.OFFLINE : status, 20);
    }

    private @Nullable JButton main(Texts texts, CallDeeds deeds) {
        if (call.isOver()) {
            return small(
                    "row.again",
                    texts.get("call.again"),
                    () -> deeds.dial(call.remote().uri()));
        }
        if (call.isIncomingRinging()) {
            return small("row.answer", texts.get("incoming.answer"), () -> deeds.answer(call));
        }
        return call.state() == CallState.HELD
                ? small("row.resume", texts.get("call.resume"), () -> deeds.resume(call))
                : null;
    }

    private static JButton small(String name, String word, Runnable does) {
        JButton button = new JButton(word);
        button.setName(name);
        button.putClientProperty(FlatClientProperties.STYLE, "font: $medium.font; margin: 4,10,5,10; minimumWidth: 48");
        button.addActionListener(event -> does.run());
        return button;
    }

    /** What changes with the time. */
    void tell() {
        state.setText(words.timed(call));
        getAccessibleContext().setAccessibleName(words.name(call) + ", " + words.state(call));
    }

    private static ToolButton tool(String name, String icon, String word, Runnable does) {
        ToolButton button = ToolButton.small(icon, word, does);
        button.setName(name);
        return button;
    }
}
