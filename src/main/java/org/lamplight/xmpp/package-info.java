/**
 * XMPP (RFC 6120, 6121) with Smack, the only package that knows it. Here an account signs in and stays signed in, over stream
 * management (XEP-0198); what it does then is put together here, from a package for each part.
 *
 * <p>Smack's threads parse and post to core; everything that may block runs on the thread of the session.
 */
@NullMarked
package org.lamplight.xmpp;

import org.jspecify.annotations.NullMarked;
