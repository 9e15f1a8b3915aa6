package org.lamplight.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamplight.media.Sound;

class G711Test {
    /** Ends, middles and the two zeros of the decision tables 1 and 2 of the Recommendation, in 16 bits. */
    @ParameterizedTest
    @CsvSource({
        "A_LAW, D5, 8",
        "A_LAW, 55, -8",
        "A_LAW, AA, 32256",
        "A_LAW, 2A, -32256",
        "A_LAW, D4, 24",
        "A_LAW, C5, 264",
        "A_LAW, F5, 528",
        "A_LAW, 80, 5504",
        "A_LAW, 00, -5504",
        "MU_LAW, FF, 0",
        "MU_LAW, 7F, 0",
        "MU_LAW, 80, 32124",
        "MU_LAW, 00, -32124",
        "MU_LAW, FE, 8",
        "MU_LAW, 7E, -8",
        "MU_LAW, F0, 120",
        "MU_LAW, EF, 132",
        "MU_LAW, 90, 15996"
    })
    void expandsAsTheTablesSay(G711 law, String code, int value) {
        assertThat(law.expand((byte) Integer.parseInt(code, 16))).isEqualTo((short) value);
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeComesBack(G711 law) {
        for (int code = 0; code < 256; code++) {
            short value = law.expand((byte) code);
            int again = law.compress(value) & 0xFF;
            assertThat(again).isEqualTo(law == G711.MU_LAW && code == 0x7F ? 0xFF : code);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySampleKeepsItsPlaceAndMostOfItsValue(G711 law) {
        int before = Integer.MIN_VALUE;
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            int value = law.expand(law.compress((short) sample));
            assertThat(value).isGreaterThanOrEqualTo(before);
            assertThat(Math.abs(value - sample))
                    .as("sample %d", sample)
                    .isLessThanOrEqualTo(Math.abs(sample) / 30 + 16);
            before = value;
        }
    }

    /** Decision values where a segment ends (table 2a: 4063 and 2015 of 8192; table 1a: 2048 and 1024 of 4096). */
    @ParameterizedTest
    @CsvSource({
        "MU_LAW, 16252, 8F",
        "MU_LAW, 16251, 90",
        "MU_LAW, 8060, 9F",
        "MU_LAW, 8059, A0",
        "A_LAW, 16384, A5",
        "A_LAW, 16383, BA",
        "A_LAW, 0, D5",
        "A_LAW, -1, 55",
        "MU_LAW, 0, FF",
        "MU_LAW, 32767, 80",
        "A_LAW, 32767, AA"
    })
    void decidesAsTheTablesSay(G711 law, short sample, String code) {
        assertThat(law.compress(sample)).isEqualTo((byte) Integer.parseInt(code, 16));
    }

    @Test
    void speechStaysSpeech() {
        short[] speech = Sound.speech(8_000, 4, 1);
        for (G711 law : G711.values()) {
            short[] heard = law.decoder().decode(law.encoder().encode(speech));
            assertThat(Sound.correlation(speech, heard, 0, 0, speech.length)).isGreaterThan(0.999);
        }
    }
}
