/** A certificate made on the spot, so that the office's servers can speak TLS. */
@NullMarked
package org.lamplight.office.tls;

import org.jspecify.annotations.NullMarked;
