/** Gateways to other networks (XEP-0100): finding them, registering (XEP-0077), their commands (XEP-0050). */
@NullMarked
package org.lamplight.xmpp.gateways;

import org.jspecify.annotations.NullMarked;
