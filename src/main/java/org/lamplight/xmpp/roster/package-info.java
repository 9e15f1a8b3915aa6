/** The contact list (RFC 6121), and whom one blocks (XEP-0191). */
@NullMarked
package org.lamplight.xmpp.roster;

import org.jspecify.annotations.NullMarked;
