package org.lamplight.people;

import java.util.Collection;

/**
 * Can say how people are whom others have on their rosters, such as the server of a telephone. Core only.
 *
 * @see People#observed(String, org.lamplight.presence.Source, java.util.List)
 */
public interface Witness {
    /** These addresses belong to people now. */
    void appeared(Collection<String> addresses);

    /** Nobody has these any more. */
    void disappeared(Collection<String> addresses);
}
