/** Digits that are dialled within a call, as sound and as events, and the tones that tell how a call goes. */
@NullMarked
package org.lamplight.media.tone;

import org.jspecify.annotations.NullMarked;
