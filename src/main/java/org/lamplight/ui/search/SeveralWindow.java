package org.lamplight.ui.search;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Talk;
import org.lamplight.core.Texts;
import org.lamplight.people.Address;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.OnEdit;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Question;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.SearchField;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.Strip;
import org.lamplight.ui.kit.WindowFrame;

/** Writes the same to several people, to each in their own talk: nobody sees who else got it. EDT. */
public final class SeveralWindow extends WindowFrame {
    private static final long serialVersionUID = 1L;
    private static final Dimension FIRST = new Dimension(420, 520);
    private static final Dimension LEAST = new Dimension(320, 400);
    private static final int MOST = 50;

    private final transient Domain domain;
    private final transient Texts texts;
    private final transient Mirrors mirrors;
    private final Chips chosen;
    private final SearchField field;
    private final DefaultListModel<Destination> model = new DefaultListModel<>();
    private final JList<Destination> list = new JList<>(model);
    private final DestinationCell cell;
    private final JTextArea text = new JTextArea(4, 20);
    private final JButton send;
    private final JPanel notice = new JPanel(new MigLayout("insets 0, fillx", "[grow,fill]"));
    private transient @Nullable Destinations all;

    public SeveralWindow(Domain domain, Stage stage, Mirrors mirrors) {
        super("several", "Lamplight", FIRST, LEAST, stage.places());
        this.domain = domain;
        this.texts = stage.texts(SeveralWindow.class);
        this.mirrors = mirrors;
        setTitle(texts.get("several.title"));
        chosen = new Chips(texts, this::changed);
        field = new SearchField(texts.get("several.hint"), this::show);
        field.setName("several.field");
        cell = new DestinationCell(stage, mirrors, texts);
        list.setName("several.list");
        list.getAccessibleContext().setAccessibleName(texts.get("several.list"));
        list.setCellRenderer(cell);
        list.setFixedCellHeight(Look.px(DestinationCell.ROW));
        list.setFixedCellWidth(1);
        list.setVisibleRowCount(4);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        text.setName("several.text");
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.getAccessibleContext().setAccessibleName(texts.get("several.text"));
        text.getDocument().addDocumentListener(new OnEdit(this::changed));
        send = new JButton(texts.get("several.send"));
        send.setName("several.send");
        send.addActionListener(event -> send());
        layOut();
        bind();
        changed();
    }

    private void layOut() {
        JPanel form = new JPanel(
                new MigLayout("insets 12, gap 0 8, wrap 1, hidemode 3", "[grow,fill]", "[][][grow,fill][][fill][][]"));
        form.add(chosen, "wmin 0");
        form.add(field, "h 32!, wmin 0");
        form.add(new Scroller(list), "hmin 80, wmin 0");
        JLabel label = Plain.label(texts.get("several.text"));
        label.setLabelFor(text);
        form.add(label);
        JScrollPane written = new JScrollPane(text);
        written.putClientProperty(FlatClientProperties.STYLE, "arc: 12");
        text.putClientProperty(FlatClientProperties.STYLE, "margin: 4,8,4,8");
        form.add(written, "hmin 80, wmin 0");
        notice.setOpaque(false);
        form.add(notice, "wmin 0");
        form.add(send, "growx 0, alignx right");
        setContentPane(form);
        getRootPane().setDefaultButton(send);
    }

