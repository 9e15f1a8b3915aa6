/** Where sound comes from and goes to outside of calls: microphones, loudspeakers, files, or nothing at all. */
@NullMarked
package org.lamplight.media.device;

import org.jspecify.annotations.NullMarked;
