package org.lamplight.ui.call;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.CardLayout;
import java.awt.Graphics;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Ability;
import org.lamplight.call.Call;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.EmptyState;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Line;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.OnEdit;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.Stage;

/** The calls of the hub: whom to call, by name, number or keys; and the calls of before. EDT. */
public final class CallsPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String RECENT = "recent";
    private static final String FOUND = "found";
    private static final String EMPTY = "empty";

    private final transient Mirrors mirrors;
    private final transient Texts texts;
    private final transient CallDeeds deeds;
    private final transient RecentCalls recent = new RecentCalls();
    private final JTextField field = new JTextField();
    private final JButton call = new JButton();
    private final CalleeList found;
    private final JButton voicemail;
    private final DefaultListModel<Call> model = new DefaultListModel<>();
    private final JList<Call> list = new JList<>(model);
    private final CardLayout cards = new CardLayout();
    private final JPanel lists = new JPanel(cards);

    public CallsPane(Domain domain, Stage stage, Mirrors mirrors, CallDeeds deeds) {
        super(new MigLayout("insets 0, gap 0, wrap 1, fill, hidemode 3", "[grow,fill]", "[][1!][grow,fill][1!][][]"));
        this.mirrors = mirrors;
        this.deeds = deeds;
        this.texts = stage.texts(CallsPane.class);
        setOpaque(false);
        field.setName("dial.field");
        field.getAccessibleContext().setAccessibleName(texts.get("callee.field"));
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("callee.field"));
        field.putClientProperty(FlatClientProperties.TEXT_FIELD_SHOW_CLEAR_BUTTON, true);
        field.addActionListener(event -> dial());
        found = new CalleeList(stage, mirrors, texts, field, this::showLists);
        found.onClick(this::dial);
        list.setCellRenderer(new RecentCell(stage, texts, new CallWords(texts, mirrors, domain.clock())));
        voicemail = CallButtons.quiet("dial.voicemail", texts.get("dial.voicemail"), "voicemail", deeds::dialVoicemail);
        call.setName("dial.call");
        call.setText(texts.get("dial.call"));
        call.setIcon(ActionIcons.icon("call", 16));
        call.addActionListener(event -> dial());
        prepareList();
        layOut();
        field.getDocument().addDocumentListener(new OnEdit(this::enableCall));
        Keys.bind(field, "ESCAPE", () -> field.setText(""));
        mirrors.calls().onChange(this::refresh);
        refresh();
        domain.core()
                .execute(() -> domain.phone()
                        .log()
                        .newest(RecentCalls.MOST, false)
                        .thenAccept(logged -> Edt.later(() -> takeLogged(logged))));
    }

    private void takeLogged(List<Call> logged) {
        recent.takeLogged(logged);
        showRecent();
        refresh();
    }

    private void prepareList() {
        list.setName("recent");
        list.getAccessibleContext().setAccessibleName(texts.get("recent.list"));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFixedCellHeight(Look.px(RecentCell.ROW));
        list.setFixedCellWidth(1);
        Keys.bind(list, "ENTER", this::again);
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2) {
                    again();
                }
            }
        });
    }

    private void layOut() {
        JPanel top = new JPanel(new MigLayout("insets 12, gap 8", "[grow,fill][]"));
        top.setOpaque(false);
        top.add(field, "wmin 0, h 32!");
        top.add(call, "h 32!");
        lists.setOpaque(false);
        lists.add(plain(list), RECENT);
        lists.add(plain(found), FOUND);
        lists.add(new EmptyState("call", texts.get("recent.empty"), texts.get("recent.empty.say")), EMPTY);
        DialPad pad = new DialPad(texts, this::type);
        add(top, "wmin 0");
        add(new Line());
        add(lists, "hmin 0, wmin 0");
        add(new Line());
        add(pad, "gap 12 12 12 12, wmin 0");
        add(voicemail, "gap 12 12 0 12, h 28!, growx 0, alignx center");
    }

    private static Scroller plain(JComponent list) {
        Scroller scroller = new Scroller(list);
        scroller.getViewport().setOpaque(false);
        return scroller;
    }

    /** Where the keys go when the section is opened. */
    public JComponent first() {
        return field;
    }

    /** Has this number ready to be called; it takes one more key to do so. */
    public void prepare(String number) {
        field.setText(number);
        field.requestFocusInWindow();
    }

    private void type(char key) {
        field.replaceSelection(String.valueOf(key));
        field.requestFocusInWindow();
    }

    private void dial() {
        String target = found.target();
        if (!target.isEmpty() && mirrors.calls().canCall()) {
            deeds.dial(target);
            field.setText("");
        }
    }

    private void again() {
        @Nullable Call chosen = list.getSelectedValue();
        if (chosen != null) {
            deeds.dial(chosen.remote().uri());
        }
    }

    private void enableCall() {
        boolean can = mirrors.calls().canCall();
        call.setEnabled(can && !field.getText().isBlank());
        call.setToolTipText(can ? null : texts.get("dial.noLine"));
    }

    private void refresh() {
        voicemail.setVisible(mirrors.calls()
                .outgoing()
                .filter(line -> line.can(Ability.VOICEMAIL))
                .isPresent());
        voicemail.setEnabled(mirrors.calls().canCall());
        if (recent.take(mirrors.calls().all())) {
            showRecent();
        }
        enableCall();
        showLists();
    }

    private void showRecent() {
        Call chosen = list.getSelectedValue();
        model.clear();
        model.addAll(recent.newestFirst());
        recent.newestFirst().stream()
                .filter(now -> chosen != null && now.id().equals(chosen.id()))
                .findFirst()
                .ifPresent(now -> list.setSelectedValue(now, false));
    }

    private void showLists() {
        boolean searches = !field.getText().isBlank() && !found.isEmpty();
        cards.show(lists, searches ? FOUND : model.isEmpty() ? EMPTY : RECENT);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(Look.content());
        graphics.fillRect(0, 0, getWidth(), getHeight());
    }
}
