/** Files by way of the server (XEP-0363). */
@NullMarked
package org.lamplight.xmpp.files;

import org.jspecify.annotations.NullMarked;
