/**
 * What is heard and seen in a call: codecs, RTP, the jitter buffer, tones, files, mixing and the media part of SDP.
 *
 * <p>Inside, sound is 48 kHz, mono, 16 bit signed ({@code short[]}), in frames of 10 ms at the edges and 20 ms at the
 * codecs. Nothing here knows SIP; nothing here runs on the event thread.
 */
@NullMarked
package org.lamplight.media;

import org.jspecify.annotations.NullMarked;
