/** Speech to octets and back: G.711, G.722 and Opus. A codec is a description; what has state is made per call. */
@NullMarked
package org.lamplight.media.codec;

import org.jspecify.annotations.NullMarked;
