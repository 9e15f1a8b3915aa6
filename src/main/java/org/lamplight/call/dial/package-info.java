/** What a person types, or a link says, and what is dialled for it. Knows no line and no call. Pure. */
@NullMarked
package org.lamplight.call.dial;

import org.jspecify.annotations.NullMarked;
