package org.lamplight.ui.gateways;

import org.lamplight.core.Texts;
import org.lamplight.gateway.Gateway;
import org.lamplight.gateway.Network;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.NetworkMark;
import org.lamplight.ui.kit.RowCell;

/** Paints a gateway: its name and network, how it does and its address. */
final class GatewayCell extends RowCell<Gateway> {
    static final int HEIGHT = 44;
    private static final long serialVersionUID = 1L;
    private static final int MARGIN = 24;

    private final transient Texts texts;

    GatewayCell(Texts texts) {
        super(HEIGHT);
        this.texts = texts;
    }

    @Override
    protected String spoken(Gateway of) {
        return texts.get("spoken", of.name(), network(of), state(of));
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
    protected void paint(Brush brush, Gateway of) {
        int left = Look.px(MARGIN);
        int right = getWidth() - Look.px(MARGIN);
        int mark = NetworkMark.paintBefore(brush, network(of), right, Look.px(4), Look.px(20));
        int width = right - left;
        brush.text(of.name(), Look.name(), Look.text(), left, Look.px(4), Look.px(20), width - mark - Look.px(8));
        String second = of.address().equals(of.name()) ? state(of) : texts.get("state.note", state(of), of.address());
        brush.text(second, Look.second(), Look.text2(), left, Look.px(23), Look.px(16), width);
    }
}
