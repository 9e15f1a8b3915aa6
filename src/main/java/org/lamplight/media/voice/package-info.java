/** The voice on its way from the microphone: without echo and noise, and at one level. Nothing here waits. */
@NullMarked
package org.lamplight.media.voice;

import org.jspecify.annotations.NullMarked;
