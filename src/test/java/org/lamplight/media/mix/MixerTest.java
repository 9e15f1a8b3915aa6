package org.lamplight.media.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.media.Sound;
import org.lamplight.media.device.SoundSystem;

/** Who hears whom, without any clock. */
class MixerTest {
    private static final int FRAME = SoundSystem.FRAME;
    private static final int FRAMES = 100;
    private static final int RATE = 48_000;

    private final Mixer mixer = new Mixer();
    private final Mixer.Party ada = mixer.join("one");
    private final Mixer.Party bob = mixer.join("one");
    private final Mixer.Party cleo = mixer.join("one");
    private final Mixer.Party stranger = mixer.join("other");

    /** All say a tone of their own for a second; what this one then heard. */
    private short[] heardBy(Mixer.Party ear, List<Mixer.Party> who, double... hertz) {
        short[] heard = new short[FRAMES * FRAME];
        for (int i = 0; i < FRAMES; i++) {
            for (int k = 0; k < who.size(); k++) {
                short[] tone = Sound.tone(hertz[k], RATE, (i + 1) * FRAME, 4_000);
                who.get(k).says(Arrays.copyOfRange(tone, i * FRAME, (i + 1) * FRAME));
            }
            mixer.mix();
            System.arraycopy(ear.hears(FRAME), 0, heard, i * FRAME, FRAME);
        }
        return heard;
    }

    private static double share(short[] sound, double hertz) {
        return Sound.purity(sound, 0, sound.length, hertz, RATE);
    }

    @Test
    void everyoneHearsTheOthersOfTheirConferenceAlone() {
        short[] heard = heardBy(bob, List.of(ada, bob, cleo, stranger), 400, 1_000, 2_000, 3_000);
        assertThat(share(heard, 400)).isBetween(0.49, 0.51);
        assertThat(share(heard, 2_000)).isBetween(0.49, 0.51);
        assertThat(share(heard, 1_000)).isLessThan(1e-6);
        assertThat(share(heard, 3_000)).isLessThan(1e-6);
    }

    @Test
    void whoSaysNothingIsSilentAndHearsAllTheSame() {
        assertThat(share(heardBy(cleo, List.of(ada), 400), 400)).isGreaterThan(0.99);
        mixer.mix();
        assertThat(cleo.hears(FRAME)).containsOnly(0);
    }

    @Test
    void whoLeftIsNotHeardAndHearsNobody() {
        bob.close();
        bob.close();
        assertThat(share(heardBy(cleo, List.of(ada, bob), 400, 1_000), 400)).isGreaterThan(0.99);
        assertThat(bob.hears(FRAME)).containsOnly(0);
        assertThat(heardBy(stranger, List.of(ada), 400)).containsOnly(0);
    }

    @Test
    void whatNobodyFetchesDoesNotPileUp() {
        heardBy(cleo, List.of(ada, bob), 400, 1_000);
        int left = 0;
        while (Arrays.stream(Sound.envelope(ada.hears(FRAME), RATE)).sum() > 0) {
            left++;
        }
        assertThat(left).as("frames of 10 ms").isBetween(1, 8);
    }

    @Test
    void aPieceOfAnotherLengthIsSilence() {
        ada.says(new short[] {9_000, 9_000});
        mixer.mix();
        assertThat(bob.hears(FRAME)).containsOnly(0);
    }
}
