package org.lamplight.desktop.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.call.Shortcut;
import org.lamplight.call.Shortcut.Modifier;

/** What a keyboard of X means by its keys. */
class XKeyboardTest {
    private static final int FIRST = 8;

    private final List<int[]> symbols = new ArrayList<>(Collections.nCopies(120, new int[2]));
    private final List<int[]> holders = new ArrayList<>(Collections.nCopies(8, new int[] {0, 0}));

    private XKeyboard keyboard() {
        return new XKeyboard(FIRST, symbols, holders);
    }

    private void key(int code, int... means) {
        symbols.set(code - FIRST, means);
    }

    private static Shortcut shortcut(String text) {
        return Shortcut.parse(text).orElseThrow();
    }

    @Test
    void lettersAreFoundInEachGroup() {
        key(38, 0x6C6, 0x6E6, 'a', 'A');
        assertThat(keyboard().codes(shortcut("ctrl A"))).containsExactly(38);
        assertThat(keyboard().codes(shortcut("ctrl B"))).isEmpty();
    }

    @Test
    void modifiersAreWhereTheKeyboardHasThem() {
        key(64, KeySyms.ALT_LEFT);
        key(77, KeySyms.NUM_LOCK);
        holders.set(4, new int[] {64, 0});
        holders.set(3, new int[] {77, 0});
        assertThat(keyboard().mask(EnumSet.of(Modifier.CTRL, Modifier.ALT))).isEqualTo(4 | 16);
        assertThat(keyboard().locks()).isEqualTo(Set.of(0, 2, 8, 10));
        assertThat(keyboard().anyLock()).isEqualTo(10);
    }

    @Test
    void withoutLocksOnlyThatOfCapitalsIsLeft() {
        assertThat(keyboard().locks()).isEqualTo(Set.of(0, 2));
        assertThat(keyboard().mask(EnumSet.allOf(Modifier.class))).isEqualTo(1 | 4 | 8 | 64);
    }

    @ParameterizedTest
    @CsvSource({"A, 97", "9, 57", "F1, 65470", "F24, 65493", "NUMPAD0, 65456", "NUMPAD9, 65465", "MIC_MUTE, 269025202"})
    void keysHaveTheNumbersOfX(String key, int symbol) {
        assertThat(KeySyms.of(key)).hasValue(symbol);
    }

    @ParameterizedTest
    @CsvSource({
        "A, 65, 0",
        "M, 77, 46",
        "9, 57, 25",
        "0, 48, 29",
        "F1, 112, 122",
        "F12, 123, 111",
        "HOME, 36, 115",
        "MIC_MUTE, , ",
        "NUMPAD0, 96, ",
        "F24, 135, "
    })
    void windowsAndMacHaveNumbersOfTheirOwn(String key, Integer windows, Integer mac) {
        assertThat(WindowsKeyGrab.code(key)).isEqualTo(windows);
        assertThat(MacKeyGrab.code(key)).isEqualTo(mac);
    }

    @Test
    void aKeyThatIsHeldDownIsNoNewOne() {
        X11KeyGrab.Repeats repeats = new X11KeyGrab.Repeats();
        assertThat(repeats.isRepeated(38, 1000)).isFalse();
        repeats.released(38, 1500);
        assertThat(repeats.isRepeated(38, 1500)).isTrue();
        repeats.released(38, 1600);
        assertThat(repeats.isRepeated(38, 1700)).isFalse();
        repeats.released(38, 1800);
        assertThat(repeats.isRepeated(39, 1800)).isFalse();
    }
}
