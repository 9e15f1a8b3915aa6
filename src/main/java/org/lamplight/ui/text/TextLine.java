package org.lamplight.ui.text;

import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * One line as it is shown.
 *
 * @param layout null for an empty one
 * @param start the index of its first letter in the whole text
 * @param end the index after its last one
 * @param x where its letters begin, from the left of the text
 * @param y its top, from the top of the text
 * @param baseline from its top
 */
record TextLine(@Nullable TextLayout layout, int start, int end, float x, int y, float baseline, Block block) {

    /** The place between letters that is nearest to x. */
    int offsetAt(double at, int height) {
        if (layout == null) {
            return start;
        }
        float middle = height / 2f - baseline;
        return start + layout.hitTestChar((float) at - x, middle).getInsertionIndex();
    }

    /** What these letters cover, in a line of this height; null if none of them stands here. */
    @Nullable
    Shape area(int from, int to, int height) {
        int first = Math.max(from, start);
        int last = Math.min(to, end);
        if (layout == null || first >= last) {
            return null;
        }
        Rectangle2D bounds = new Rectangle2D.Float(0, -baseline, layout.getAdvance(), height);
        Shape letters = layout.getLogicalHighlightShape(first - start, last - start, bounds);
        return AffineTransform.getTranslateInstance(x, y + baseline).createTransformedShape(letters);
    }
}
