/** XML as XMPP streams carry it: elements, and a bounded reader of stanzas. */
@NullMarked
package org.lamplight.office.xmpp.xml;

import org.jspecify.annotations.NullMarked;
