/** What was said, kept so that clients can read it later (XEP-0313), for accounts and for rooms. */
@NullMarked
package org.lamplight.office.xmpp.archive;

import org.jspecify.annotations.NullMarked;
