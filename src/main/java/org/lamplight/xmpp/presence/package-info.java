/** Presence both ways, with activities (XEP-0108) and idle time (XEP-0319). */
@NullMarked
package org.lamplight.xmpp.presence;

import org.jspecify.annotations.NullMarked;
