/** RTP and RTCP packets (RFC 3550), read with suspicion, and what a receiver counts. */
@NullMarked
package org.lamplight.media.rtp;

import org.jspecify.annotations.NullMarked;
