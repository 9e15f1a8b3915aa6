package org.lamplight.ui.search;

import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JToolTip;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Beside;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.EmptyState;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Line;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Openings;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Question;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.SearchField;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.WindowFrame;

/** Searches all that was ever written; Enter goes to the message in its talk. EDT. */
public final class MessageSearchWindow extends WindowFrame {
    private static final long serialVersionUID = 1L;
    private static final Dimension FIRST = new Dimension(480, 600);
    private static final Dimension LEAST = new Dimension(320, 320);
    private static final int REST_MS = 150;
    private static final int PAGE = 100;

    private final transient Domain domain;
    private final transient Texts texts;
    private final transient Openings openings;
    private final transient Beside beside = new Beside("message-search");
    private final SearchField field;
    private final JCheckBox grouped;
    private final DefaultListModel<Hit> model = new DefaultListModel<>();
    private final JList<Hit> list = new Hits(model);
    private final HitCell cell;
    private final JButton more;
    private final CardLayout cards = new CardLayout();
    private final JPanel body = new JPanel(cards);
    private transient Edt.@Nullable Pending rest;
    private transient List<Message> messages = List.of();
    private String wanted = "";
    private int most = PAGE;
    private int asked;

    public MessageSearchWindow(Domain domain, Stage stage, Mirrors mirrors, Openings openings) {
        super("search", "Lamplight", FIRST, LEAST, stage.places());
        this.domain = domain;
        this.texts = stage.texts(MessageSearchWindow.class);
        this.openings = openings;
        setTitle(texts.get("search.title"));
        field = new SearchField(texts.get("search.hint"), this::changed);
        field.setName("search.field");
        grouped = new JCheckBox(texts.get("search.grouped"));
        grouped.setName("search.grouped");
        grouped.addActionListener(event -> arrange());
        cell = new HitCell(stage, mirrors.people(), texts);
        list.setName("search.hits");
        list.getAccessibleContext().setAccessibleName(texts.get("search.hits"));
        list.setCellRenderer(cell);
        list.setFixedCellWidth(1);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        more = new JButton(texts.get("search.more"));
        more.setName("search.more");
        more.addActionListener(event -> moreOfIt());
        layOut();
        bind();
    }

    private void layOut() {
        JPanel all = new JPanel(
                new MigLayout("insets 0, gap 0, wrap 1, hidemode 3", "[grow,fill]", "[][][1!][grow,fill][]"));
        all.add(field, "h 32!, gap 12 12 12 8, wmin 0");
        all.add(grouped, "gap 12 12 0 8, wmin 0");
        all.add(new Line());
        body.add(new Scroller(list), "hits");
        body.add(new EmptyState("search", texts.get("search.empty"), texts.get("search.empty.say")), "empty");
        body.add(new EmptyState("search", texts.get("search.none"), texts.get("search.none.say")), "none");
        all.add(body, "hmin 0, wmin 0");
        more.setVisible(false);
        all.add(more, "growx 0, alignx center, gap 12 12 8 8");
        setContentPane(all);
        show("empty");
    }

    private void show(String card) {
        cards.show(body, card);
    }

    private void bind() {
        field.onEnter(this::open);
        field.onDown(this::toList);
        Keys.bind(list, "ENTER", this::open);
        Keys.bindWithin(getRootPane(), "ctrl F", field::requestFocusInWindow);
        hideBy("ctrl W", "ESCAPE");
        field.getInputMap().remove(javax.swing.KeyStroke.getKeyStroke("ESCAPE"));
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent event) {
                int row = list.locationToIndex(event.getPoint());
                if (SwingUtilities.isLeftMouseButton(event) && row >= 0) {
                    list.setSelectedIndex(row);
                    open();
                }
            }
        });
    }

    /** Opens by Ctrl+Shift+F in this window. */
    public void serve(JFrame window) {
        Keys.bindWithin(window.getRootPane(), "ctrl shift F", () -> search(""));
    }

    /** Shows it, looking for these words; nothing: for what was last sought. */
    public void search(String words) {
        present();
        if (!words.isEmpty()) {
            field.setText(words);
        }
        field.selectAll();
    }

    @Override
    protected Component firstFocus() {
        return field;
    }

    private void toList() {
        if (!model.isEmpty()) {
            list.requestFocusInWindow();
            selectFirst();
        }
    }

    /** A group is not a place to go to. */
    private void selectFirst() {
        if (list.isSelectionEmpty() && !model.isEmpty()) {
            list.setSelectedIndex(model.get(0) instanceof Hit.Group ? 1 : 0);
        }
    }

    private void open() {
        selectFirst();
        if (list.getSelectedValue() instanceof Hit.Found found) {
            openings.message(found.message());
        }
    }

    // ---- asking

    private void changed(String words) {
        wanted = words;
        most = PAGE;
        asked++;
        if (rest != null) {
            rest.cancel();
        }
        if (words.isEmpty()) {
            messages = List.of();
            arranged(List.of());
        } else {
            rest = Edt.after(REST_MS, this::ask);
        }
    }

    private void moreOfIt() {
        most *= 4;
        ask();
    }

    private void ask() {
        int question = ++asked;
        Question.ask(
                domain.core(),
                () -> domain.chats().search(wanted, most),
                found -> answered(question, found),
                sentence -> more.setVisible(false));
    }

    private void answered(int question, List<Message> found) {
        if (question == asked) {
            messages = found;
            arrange();
        }
    }

    /** Cuts snippets out of what may be long texts, beside the EDT. */
    private void arrange() {
        int question = asked;
        String words = wanted;
        boolean byTalk = grouped.isSelected();
        List<Message> found = messages;
        beside.start(
                () -> Hit.rows(found, words, byTalk),
                rows -> {
                    if (question == asked) {
                        arranged(rows);
                    }
                },
                bug -> arranged(List.of()));
    }

    private void arranged(List<Hit> rows) {
        cell.wanted(wanted);
        model.clear();
        model.addAll(rows);
        more.setVisible(!rows.isEmpty() && messages.size() >= most);
        show(wanted.isEmpty() ? "empty" : rows.isEmpty() ? "none" : "hits");
    }

    /** Words of others, as they are. */
    private static final class Hits extends JList<Hit> {
        private static final long serialVersionUID = 1L;

        Hits(DefaultListModel<Hit> model) {
            super(model);
        }

        @Override
        public JToolTip createToolTip() {
            return Plain.toolTip(this);
        }
    }
}
