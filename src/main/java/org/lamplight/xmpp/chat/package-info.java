/** Talks with one person: live, from other devices (XEP-0280) and from the archive. */
@NullMarked
package org.lamplight.xmpp.chat;

import org.jspecify.annotations.NullMarked;
