/**
 * XMPP (RFC 6120, 6121) with Smack, the only package that knows it: signing in and staying signed in, roster, presence,
 * activities (XEP-0108) and one-to-one chat with receipts (XEP-0184) over stream management (XEP-0198).
 *
 * <p>Smack's threads parse and post to core; everything that may block runs on the thread of the session.
 */
@NullMarked
package org.lamplight.xmpp;

import org.jspecify.annotations.NullMarked;
