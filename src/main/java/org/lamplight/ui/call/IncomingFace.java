package org.lamplight.ui.call;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.call.Call;
import org.lamplight.core.Texts;
import org.lamplight.people.Address;
import org.lamplight.people.Person;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.Avatar;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Line;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.ToolButton;

/** Who calls, and what one can do about it. EDT. */
final class IncomingFace extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int AVATAR = 56;

    /** What its buttons do. */
    interface Deeds {
        void answer();

        void decline();

        void ignore();

        /** Does not take it, and opens the talk with this address. */
        void write(String address);

        void sendOn();

        /** Whether whoever calls can be sent to voicemail. */
        boolean hasVoicemail();

        void toVoicemail();
    }

    private final transient Stage stage;
    private final transient Texts texts;
    private final transient CallWords words;
    private final transient Deeds deeds;
    private final JLabel title = second("incoming.title");
    private final JLabel avatar = new JLabel();
    private final JLabel name = Plain.label(" ");
    private final JLabel address = second("incoming.address");
    private final JLabel status = second("incoming.status");
    private final JLabel way = second("incoming.way");
    private final JButton write;
    private final JButton voicemail;
    private String writesTo = "";

    IncomingFace(Stage stage, Texts texts, CallWords words, Deeds deeds) {
        super(new MigLayout(
                "insets 12 16 12 16, gap 8 8, wrap 1, hidemode 3", "[348!,fill]", "[28!][][40!]8[28::]4[1!]8[20!]"));
        this.stage = stage;
        this.texts = texts;
        this.words = words;
        this.deeds = deeds;
        setName("incoming.face");
        name.setName("incoming.name");
        name.putClientProperty(FlatClientProperties.STYLE_CLASS, "h2");
        write = CallButtons.quiet("incoming.write", texts.get("incoming.write"), "reply", () -> deeds.write(writesTo));
        voicemail = CallButtons.quiet(
                "incoming.voicemail", texts.get("incoming.voicemail"), "voicemail", deeds::toVoicemail);
        voicemail.setToolTipText(texts.get("incoming.voicemail.tip"));
        add(top());
        add(who());
        add(main());
        add(more());
        add(new Line());
        add(keys());
    }

    private static JLabel second(String name) {
        JLabel label = Plain.label(" ");
        label.setName(name);
        label.putClientProperty(FlatClientProperties.STYLE, Look.SECOND);
        return label;
    }

    private JPanel row(String layout, String columns) {
        JPanel row = new JPanel(new MigLayout(layout, columns));
        row.setOpaque(false);
        return row;
    }

    private JPanel top() {
        JPanel top = row("insets 0, gap 8", "[][grow,fill][]");
        title.setIcon(stage.icons().icon(Status.RINGING, 16));
        title.setIconTextGap(Look.px(6));
        ToolButton ignore = ToolButton.small("close", texts.get("incoming.ignore"), deeds::ignore);
        ignore.setName("incoming.ignore");
        top.add(title, "wmin 0, pushx");
        top.add(ignore, "skip 1");
        return top;
    }

    private JPanel who() {
        JPanel who = row("insets 0 0 4 0, gap 16 2, hidemode 3", "[56!][grow,fill]");
        who.add(avatar, "spany 4, aligny top");
        who.add(name, "wmin 0, h 28!, wrap");
        who.add(address, "wmin 0, h 20!, wrap");
        who.add(way, "wmin 0, h 20!, wrap");
        who.add(status, "wmin 0, h 20!");
        status.setIconTextGap(Look.px(6));
        return who;
    }

    private JPanel main() {
        JPanel main = row("insets 0, gap 8", "[grow,fill,sg][grow,fill,sg]");
        main.add(CallButtons.answer("incoming.answer", texts.get("incoming.answer"), deeds::answer), "h 40!");
        main.add(CallButtons.hangUp("incoming.decline", texts.get("incoming.decline"), deeds::decline), "h 40!");
        return main;
    }

    private JPanel more() {
        JPanel more = row("insets 0, gap 8 4, hidemode 3, wrap 2", "[]push[]");
        JButton send = CallButtons.quiet("incoming.send", texts.get("incoming.send"), "transfer", deeds::sendOn);
        more.add(write, "h 28!");
        more.add(send, "h 28!");
        more.add(voicemail, "h 28!");
        return more;
    }

    private JPanel keys() {
        JPanel keys = row("insets 0, gap 4", "[]push[]");
        keys.add(second("incoming.keys.answer", texts.get("incoming.keys.answer")));
        keys.add(second("incoming.keys.decline", texts.get("incoming.keys.decline")));
        return keys;
    }

    private static JLabel second(String name, String words) {
        JLabel label = second(name);
        label.setText(words);
        return label;
    }

    /** Shows this call; again whenever something about it or the caller is known better. */
    void show(Call call) {
        Person person = words.person(call).orElse(null);
        String who = words.name(call);
        String where = words.address(call);
        title.setText(texts.get("incoming.title", words.line(call)));
        name.setText(who);
        name.setToolTipText(who);
        address.setText(who.equals(where) ? texts.get("incoming.unknown") : where);
        String detour = words.way(call);
        way.setText(detour);
        way.setVisible(!detour.isEmpty());
        String im = person == null ? "" : person.address(Address.Kind.IM).orElse("");
        avatar.setIcon(new Avatar(
                who,
                im.isEmpty() ? call.remote().address() : im,
                AVATAR,
                stage.reading().portraits()));
        status.setVisible(person != null);
        if (person != null) {
            status.setIcon(stage.icons().icon(person.presence().status(), 16));
            status.setText(stage.words().of(person));
        }
        writesTo = im;
        voicemail.setVisible(deeds.hasVoicemail());
        write.setEnabled(!im.isEmpty());
        write.setToolTipText(im.isEmpty() ? texts.get("incoming.write.nobody") : null);
        getAccessibleContext().setAccessibleName(spoken(call));
    }

    /** All of it in one sentence, for who hears it. */
    String spoken(Call call) {
        String detour = words.way(call);
        return texts.get("incoming.spoken", words.name(call), words.address(call), words.line(call))
                + (detour.isEmpty() ? "" : " " + detour);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            Rectangle all = new Rectangle(getSize());
            brush.fill(Look.color("PopupMenu.borderColor"), all);
            all.grow(-1, -1);
            brush.fill(Look.color("Lamplight.raised"), all);
        }
    }
}
