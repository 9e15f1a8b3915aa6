/** Pictures of people (XEP-0084, XEP-0153). */
@NullMarked
package org.lamplight.xmpp.pictures;

import org.jspecify.annotations.NullMarked;
