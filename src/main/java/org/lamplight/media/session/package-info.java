/** A call's sound over real sockets: paced out, taken in, reported on. */
@NullMarked
package org.lamplight.media.session;

import org.jspecify.annotations.NullMarked;
