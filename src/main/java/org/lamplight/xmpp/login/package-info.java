/** Connecting and signing in: certificates, mechanisms, what may fail and when to try again. */
@NullMarked
package org.lamplight.xmpp.login;

import org.jspecify.annotations.NullMarked;
