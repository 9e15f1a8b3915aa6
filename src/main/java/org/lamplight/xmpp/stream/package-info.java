/**
 * What all parts of the XMPP back end stand on: the account as it is written down, the connection of the moment, and
 * requests with their answers.
 */
@NullMarked
package org.lamplight.xmpp.stream;

import org.jspecify.annotations.NullMarked;
