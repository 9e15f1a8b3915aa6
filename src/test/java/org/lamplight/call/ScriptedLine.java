package org.lamplight.call;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The other side of the port: notes what it is asked. What comes of it the test tells. */
public final class ScriptedLine implements Line {
    private final String account;
    private final Set<Ability> abilities;

    /** What was asked, oldest first, without the calls' ids. */
    public final List<String> asked = new ArrayList<>();

    public ScriptedLine(String account) {
        this(account, EnumSet.allOf(Ability.class));
    }

    public ScriptedLine(String account, Set<Ability> abilities) {
        this.account = account;
        this.abilities = abilities;
    }

    @Override
    public String id() {
        return kind().id(account);
    }

    @Override
    public LineKind kind() {
        return LineKind.SOFTPHONE;
    }

    @Override
    public String address() {
        return "sip:" + account + "@pbx.example";
    }

    @Override
    public Set<Ability> abilities() {
        return abilities;
    }

    @Override
    public void dial(String call, String target) {
        asked.add("dial " + target);
    }

    @Override
    public void answer(String call) {
        asked.add("answer");
    }

    @Override
    public void decline(String call, int code, @Nullable String target) {
        asked.add("decline " + code + (target == null ? "" : " " + target));
    }

    @Override
    public void hangUp(String call) {
        asked.add("hang up");
    }

    @Override
    public void hold(String call, boolean on) {
        asked.add(on ? "hold" : "resume");
    }

    @Override
    public void transfer(String call, String target) {
        asked.add("transfer " + target);
    }

    @Override
    public void transferTo(String call, String other) {
        asked.add("transfer to another");
    }

    @Override
    public void press(String call, String keys) {
        asked.add("press " + keys);
    }
}
