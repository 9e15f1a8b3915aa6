/** Several voices in one ear. */
@NullMarked
package org.lamplight.media.mix;

import org.jspecify.annotations.NullMarked;
