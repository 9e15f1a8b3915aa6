package org.lamplight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.presence.Rules;
import org.lamplight.profile.Settings;

class KnownSettingsTest {
    @TempDir
    Path folder;

    private Settings settings() {
        return new Settings(folder.resolve("lamplight.properties"), KnownSettings.all());
    }

    @Test
    void theTimeUntilIdleIsThatOfTheRulesUnlessItIsSet() throws Exception {
        Rules rules = Rules.parse("idle-after = 7 min\nall: always -> available");
        Settings settings = settings();

        assertThat(AtTheDesk.rules(rules, settings)).isEqualTo(rules);
        settings.set("presence.idle-after", "12");
        assertThat(AtTheDesk.rules(rules, settings).idleAfter()).isEqualTo(Duration.ofMinutes(12));
        assertThat(AtTheDesk.rules(rules, settings).rules()).isEqualTo(rules.rules());
        assertThat(AtTheDesk.rules(rules, settings).longAfter()).isEqualTo(rules.longAfter());
        settings.set("presence.idle-after", "");
        assertThat(AtTheDesk.rules(rules, settings)).isEqualTo(rules);
    }

    @ParameterizedTest
    @CsvSource({
        "presence.idle-after, 0",
        "presence.idle-after, -3",
        "presence.idle-after, 1.5",
        "presence.idle-after, 99999",
        "presence.idle-after, five",
        "presence.idle, yes",
        "presence.lock, 1"
    })
    void whatMeansNothingIsRefused(String key, String value) {
        assertThatThrownBy(() -> settings().set(key, value)).isInstanceOf(Settings.Refused.class);
    }

    @Test
    void inputAndLockCountUnlessSwitchedOff() {
        assertThat(settings().get("presence.idle")).isEqualTo("on");
        assertThat(settings().get("presence.lock")).isEqualTo("on");
    }
}
