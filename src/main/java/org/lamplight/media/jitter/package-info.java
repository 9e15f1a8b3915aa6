/** Between the network, which is unsteady, and the loudspeaker, which waits for nobody: the jitter buffer. */
@NullMarked
package org.lamplight.media.jitter;

import org.jspecify.annotations.NullMarked;
