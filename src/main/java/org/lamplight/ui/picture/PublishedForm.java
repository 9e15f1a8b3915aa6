package org.lamplight.ui.picture;

import java.awt.image.BufferedImage;
import org.lamplight.core.Texts;
import org.lamplight.people.OwnPicture;
import org.lamplight.people.PictureForm;

/** Makes a small PNG of whatever picture one chose, which every client can show (XEP-0084, section 3). Not on the EDT. */
public final class PublishedForm implements PictureForm {
    private static final int[] SIDES = {256, 192, 128, 96};

    private final Texts texts = Texts.of(PublishedForm.class);

    @Override
    public OwnPicture make(byte[] file) throws Unusable {
        BufferedImage picture = read(file);
        for (int side : SIDES) {
            BufferedImage square = Square.shrunk(picture, side);
            byte[] png = Square.png(square);
            if (png.length <= OwnPicture.MOST_BYTES) {
                return new OwnPicture(png, square.getWidth());
            }
        }
        throw new IllegalStateException("the smallest always fits");
    }

    private BufferedImage read(byte[] file) throws Unusable {
        try {
            return PictureReader.square(file, SIDES[0], PictureReader.MOST_OWN_PIXELS);
        } catch (Unreadable no) {
            throw new Unusable(texts.get(no.isLarge() ? "picture.large" : "picture.unreadable"));
        }
    }
}