    private void bind() {
        field.onEnter(this::choose);
        field.onDown(() -> move(1));
        Keys.bind(field, "UP", () -> move(-1));
        field.getInputMap().remove(KeyStroke.getKeyStroke("ESCAPE"));
        field.addKeyListener(new java.awt.event.KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent event) {
                if (event.getKeyCode() == KeyEvent.VK_BACK_SPACE
                        && field.getText().isEmpty()) {
                    chosen.removeLast();
                }
            }
        });
        field.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, Set.of());
        Keys.bind(field, "TAB", () -> {
            settle();
            field.transferFocus();
        });
        Keys.bind(list, "ENTER", this::choose);
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent event) {
                list.setSelectedIndex(list.locationToIndex(event.getPoint()));
                choose();
            }
        });
        // Tab goes on to the next control, as in every form
        Keys.bind(text, "TAB", text::transferFocus);
        Keys.bind(text, "shift TAB", text::transferFocusBackward);
        Keys.bind(text, "ctrl ENTER", this::send);
        hideBy("ESCAPE", "ctrl W");
    }

    /** Shows it with the people as they are now; what was begun is still there. */
    public void open() {
        List<Talk> talks =
                mirrors.talks().all().stream().filter(talk -> !talk.room()).toList();
        all = Destinations.of(mirrors.people().all(), talks, mirrors::name);
        show(field.getText());
        present();
    }

    @Override
    protected Component firstFocus() {
        return field;
    }

    // ---- who

    private void show(String typed) {
        cell.wanted(typed);
        List<String> there = chosen.addresses();
        model.clear();
        if (all != null) {
            all.find(typed, MOST).stream()
                    .filter(to -> !there.contains(to.address()))
                    .forEach(model::addElement);
        }
        if (model.isEmpty()) {
            Address.bareIm(typed)
                    .filter(address -> !there.contains(address))
                    .ifPresent(address -> model.addElement(new Destination(address, address, 0, null)));
        }
        select(0);
    }

    private void move(int by) {
        select(Math.max(0, Math.min(model.size() - 1, list.getSelectedIndex() + by)));
    }

    private void select(int row) {
        if (row < model.size()) {
            list.setSelectedIndex(row);
            list.ensureIndexIsVisible(row);
            field.getAccessibleContext()
                    .setAccessibleDescription(list.getAccessibleContext()
                            .getAccessibleChild(row)
                            .getAccessibleContext()
                            .getAccessibleName());
        }
    }

    private void choose() {
        Destination to = list.getSelectedValue();
        if (to != null) {
            chosen.add(to);
            field.setText("");
            show("");
            field.requestFocusInWindow();
        }
    }

    /** Takes what was typed where it can mean but one; else it is left as it stands. */
    private void settle() {
        String typed = field.getText().strip();
        if (!typed.isEmpty()) {
            meant(typed).ifPresent(to -> {
                chosen.add(to);
                field.setText("");
                show("");
            });
        }
    }

    private Optional<Destination> meant(String typed) {
        List<Destination> offered = Collections.list(model.elements());
        Optional<String> address = typed.contains("@") ? Address.bareIm(typed) : Optional.empty();
        if (address.isPresent()) {
            String whole = address.get();
            return Optional.of(offered.stream()
                    .filter(to -> to.address().equalsIgnoreCase(whole))
                    .findFirst()
                    .orElseGet(() -> new Destination(whole, whole, 0, null)));
        }
        List<Destination> named =
                offered.stream().filter(to -> to.name().equalsIgnoreCase(typed)).toList();
        List<Destination> fitting = named.isEmpty() ? offered : named;
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    // ---- what

    private void changed() {
        int count = chosen.addresses().size();
        send.setText(texts.get("several.send", count));
        send.setEnabled(count > 0 && !text.getText().isBlank());
        if (model.size() + count > 0) {
            show(field.getText().strip());
        }
    }

    /** To each by itself; whoever could not be written to stays chosen. */
    private void send() {
        if (!send.isEnabled()) {
            return;
        }
        send.setEnabled(false);
        String words = text.getText().strip();
        List<String> waiting = chosen.addresses();
        Map<String, String> answers = new LinkedHashMap<>();
        for (String address : waiting) {
            Question.ask(
                    domain.core(),
                    () -> domain.chats().send(address, words),
                    sent -> answered(address, "", answers, waiting.size()),
                    sentence -> answered(address, sentence, answers, waiting.size()));
        }
    }

    private void answered(String address, String refusal, Map<String, String> answers, int asked) {
        answers.put(address, refusal);
        if (answers.size() < asked) {
            return;
        }
        answers.forEach((to, sentence) -> {
            if (sentence.isEmpty()) {
                chosen.remove(to);
            }
        });
        notice.removeAll();
        answers.values().stream()
                .filter(sentence -> !sentence.isEmpty())
                .findFirst()
                .ifPresent(this::refuse);
        if (chosen.addresses().isEmpty()) {
            text.setText("");
            setVisible(false);
        }
        changed();
        revalidate();
    }

    private void refuse(String sentence) {
        Strip strip = new Strip(Strip.Tone.RED, texts.get("several.refused", sentence));
        strip.setName("refusal");
        notice.add(strip);
    }
}
