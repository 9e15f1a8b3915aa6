/** Forms (XEP-0004) from and to XML. */
@NullMarked
package org.lamplight.xmpp.forms;

import org.jspecify.annotations.NullMarked;
