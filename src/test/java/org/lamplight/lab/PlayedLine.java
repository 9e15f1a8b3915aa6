package org.lamplight.lab;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Ability;
import org.lamplight.call.Calls;
import org.lamplight.call.Cause;
import org.lamplight.call.Line;
import org.lamplight.call.LineKind;
import org.lamplight.sip.call.Targets;

/** A line without a wire: it remembers what it was asked for, and does at once what a good network would have done. */
public final class PlayedLine implements Line {
    private final String account;
    private final LineKind kind;
    private final String address;
    private final Calls calls;

    /** What it was asked for, as {@code dial sip:…}. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    /** What is dialled to hear voicemail; empty: nobody said. */
    public volatile String voicemail = "";

    public PlayedLine(Calls calls, LineKind kind, String account, String address) {
        this.calls = calls;
        this.kind = kind;
        this.account = account;
        this.address = address;
    }

    @Override
    public String id() {
        return kind.id(account);
    }

    @Override
    public LineKind kind() {
        return kind;
    }

    @Override
    public String address() {
        return address;
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
        return all;
    }

    @Override
    public Optional<String> meant(String target) {
        return Targets.uri(target, address.substring(address.indexOf('@') + 1)).map(Object::toString);
    }

    @Override
    public void dial(String call, String target) {
        asked.add("dial " + target);
    }

    @Override
    public void answer(String call) {
        asked.add("answer");
        calls.connected(call);
    }

    @Override
    public void decline(String call, int code, @Nullable String target) {
        asked.add("decline " + code + (target == null ? "" : " " + target));
        calls.ended(call, new Cause(code, "Declined"));
    }

    @Override
    public Optional<String> voicemail() {
        return Optional.of(voicemail).filter(number -> !number.isEmpty());
    }

    @Override
    public void toVoicemail(String call) {
        asked.add("to voicemail");
        calls.ended(call, new Cause(302, "The call was sent to voicemail.", true));
    }

    @Override
    public void hangUp(String call) {
        asked.add("hang up");
        calls.ended(call, new Cause(200, "Hung up"));
    }

    @Override
    public void hold(String call, boolean on) {
        asked.add(on ? "hold" : "resume");
        calls.held(call, on);
    }

    @Override
    public void transfer(String call, String target) {
        asked.add("transfer " + target);
        calls.ended(call, new Cause(200, "Transferred"));
    }

    @Override
    public void transferTo(String call, String other) {
        asked.add("connect");
        calls.ended(call, new Cause(200, "Transferred"));
        calls.ended(other, new Cause(200, "Transferred"));
    }

    @Override
    public void press(String call, String keys) {
        asked.add("press " + keys);
    }
}
