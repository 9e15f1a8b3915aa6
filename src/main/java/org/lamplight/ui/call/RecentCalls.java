package org.lamplight.ui.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.call.Call;

/** Calls, the newest first: those of the log, and those that were seen since. Pure. */
final class RecentCalls {
    /** As many are listed, and asked of the log. */
    static final int MOST = 100;

    private final Map<String, Call> seen = new LinkedHashMap<>();

    /** These stand so now. Returns whether anything is different in what people see of them. */
    boolean take(List<Call> calls) {
        boolean other = false;
        for (Call call : calls) {
            Call before = seen.put(call.id(), call);
            other |= before == null
                    || before.state() != call.state()
                    || !before.remote().equals(call.remote());
        }
        forgetOldest();
        return other;
    }

    /** These were before, as the log has them: the newest first. */
    void takeLogged(List<Call> logged) {
        Map<String, Call> since = new LinkedHashMap<>(seen);
        seen.clear();
        for (int i = logged.size() - 1; i >= 0; i--) {
            seen.put(logged.get(i).id(), logged.get(i));
        }
        seen.putAll(since);
        forgetOldest();
    }

    private void forgetOldest() {
        while (seen.size() > MOST) {
            seen.remove(seen.keySet().iterator().next());
        }
    }

    List<Call> newestFirst() {
        List<Call> all = new ArrayList<>(seen.values());
        Collections.reverse(all);
        return all;
    }
}
