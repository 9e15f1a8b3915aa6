/** The office's XMPP server (RFC 6120, RFC 6121 and the extensions that a work chat uses). */
@NullMarked
package org.lamplight.office.xmpp;

import org.jspecify.annotations.NullMarked;
