package org.lamplight.ui.rooms;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.util.List;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import org.lamplight.core.PlainText;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Cell;
import org.lamplight.ui.kit.Look;

/** Paints one of the people whom a field offers: the name, and what tells it from others; both end where there is no room. EDT. */
final class OfferCell extends Cell implements ListCellRenderer<OfferCell.Offer> {
    private static final long serialVersionUID = 1L;
    private static final int ROW = 28;
    private static final int LEAST_WIDTH = 220;
    private static final int MOST_WIDTH = 360;
    private static final int PAD = 12;
    private static final int GAP = 8;

    private transient Offer offer = new Offer("", "");
    private boolean selected;

    /** One of them; nothing in it that others wrote is trusted. */
    record Offer(String name, String more) {
        Offer {
            name = PlainText.line(name);
            more = PlainText.line(more);
        }

        /** In words, for who hears it. */
        String spoken() {
            return more.isEmpty() ? name : name + ", " + more;
        }
    }

    /** A list that leaves the focus where it is. */
    static JList<Offer> list(String name) {
        JList<Offer> list = new JList<>();
        list.setName(name);
        list.setFocusable(false);
        list.setFixedCellHeight(Look.px(ROW));
        list.setCellRenderer(new OfferCell());
        return list;
    }

    /** Shows these in the list, the first one chosen, as wide as they need within bounds, and at least so wide within them. */
    static void show(JList<Offer> list, List<Offer> offers, int least) {
        int wanted = Math.max(
                least,
                offers.stream().mapToInt(offer -> width(list, offer)).max().orElse(0));
        list.setFixedCellWidth(Math.max(Look.px(LEAST_WIDTH), Math.min(wanted, Look.px(MOST_WIDTH))));
        list.setListData(offers.toArray(Offer[]::new));
        list.setSelectedIndex(0);
    }

    private static int width(JList<Offer> list, Offer offer) {
        int name = list.getFontMetrics(Look.body()).stringWidth(offer.name());
        int more = list.getFontMetrics(Look.second()).stringWidth(offer.more());
        return Look.px(2 * PAD) + name + (more == 0 ? 0 : Look.px(GAP) + more);
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Offer> list, Offer value, int index, boolean isSelected, boolean hasFocus) {
        offer = value;
        selected = isSelected;
        return this;
    }

    @Override
    protected String spoken() {
        return offer.spoken();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            String ground = selected ? "List.selectionBackground" : "PopupMenu.background";
            brush.fill(Look.color(ground), new Rectangle(getSize()));
            int left = Look.px(PAD);
            int free = getWidth() - 2 * left;
            int name = Math.min(free, brush.widthOf(offer.name(), Look.body()) + 1);
            brush.text(offer.name(), Look.body(), Look.text(), left, 0, getHeight(), name);
            int after = name + Look.px(GAP);
            if (free - after > Look.px(PAD)) {
                brush.text(offer.more(), Look.second(), Look.text2(), left + after, 0, getHeight(), free - after);
            }
        }
    }
}
