package org.lamplight.ui.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A talk that one may go to.
 *
 * @param address its bare address
 * @param name as the list of people has it; the address where nobody is known
 * @param last when something was last written there; null if nothing was yet
 */
record Destination(
        String address, String name, int unread, @Nullable Instant last) {}
