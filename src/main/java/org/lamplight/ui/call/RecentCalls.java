package org.lamplight.ui.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.call.Call;

/** Calls that were seen while the program runs, the newest first; those before it are no business of this. Pure. */
final class RecentCalls {
    private static final int MOST = 100;

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
        while (seen.size() > MOST) {
            seen.remove(seen.keySet().iterator().next());
        }
        return other;
    }

    List<Call> newestFirst() {
        List<Call> all = new ArrayList<>(seen.values());
        Collections.reverse(all);
        return all;
    }
}
