package org.lamplight.ui.gateways;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.gateway.Gateway;
import org.lamplight.gateway.Network;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Cell;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.NetworkMark;

/** Paints a gateway: its name and network, how it does and its address. */
final class GatewayCell extends Cell implements ListCellRenderer<Gateway> {
    static final int HEIGHT = 44;
    private static final long serialVersionUID = 1L;
    private static final int MARGIN = 24;

    private final transient Texts texts;
    private transient @Nullable Gateway gateway;
    private boolean selected;
    private boolean focused;

    GatewayCell(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Gateway> list, Gateway value, int index, boolean isSelected, boolean hasFocus) {
        gateway = value;
        selected = isSelected;
        focused = hasFocus && list.isFocusOwner();
        return this;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(0, Look.px(HEIGHT));
    }

    @Override
    protected String spoken() {
        return gateway == null ? "" : texts.get("spoken", gateway.name(), network(gateway), state(gateway));
    }

    private String network(Gateway of) {
        return of.network() == Network.UNKNOWN
                ? texts.get("network.other")
                : of.network().label();
    }

    private String state(Gateway of) {
        String state = texts.get("state." + of.state());
        return of.note() == null ? state : texts.get("state.note", state, of.note());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            Rectangle all = new Rectangle(getSize());
            brush.fill(selected ? Look.color("List.selectionBackground") : Look.content(), all);
            if (gateway != null) {
                paint(brush, gateway);
            }
            if (focused) {
                brush.focus(all, 0);
            }
        }
    }

    private void paint(Brush brush, Gateway of) {
        int left = Look.px(MARGIN);
        int right = getWidth() - Look.px(MARGIN);
        int mark = NetworkMark.paintBefore(brush, network(of), right, Look.px(4), Look.px(20));
        int width = right - left;
        brush.text(of.name(), Look.name(), Look.text(), left, Look.px(4), Look.px(20), width - mark - Look.px(8));
        String second = of.address().equals(of.name()) ? state(of) : texts.get("state.note", state(of), of.address());
        brush.text(second, Look.second(), Look.text2(), left, Look.px(23), Look.px(16), width);
    }
}
