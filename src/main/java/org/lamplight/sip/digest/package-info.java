/** Digest authentication (RFC 8760, RFC 7616): pure, without a library. */
@NullMarked
package org.lamplight.sip.digest;

import org.jspecify.annotations.NullMarked;
