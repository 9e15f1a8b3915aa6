package org.lamplight.office.sip.presence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lamplight.office.sip.dialog.CallWatcher;
import org.lamplight.office.sip.dialog.Party;

/** Who is in a call with whom, and how far it has come. On the server's thread. */
public final class CallStates implements CallWatcher {
    /** Calls whose end nobody told; the eldest go first. */
    private static final int MOST = 1_000;

    /** How far, in the words of RFC 4235 section 3.7.1. */
    private record Call(String id, Party caller, Party called, String state) {}

    /**
     * A call as one of its sides has it.
     *
     * @param id its Call-ID
     * @param initiator whether this side began it
     */
    record Side(String id, boolean initiator, String state, Party self, Party other) {}

    private final Map<String, Call> calls = new LinkedHashMap<>();
    private Consumer<String> changed = ignored -> {};

    /** Who is told whose calls have changed. */
    public void whenChanged(Consumer<String> newChanged) {
        changed = newChanged;
    }

    @Override
    public void began(String callId, Party caller, Party called) {
        if (calls.size() >= MOST) {
            ended(calls.keySet().iterator().next());
        }
        put(new Call(callId, caller, called, "trying"));
    }

    @Override
    public void answered(String callId, int code) {
        Call call = calls.get(callId);
        if (call == null || code == 100 || call.state().equals("confirmed")) {
            return;
        }
        if (code >= 300) {
            ended(callId);
        } else {
            put(new Call(call.id(), call.caller(), call.called(), code < 200 ? "early" : "confirmed"));
        }
    }

    private void put(Call call) {
        Call before = calls.put(call.id(), call);
        if (!call.equals(before)) {
            tell(call);
        }
    }

    @Override
    public void ended(String callId) {
        Call call = calls.remove(callId);
        if (call != null) {
            tell(call);
        }
    }

    private void tell(Call call) {
        changed.accept(call.caller().user());
        changed.accept(call.called().user());
    }

    /** All calls of a user. */
    List<Side> of(String user) {
        List<Side> sides = new ArrayList<>();
        for (Call call : calls.values()) {
            if (call.caller().user().equals(user)) {
                sides.add(new Side(call.id(), true, call.state(), call.caller(), call.called()));
            } else if (call.called().user().equals(user)) {
                sides.add(new Side(call.id(), false, call.state(), call.called(), call.caller()));
            }
        }
        return sides;
    }
}
