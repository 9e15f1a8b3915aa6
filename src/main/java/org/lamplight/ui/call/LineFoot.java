package org.lamplight.ui.call;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Graphics;
import java.util.List;
import javax.swing.ButtonGroup;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import net.miginfocom.swing.MigLayout;
import org.lamplight.call.LineState;
import org.lamplight.call.LineStatus;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Stage;

/** Says which line calls go out on, and has another used; nothing where there is no line. EDT. */
public final class LineFoot extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Domain domain;
    private final transient Mirrors mirrors;
    private final transient Texts texts;
    private final transient CallWords words;
    private final transient ForwardDialog dialog;
    private final LineButton line = new LineButton();

    public LineFoot(Domain domain, Stage stage, Mirrors mirrors) {
        super(new MigLayout("insets 0 4 0 12, gap 8, fillx", "[]push", "[36!]"));
        this.domain = domain;
        this.mirrors = mirrors;
        this.texts = stage.texts(LineFoot.class);
        this.words = new CallWords(texts, mirrors, domain.clock());
        this.dialog = new ForwardDialog(domain, stage, mirrors);
        setOpaque(false);
        setVisible(false);
        line.setName("line");
        line.setIconTextGap(Look.px(8));
        line.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_BORDERLESS);
        line.addActionListener(event -> choose());
        add(line, "h 28!, wmin 0");
        mirrors.calls().onChange(this::refresh);
        refresh();
    }

    private void refresh() {
        mirrors.calls().outgoing().ifPresent(this::show);
        line.several(mirrors.calls().lines().size() > 1);
        setVisible(mirrors.calls().outgoing().isPresent());
    }

    private void show(LineStatus out) {
        boolean works = out.state() == LineState.REGISTERED;
        String text = said(out);
        line.setText(text);
        line.setIcon(ActionIcons.icon(
                works ? icon(out) : "warning", 16, works ? "Label.foreground" : "Lamplight.maybe.text"));
        line.setToolTipText(out.reason() == null ? texts.get("line.tip") : PlainText.line(out.reason()));
        line.getAccessibleContext().setAccessibleName(texts.get("line.spoken", text));
    }

    private String said(LineStatus of) {
        return of.state() == LineState.REGISTERED
                ? words.line(of)
                : texts.get(
                        "two", words.line(of), texts.get("line." + of.state().word()));
    }

    private static String icon(LineStatus of) {
        return switch (of.kind()) {
            case SOFTPHONE -> "call";
            case DESK_PHONE -> "deskphone";
        };
    }

    /** With an arrow where there is a choice. */
    private static final class LineButton extends JButton {
        private static final long serialVersionUID = 1L;

        private final transient Icon arrow = ActionIcons.icon("down", 16);
        private boolean several;

        LineButton() {
            Plain.plain(this);
            several(false);
        }

        void several(boolean now) {
            several = now;
            putClientProperty(FlatClientProperties.STYLE, "font: $medium.font; margin: 4,8,5," + (now ? "28" : "8"));
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            super.paintComponent(graphics);
            if (several) {
                int x = getWidth() - arrow.getIconWidth() - Look.px(6);
                arrow.paintIcon(this, graphics, x, (getHeight() - arrow.getIconHeight()) / 2);
            }
        }
    }

    private void choose() {
        JPopupMenu menu = new JPopupMenu();
        menu.setName("line.menu");
        ButtonGroup group = new ButtonGroup();
        List<LineStatus> lines = mirrors.calls().lines();
        for (LineStatus one : lines) {
            JRadioButtonMenuItem item = Plain.plain(new JRadioButtonMenuItem());
            item.setText(said(one));
            item.setName("line." + one.id());
            item.setSelected(one.preferred());
            item.addActionListener(event -> domain.phone().useLine().accept(one.id()));
            group.add(item);
            menu.add(item);
        }
        menu.addSeparator();
        JMenuItem forward = new JMenuItem(texts.get("forward.open"));
        forward.setName("line.forward");
        forward.addActionListener(event -> dialog.ask(this));
        menu.add(forward);
        menu.show(line, 0, -menu.getPreferredSize().height);
    }
}
