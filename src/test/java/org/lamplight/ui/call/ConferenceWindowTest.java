package org.lamplight.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.swing.AbstractButton;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.Remote;
import org.lamplight.ui.Screen;

/** Several calls that become one conference, on a real screen. */
class ConferenceWindowTest {
    private final CallsOnScreen on = new CallsOnScreen();

    @AfterEach
    void close() {
        on.close();
    }

    private String sounding(Remote remote) {
        String id = on.connected(remote);
        on.sounds(id, MediaSecurity.SDES, 0, 4.3);
        return id;
    }

    private List<AbstractButton> buttons(String name) {
        return on.robot.finder().findAll(on.window, component -> name.equals(component.getName())).stream()
                .filter(AbstractButton.class::isInstance)
                .map(AbstractButton.class::cast)
                .filter(AbstractButton::isShowing)
                .toList();
    }

    private void press(String name) {
        on.robot.click(buttons(name).get(0));
    }

    private void awaitName(String name) {
        Screen.until(name, () -> on.label(on.window, "call.name").equals(name));
    }

    private void awaitRows(int count) {
        Screen.until(count + " rows", () -> buttons("row.hangUp").size() == count);
        on.robot.waitForIdle();
    }

    private boolean areAll(CallState state, String... ids) {
        return List.of(ids).stream().allMatch(id -> on.call(id).state() == state);
    }

    @Test
    void oneKeyMergesAndTheWindowStandsForAll() {
        String charles = sounding(CallsOnScreen.CHARLES);
        String grace = sounding(CallsOnScreen.GRACE);
        assertThat(buttons("row.merge")).isEmpty();
        assertThat(buttons("call.merge").get(0).getText()).isEqualTo("Merge calls");
        GuiActionRunner.execute(() -> {
            on.window.toFront();
            on.window.requestFocus();
            buttons("call.merge").get(0).requestFocusInWindow();
        });
        Screen.until("focus", () -> buttons("call.merge").get(0).isFocusOwner());
        on.robot.pressAndReleaseKey(KeyEvent.VK_SPACE);
        awaitName("Conference");
        awaitRows(2);
        assertThat(on.call(charles).conference())
                .isNotNull()
                .isEqualTo(on.call(grace).conference());
        assertThat(areAll(CallState.CONNECTED, charles, grace)).isTrue();
        assertThat(GuiActionRunner.execute(on.window::getTitle))
                .isEqualTo("Conference with Charles Babbage and Grace Hopper");
        assertThat(buttons("call.merge")).isEmpty();
        assertThat(on.button(on.window, "call.transfer").isEnabled()).isFalse();
        press("call.mute");
        Screen.until(
                "both are muted",
                () -> on.call(charles).muted() && on.call(grace).muted());
        press("call.hold");
        Screen.until("both are held", () -> areAll(CallState.HELD, charles, grace));
        Screen.until(
                "it says so", () -> on.button(on.window, "call.hold").getText().equals("Resume"));
        press("call.hold");
        Screen.until("both go on", () -> areAll(CallState.CONNECTED, charles, grace));
        press("call.hangUp");
        Screen.until("both are gone", () -> areAll(CallState.ENDED, charles, grace));
    }

    @Test
    void eachMemberCanBeHeldOrSentAwayAlone() {
        String charles = sounding(CallsOnScreen.CHARLES);
        String grace = sounding(CallsOnScreen.GRACE);
        press("call.merge");
        awaitRows(2);
        press("row.hold");
        Screen.until("Charles is held", () -> on.call(charles).state() == CallState.HELD);
        Screen.until("he may go on", () -> buttons("row.resume").size() == 1);
        assertThat(on.call(grace).state()).isEqualTo(CallState.CONNECTED);
        press("row.resume");
        Screen.until("both", () -> areAll(CallState.CONNECTED, charles, grace));
        awaitRows(2);
        press("row.hangUp");
        awaitName("Grace Hopper");
        awaitRows(0);
        assertThat(on.call(charles).isOver()).isTrue();
        assertThat(on.call(grace).conference()).isNull();
    }

    @Test
    void ofThreeTwoCanBeMergedAndAnotherComesLater() {
        String charles = sounding(CallsOnScreen.CHARLES);
        String grace = sounding(CallsOnScreen.GRACE);
        String stranger = sounding(CallsOnScreen.STRANGER);
        Screen.until("rows", () -> buttons("row.merge").size() == 2);
        on.robot.waitForIdle();
        on.screen.shoot("conference-choice", on.window.getRootPane());
        on.robot.click(buttons("row.merge").get(1));
        awaitName("Conference");
        assertThat(on.call(charles).conference()).isNull();
        Screen.until("one more", () -> buttons("call.merge").size() == 1);
        press("call.merge");
        awaitRows(3);
        assertThat(on.world.onCore(() -> on.world.calls.all()))
                .extracting(Call::conference)
                .hasSize(3)
                .allMatch(Objects::nonNull)
                .containsOnly(on.call(grace).conference());
        assertThat(on.call(stranger).state()).isEqualTo(CallState.CONNECTED);
    }

    @Test
    void aConferenceOnHoldForAnotherCallComesBackAsAWhole() {
        String charles = sounding(CallsOnScreen.CHARLES);
        String grace = sounding(CallsOnScreen.GRACE);
        press("call.merge");
        awaitRows(2);
        sounding(CallsOnScreen.STRANGER);
        Screen.until(
                "held",
                () -> areAll(CallState.HELD, charles, grace)
                        && buttons("row.resume").size() == 2);
        press("row.resume");
        Screen.until("both", () -> areAll(CallState.CONNECTED, charles, grace));
        awaitName("Conference");
    }

    @Test
    void pictures() {
        on.world.portraits();
        sounding(CallsOnScreen.CHARLES);
        on.world.clock.forward(Duration.ofSeconds(71));
        String grace = sounding(CallsOnScreen.GRACE);
        on.world.clock.forward(Duration.ofSeconds(62));
        Screen.until("02:13", () -> on.label(on.window, "call.row.state").endsWith("02:13"));
        on.robot.waitForIdle();
        on.screen.shoot("conference-offered", on.window.getRootPane());
        press("call.merge");
        awaitRows(2);
        Screen.until("it sounds", () -> on.label(on.window, "call.quality").startsWith("Good"));
        on.screen.shoot("conference", on.window.getRootPane());
        on.world.onCore(() -> on.world.calls.mute(grace, true));
        on.world.onCore(() -> on.world.calls.hold(grace));
        Screen.until("held", () -> buttons("row.resume").size() == 1);
        on.robot.waitForIdle();
        on.screen.shoot("conference-held", on.window.getRootPane());
    }
}
