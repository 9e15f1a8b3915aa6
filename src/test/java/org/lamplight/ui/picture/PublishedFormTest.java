package org.lamplight.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.people.OwnPicture;
import org.lamplight.people.PictureForm;

class PublishedFormTest {
    private final PictureForm form = new PublishedForm();

    @ParameterizedTest
    @CsvSource({"4000, 3000, 256", "256, 256, 256", "100, 200, 100", "1, 1, 1"})
    void aPictureBecomesASmallSquarePng(int width, int height, int side) throws Exception {
        OwnPicture made = form.make(Drawn.written(Drawn.quarters(width, height), "jpeg"));
        assertThat(made.side()).isEqualTo(side);
        assertThat(made.png()).hasSizeLessThanOrEqualTo(OwnPicture.MOST_BYTES);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(made.png()));
        assertThat(image.getWidth()).isEqualTo(side);
        assertThat(image.getHeight()).isEqualTo(side);
    }

    /** Nothing can be packed worse than noise. */
    @Test
    void whatWouldBeTooLargeIsMadeSmaller() throws Exception {
        OwnPicture made = form.make(Drawn.written(Drawn.noise(512, 1), "png"));
        assertThat(made.png()).hasSizeLessThanOrEqualTo(OwnPicture.MOST_BYTES);
        assertThat(made.side()).isBetween(96, 192);
    }

    @Test
    void whatCantBeUsedIsSaid() {
        assertThatThrownBy(() -> form.make(new byte[] {1, 2, 3}))
                .isInstanceOf(PictureForm.Unusable.class)
                .hasMessageContaining("can not be read");
    }
}
