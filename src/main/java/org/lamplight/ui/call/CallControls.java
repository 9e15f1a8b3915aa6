package org.lamplight.ui.call;

import java.awt.Component;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Ability;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Stage;

/**
 * What one can do with the call that is shown: the same in every place where it shows. In the window of calls it stands for all
 * of a conference, elsewhere for one in it. EDT.
 */
final class CallControls {
    private final Texts texts;
    private final Mirrors mirrors;
    private final boolean whole;
    private final CallWords words;
    private final CallDeeds deeds;
    private final CalleeDialogs dialogs;
    private final Component over;
    private final CallControl mute;
    private final CallControl hold;
    private final CallControl transfer;
    private final CallControl keypad;
    private final CallControl record;
    private final CallControl hangUp;
    private @Nullable Call call;

    /**
     * Makes the buttons.
     *
     * @param tall with the word below the icon, and for all of a conference
     * @param over what their dialogs stand over
     */
    CallControls(
            Stage stage, Mirrors mirrors, Texts texts, CallWords words, CallDeeds deeds, boolean tall, Component over) {
        this.texts = texts;
        this.mirrors = mirrors;
        this.whole = tall;
        this.words = words;
        this.deeds = deeds;
        this.over = over;
        this.dialogs = new CalleeDialogs(stage, mirrors, texts, deeds);
        mute = new CallControl("call.mute", tall, () -> with(call -> deeds.mute(call, !call.muted())));
        hold = new CallControl("call.hold", tall, () -> with(this::hold));
        transfer = new CallControl("call.transfer", tall, () -> with(this::transfer));
        keypad = new CallControl("call.keypad", tall, this::openKeypad);
        record = new CallControl("call.record", tall, () -> with(this::record));
        hangUp = new CallControl("call.hangUp", tall, () -> with(this::hangUp));
    }

    /** All but hanging up, in the order in which they stand. */
    List<CallControl> all() {
        return List.of(mute, hold, transfer, keypad, record);
    }

    CallControl record() {
        return record;
    }

    CallControl hangUp() {
        return hangUp;
    }

    private void with(Consumer<Call> deed) {
        Call now = call;
        if (now != null) {
            deed.accept(now);
        }
    }

    private boolean isWhole(Call now) {
        return whole && now.conference() != null;
    }

    private void hold(Call now) {
        boolean on = now.state() != CallState.HELD;
        if (isWhole(now)) {
            deeds.holdAll(now, on);
        } else {
            deeds.hold(now, on);
        }
    }

    private void hangUp(Call now) {
        if (isWhole(now)) {
            deeds.hangUpAll(now);
        } else {
            deeds.hangUp(now);
        }
    }

    private void press(Call now, char key) {
        if (isWhole(now)) {
            deeds.pressAll(now, key);
        } else {
            deeds.press(now, key);
        }
    }

    private void transfer(Call now) {
        dialogs.transfer(now, words.name(now), over);
    }

    private void record(Call now) {
        if (now.recording()) {
            deeds.endRecording(now);
        } else {
            deeds.record(now, words.name(now));
        }
    }

    private void openKeypad() {
        with(now -> new Keypad(texts, key -> press(now, key)).openOver(keypad));
    }

    /** Stands for this call from now on. */
    void show(Call now) {
        call = now;
        boolean held = now.state() == CallState.HELD;
        boolean heard = now.state().isAnswered() || now.state() == CallState.EARLY;
        mute.show(
                texts.get(now.muted() ? "call.muted" : "call.mute"),
                now.muted() ? "mic-off" : "mic",
                now.muted() ? CallControl.Ground.ALERT : CallControl.Ground.PLAIN,
                !now.isOver(),
                texts.get("call.over"));
        mute.getAccessibleContext().setAccessibleDescription(now.muted() ? texts.get("call.unmute") : null);
        show(
                hold,
                held ? "resume" : "hold",
                held ? "play" : "hold",
                Ability.HOLD,
                now.state().isAnswered());
        show(transfer, "transfer", "transfer", Ability.TRANSFER, now.state().isAnswered() && !isWhole(now));
        show(keypad, "keypad", "keypad", Ability.DTMF, heard);
        boolean can = can(Ability.RECORD) && now.state().isAnswered();
        record.show(
                texts.get(now.recording() ? "call.recording" : "call.record"),
                "record",
                now.recording() ? CallControl.Ground.ALERT : CallControl.Ground.PLAIN,
                can,
                why(Ability.RECORD));
        hangUp.show(
                texts.get("call.hangUp"), "hangup", CallControl.Ground.HANG_UP, !now.isOver(), texts.get("call.over"));
    }

    private void show(CallControl control, String word, String icon, Ability wanted, boolean now) {
        control.show(texts.get("call." + word), icon, CallControl.Ground.PLAIN, now && can(wanted), why(wanted));
    }

    private boolean can(Ability wanted) {
        Call now = call;
        return now != null && mirrors.calls().can(now, wanted);
    }

    private String why(Ability wanted) {
        Call now = call;
        if (wanted == Ability.TRANSFER && now != null && isWhole(now)) {
            return texts.get("call.notOne");
        }
        return texts.get(can(wanted) ? "call.notYet" : "call.cannot");
    }
}
