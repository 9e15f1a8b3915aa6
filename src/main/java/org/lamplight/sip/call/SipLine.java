package org.lamplight.sip.call;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Ability;
import org.lamplight.call.Line;
import org.lamplight.call.LineKind;
import org.lamplight.core.Threads;
import org.lamplight.sip.account.Services;
import org.lamplight.sip.message.SipUri;
import org.lamplight.sip.stack.Logged;

/** The softphone of an account. On core; everything is done on the account's thread. */
public final class SipLine implements Line {
    private final Phone phone;
    private final LineCalls calls;

    public SipLine(Phone phone, LineCalls calls) {
        this.phone = phone;
        this.calls = calls;
    }

    @Override
    public String id() {
        return phone.line();
    }

    @Override
    public LineKind kind() {
        return LineKind.SOFTPHONE;
    }

    @Override
    public String address() {
        return phone.keys().address().toString();
    }

    @Override
    public Set<Ability> abilities() {
        EnumSet<Ability> all = EnumSet.of(
                Ability.HOLD,
                Ability.TRANSFER,
                Ability.ATTENDED_TRANSFER,
                Ability.CONFERENCE,
                Ability.RECORD,
                Ability.DTMF,
                Ability.FORWARD);
        if (voicemail().isPresent()) {
            all.add(Ability.VOICEMAIL);
        }
        if (phone.keys().services().forwardAll().isPresent()) {
            all.add(Ability.SERVER_FORWARD);
        }
        return all;
    }

    @Override
    public Optional<String> meant(String target) {
        return Targets.uri(target, phone.keys().domain()).map(Object::toString);
    }

    private void post(Runnable task) {
        Threads.post(phone.thread(), new Logged(task));
    }

    @Override
    public void dial(String call, String target) {
        post(() -> calls.dial(call, target));
    }

    @Override
    public void answer(String call) {
        post(() -> calls.answer(call));
    }

    @Override
    public void decline(String call, int code, @Nullable String target) {
        post(() -> calls.decline(call, code, Optional.ofNullable(target)));
    }

    @Override
    public void sendOn(String call, String target, String reason) {
        post(() -> calls.sendOn(call, target, reason));
    }

    /** Servers take numbers of their own, or of the telephone network. */
    @Override
    public Optional<String> forwardCode(@Nullable String target) {
        Services services = phone.keys().services();
        if (target == null) {
            return services.forwardOff().map(this::here);
        }
        Optional<String> number = Targets.uri(target, phone.keys().domain())
                .filter(there -> there.host().equalsIgnoreCase(phone.keys().domain()))
                .map(SipUri::user)
                .filter(user -> user.matches("\\+?[0-9]+"));
        return services.forwardAll().flatMap(code -> number.map(to -> here(code.replace(Services.TARGET, to))));
    }

    /** Whole, for a plus within a code is no number that a person would dial. */
    private String here(String code) {
        return "sip:" + code + '@' + phone.keys().domain();
    }

    /** Nothing that can't be called. */
    @Override
    public Optional<String> voicemail() {
        return phone.keys()
                .services()
                .voicemail()
                .filter(number -> meant(number).isPresent());
    }

    @Override
    public void toVoicemail(String call) {
        post(() -> calls.toVoicemail(call));
    }

    @Override
    public void hangUp(String call) {
        post(() -> calls.hangUp(call));
    }

    @Override
    public void hold(String call, boolean on) {
        post(() -> calls.hold(call, on));
    }

    @Override
    public void transfer(String call, String target) {
        post(() -> calls.transfer(call, target));
    }

    @Override
    public void transferTo(String call, String other) {
        post(() -> calls.transferTo(call, other));
    }

    @Override
    public void press(String call, String keys) {
        post(() -> calls.press(call, keys));
    }
}
