package org.lamplight.media.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.media.Sound;

class MixMinusTest {
    private static final int RATE = 48_000;

    @Test
    void everyoneHearsTheOthersAndNotThemselves() {
        short[] low = Sound.tone(400, RATE, RATE, 8_000);
        short[] middle = Sound.tone(1_000, RATE, RATE, 8_000);
        short[] high = Sound.tone(2_500, RATE, RATE, 8_000);
        List<short[]> heard = MixMinus.mix(List.of(low, middle, high));
        assertThat(Sound.purity(heard.get(0), 0, RATE, 400, RATE)).isLessThan(1e-6);
        assertThat(Sound.purity(heard.get(0), 0, RATE, 1_000, RATE)).isBetween(0.49, 0.51);
        assertThat(Sound.purity(heard.get(1), 0, RATE, 1_000, RATE)).isLessThan(1e-6);
        assertThat(Sound.purity(heard.get(2), 0, RATE, 400, RATE)).isBetween(0.49, 0.51);
    }

    @Test
    void ofTwoEachHearsTheOtherUnchanged() {
        short[] one = Sound.speech(RATE, 0.2, 1);
        short[] other = Sound.speech(RATE, 0.2, 2);
        List<short[]> heard = MixMinus.mix(List.of(one, other));
        assertThat(heard.get(0)).isEqualTo(other);
        assertThat(heard.get(1)).isEqualTo(one);
    }

    @Test
    void loudVoicesAreBentAndNeverWrap() {
        short before = Short.MIN_VALUE;
        for (int sum = -400_000; sum <= 400_000; sum += 7) {
            short value = MixMinus.limited(sum);
            assertThat(value).isGreaterThanOrEqualTo(before);
            before = value;
        }
        assertThat(MixMinus.limited(MixMinus.KNEE)).isEqualTo((short) MixMinus.KNEE);
        assertThat(MixMinus.limited(-33_000)).isEqualTo((short) -MixMinus.limited(33_000));
        assertThat(MixMinus.limited(8 * 32_767)).isBetween((short) 32_700, Short.MAX_VALUE);
    }

    @Test
    void piecesOfDifferentLengthAreAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> MixMinus.mix(List.of(new short[480], new short[481])));
        assertThat(MixMinus.all(List.of())).isEmpty();
    }
}
