package org.lamplight.ui.kit;

import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import javax.swing.Icon;

/**
 * The picture that somebody chose, cut round; without one, initials on one of five tints, chosen by the address: the same
 * person has the same tint everywhere. EDT.
 */
public final class Avatar implements Icon {
    private static final int TINTS = 5;

    private final String initials;
    private final String address;
    private final int tint;
    private final int size;
    private final Portraits portraits;
    private boolean ringed;

    /** The size is in the units of the design. */
    public Avatar(String name, String address, int size, Portraits portraits) {
        this.address = address;
        this.portraits = portraits;
        this.initials = initials(name.isBlank() ? address : name);
        this.tint = tint(address);
        this.size = size;
    }

    /** Addresses of one domain differ in few letters, which are spread over all tints. */
    private static int tint(String address) {
        int hash = address.toLowerCase(Locale.ROOT).hashCode() * 0x9E3779B9;
        return Math.floorMod(hash >>> 16, TINTS);
    }

    /** With a thin ring, for a ground that is not far from its own. */
    public Avatar ringed(boolean now) {
        ringed = now;
        return this;
    }

    /** First letters of the first and the last word. */
    static String initials(String name) {
        String[] words = name.strip().split("[\\s._@-]+");
        String first = letter(words[0]);
        boolean one = words.length == 1 || name.contains("@");
        return (one ? first : first + letter(words[words.length - 1])).toUpperCase(Locale.ROOT);
    }

    private static String letter(String word) {
        return word.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("");
    }

    @Override
    public int getIconWidth() {
        return Look.px(size);
    }

    @Override
    public int getIconHeight() {
        return Look.px(size);
    }

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Graphics2D copy = (Graphics2D) graphics.create();
        copy.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        copy.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        copy.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        int side = getIconWidth();
        copy.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        Ellipse2D circle = new Ellipse2D.Float(x, y, side, side);
        int pixels = (int) Math.round(side * copy.getTransform().getScaleX());
        Image portrait = portraits.of(address, pixels);
        if (portrait instanceof BufferedImage picture) {
            // on a ground of its own, for a picture may be transparent
            copy.setColor(Look.content());
            copy.fill(circle);
            copy.setPaint(new TexturePaint(picture, circle.getBounds2D()));
            copy.fill(circle);
        } else {
            paintInitials(copy, circle, side);
        }
        if (ringed) {
            copy.setColor(Look.text2());
            copy.setStroke(new BasicStroke(1));
            copy.draw(new Ellipse2D.Float(x + 0.5f, y + 0.5f, side - 1f, side - 1f));
        }
        copy.dispose();
    }

    private void paintInitials(Graphics2D copy, Ellipse2D circle, int side) {
        copy.setColor(Look.color("Lamplight.avatar." + tint + ".background"));
        copy.fill(circle);
        Font font = Look.strong().deriveFont(side * 0.375f);
        FontMetrics metrics = copy.getFontMetrics(font);
        copy.setFont(font);
        copy.setColor(Look.color("Lamplight.avatar." + tint + ".foreground"));
        double width = metrics.getStringBounds(initials, copy).getWidth();
        double capitals = font.createGlyphVector(copy.getFontRenderContext(), "H")
                .getVisualBounds()
                .getHeight();
        copy.drawString(initials, (float) (circle.getX() + (side - width) / 2), (float)
                (circle.getY() + (side + capitals) / 2));
    }
}
