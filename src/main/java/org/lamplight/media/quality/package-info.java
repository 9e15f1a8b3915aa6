/** How good a call sounds to a person, estimated from what can be measured. */
@NullMarked
package org.lamplight.media.quality;

import org.jspecify.annotations.NullMarked;
