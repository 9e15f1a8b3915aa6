/** Rooms for talks of many (XEP-0045), at a domain of their own. */
@NullMarked
package org.lamplight.office.xmpp.rooms;

import org.jspecify.annotations.NullMarked;
