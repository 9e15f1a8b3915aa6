/** Rooms (XEP-0045), and the list of them (XEP-0402 and what was before it). */
@NullMarked
package org.lamplight.xmpp.rooms;

import org.jspecify.annotations.NullMarked;
