package org.lamplight.sip.digest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How often one request was challenged. A second challenge that does not say {@code stale} means that the password is wrong;
 * going on would lock the account.
 */
public final class Attempts {
    private static final int MOST = 4;

    private final Set<Boolean> answered = new HashSet<>();
    private int count;

    /** Whether these may be answered once more, and counts it. */
    public boolean mayAnswer(List<Challenge> challenges) {
        if (challenges.isEmpty() || ++count > MOST) {
            return false;
        }
        Challenge first = challenges.get(0);
        return answered.add(first.proxy()) || first.stale();
    }
}
