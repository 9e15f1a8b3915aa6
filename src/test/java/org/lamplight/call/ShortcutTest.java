package org.lamplight.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.call.Shortcut.Modifier;

class ShortcutTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"ctrl alt shift A", "ctrl 1", "shift F5", "F13", "PAUSE", "MIC_MUTE", "meta SPACE", "alt NUMPAD0"
            })
    void isReadAsItIsWritten(String text) {
        assertThat(Shortcut.parse(text))
                .hasValueSatisfying(key -> assertThat(key.text()).isEqualTo(text));
        assertThat(text).matches(Shortcut.WRITTEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A", "shift A", "1", "F5", "SPACE", "shift HOME", "ctrl", "ctrl ENTER", "hyper A", "ctrl F25"
            })
    void whatOneWritesWithIsNone(String text) {
        assertThat(Shortcut.parse(text)).isEmpty();
    }

    @Test
    void theOrderDoesNotMatter() {
        assertThat(Shortcut.parse(" shift  ctrl Q "))
                .contains(new Shortcut(Set.of(Modifier.CTRL, Modifier.SHIFT), "Q"));
    }

    @Test
    void answeringAndHangingUpMayBeOneKey() {
        assertThat(CallAction.ANSWER.sharesWith(CallAction.HANG_UP)).isTrue();
        assertThat(CallAction.HANG_UP.sharesWith(CallAction.DECLINE)).isTrue();
        assertThat(CallAction.ANSWER.sharesWith(CallAction.DECLINE)).isFalse();
        assertThat(CallAction.MUTE.sharesWith(CallAction.HANG_UP)).isFalse();
    }
}
