/** From one sampling rate to another. */
@NullMarked
package org.lamplight.media.rate;

import org.jspecify.annotations.NullMarked;
