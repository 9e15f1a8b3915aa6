package org.lamplight.ui.kit;

import java.awt.BasicStroke;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;
import org.lamplight.gateway.Network;
import org.lamplight.people.Address;
import org.lamplight.people.Person;

/** The mark of somebody who is reached through a gateway: the network's name in a small frame. EDT. */
public final class NetworkMark {
    private static final int PADDING = 4;
    private static final int SIDE = 16;

    private NetworkMark() {}

    /** The name of the network by which this person is reached first; empty where that is none but our own. */
    public static Optional<String> of(Person person) {
        return person.addresses().stream()
                .filter(address -> address.kind() == Address.Kind.IM)
                .limit(1)
                .filter(address -> address.label() != null)
                .map(address -> Network.of(String.valueOf(address.label())))
                .filter(network -> network != Network.UNKNOWN)
                .map(Network::label)
                .findFirst();
    }

    /** Paints the word so that its frame ends at right, in a line of this height from y. Returns the width taken. */
    public static int paintBefore(Brush brush, String word, int right, int y, int height) {
        int width = brush.widthOf(word, Look.caption()) + 2 * Look.px(PADDING);
        int side = Look.px(SIDE);
        float top = y + (height - side) / 2f;
        float arc = Look.px(SIDE / 2);
        brush.graphics().setColor(Look.text2());
        brush.graphics().setStroke(new BasicStroke(Look.px(1)));
        brush.graphics()
                .draw(new RoundRectangle2D.Float(right - width + 0.5f, top + 0.5f, width - 1, side - 1, arc, arc));
        brush.text(word, Look.caption(), Look.text2(), right - width + Look.px(PADDING), Math.round(top), side, width);
        return width;
    }
}
