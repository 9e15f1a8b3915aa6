/** What servers keep of talks (XEP-0313), our own or a room's, page by page. */
@NullMarked
package org.lamplight.xmpp.archive;

import org.jspecify.annotations.NullMarked;
