package org.lamplight.ui.gateways;

import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Texts;
import org.lamplight.gateway.Gateway;
import org.lamplight.gateway.Gateway.Offer;
import org.lamplight.gateway.Gateway.State;
import org.lamplight.gateway.Gateways;
import org.lamplight.gateway.GatewaysChanged;
import org.lamplight.gateway.Network;
import org.lamplight.people.Rosters;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.EmptyState;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Line;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.Strip;
import org.lamplight.ui.kit.WindowFrame;

/** The gateways to other networks, how each does, and what can be done with the one that is chosen. EDT. */
public final class GatewaysWindow extends WindowFrame {
    private static final long serialVersionUID = 1L;
    private static final Dimension FIRST = new Dimension(600, 400);
    private static final Dimension LEAST = new Dimension(400, 260);

    private final transient Texts texts;
    private final transient GatewayDeeds deeds;
    private final DefaultListModel<Gateway> rows = new DefaultListModel<>();
    private final JList<Gateway> list = new JList<>(rows);
    private final CardLayout cards = new CardLayout();
    private final JPanel middle = new JPanel(cards);
    private final Strip strip = new Strip(Strip.Tone.AMBER, "");
    private final EmptyState empty;
    private final JButton main;
    private final JButton commands;
    private final JButton network;
    private final JButton more;

    public GatewaysWindow(Stage stage, CoreThread core, Events events, Gateways gateways, Rosters rosters) {
        super("gateways", stage.texts(GatewaysWindow.class).get("gateways.title"), FIRST, LEAST, stage.places());
        texts = stage.texts(GatewaysWindow.class);
        deeds = new GatewayDeeds(this, core, gateways, rosters, texts, this::say);
        empty = new EmptyState("link", texts.get("gateways.empty"), texts.get("gateways.empty.say"));
        main = button("main", texts.get("do.READY"), deeds::main);
        commands = button("commands", texts.get("gateways.commands"), deeds::command);
        network = button("network", texts.get("gateways.network"), deeds::network);
        more = button("more", texts.get("gateways.more"), this::showMore);
        layOut();
        events.listen(GatewaysChanged.class, changed -> Edt.later(() -> show(changed.gateways())));
        core.execute(() -> {
            List<Gateway> all = gateways.all();
            Edt.later(() -> show(all));
        });
    }

    private JButton button(String name, String text, Consumer<Gateway> does) {
        JButton button = new JButton(text);
        button.setName("gateways." + name);
        button.addActionListener(event -> chosen(does, any -> true));
        return button;
    }

    private void chosen(Consumer<Gateway> does, Predicate<Gateway> where) {
        Gateway chosen = list.getSelectedValue();
        if (chosen != null && where.test(chosen)) {
            does.accept(chosen);
        }
    }

    private static boolean isRemovable(Gateway of) {
        return of.registered() || of.added();
    }

    /** What is seldom wanted, and ending it, is one step further away. */
    private void showMore(Gateway of) {
        JPopupMenu menu = new JPopupMenu();
        menu.setName("gateways.menu");
        if (of.offers(Offer.ADDRESSES) && of.registered()) {
            item(menu, "person", () -> deeds.person(of));
        }
        if (of.registered()) {
            item(menu, "change", () -> deeds.register(of));
        }
        item(menu, "remove", () -> deeds.remove(of));
        menu.show(more, 0, -menu.getPreferredSize().height - Look.px(4));
    }

    private void item(JPopupMenu menu, String name, Runnable does) {
        JMenuItem item = new JMenuItem(texts.get("gateways." + name));
        item.setName("gateways." + name);
        item.addActionListener(event -> does.run());
        menu.add(item);
    }

    private void layOut() {
        list.setName("gateways.list");
        list.getAccessibleContext().setAccessibleName(texts.get("gateways.list"));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFixedCellHeight(Look.px(GatewayCell.HEIGHT));
        list.setCellRenderer(new GatewayCell(texts));
        list.addListSelectionListener(event -> offer(list.getSelectedValue()));
        Keys.bind(list, "ENTER", () -> (main.isVisible() ? main : commands).doClick());
        Keys.bind(list, "DELETE", () -> chosen(deeds::remove, GatewaysWindow::isRemovable));
        hideBy("ESCAPE");
        middle.add(new Scroller(list), "list");
        middle.add(empty, "empty");
        JPanel all =
                new JPanel(new MigLayout("insets 0, gap 0, wrap 1, hidemode 3", "[grow,fill]", "[grow,fill][][][]"));
        all.add(middle, "wmin 0, hmin 0");
        all.add(strip, "wmin 0");
        all.add(new Line(), "h 1!");
        all.add(buttons(), "wmin 0");
        strip.setVisible(false);
        setContentPane(all);
    }

    /** What concerns the list stands left, what concerns the chosen one right of it, the main one last. */
    private JPanel buttons() {
        JPanel bar = new JPanel(new MigLayout("insets 12 24 16 24, gap 8, hidemode 3, fillx"));
        JButton add = new JButton(texts.get("gateways.add"));
        add.setName("gateways.add");
        add.addActionListener(event -> deeds.add());
        bar.add(add, "pushx");
        for (JButton button : List.of(more, network, commands, main)) {
            bar.add(button);
        }
        return bar;
    }

    private void show(List<Gateway> now) {
        Gateway before = list.getSelectedValue();
        rows.clear();
        rows.addAll(now);
        int again = before == null ? 0 : indexOf(now, before);
        list.setSelectedIndex(now.isEmpty() ? -1 : Math.max(0, again));
        offer(list.getSelectedValue());
        cards.show(middle, now.isEmpty() ? "empty" : "list");
    }

    private static int indexOf(List<Gateway> all, Gateway wanted) {
        Predicate<Gateway> same =
                one -> one.address().equals(wanted.address()) && one.account().equals(wanted.account());
        return all.stream().filter(same).findFirst().map(all::indexOf).orElse(-1);
    }

    /** Buttons for what the chosen one has, and none for what it has not. */
    private void offer(@Nullable Gateway of) {
        main.setVisible(of != null && of.state() != State.READY);
        commands.setVisible(of != null && of.offers(Offer.COMMANDS));
        network.setVisible(of != null
                && of.network() == Network.IRC
                && of.offers(Offer.ROOMS)
                && !of.address().contains("@"));
        more.setVisible(of != null && isRemovable(of));
        if (of != null) {
            main.setText(texts.get("do." + of.state()));
        }
        getRootPane().setDefaultButton(main.isVisible() ? main : commands.isVisible() ? commands : null);
    }

    private void say(String sentence) {
        strip.setVisible(!sentence.isEmpty());
        strip.say(sentence);
    }

    @Override
    protected Component firstFocus() {
        return list;
    }
}
