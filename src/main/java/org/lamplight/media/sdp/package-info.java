/** Session descriptions (RFC 8866) and what two sides agree on by them (RFC 3264), as far as audio goes. */
@NullMarked
package org.lamplight.media.sdp;

import org.jspecify.annotations.NullMarked;
