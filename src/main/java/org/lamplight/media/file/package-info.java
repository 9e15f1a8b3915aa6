/** Sound in files: WAV read with suspicion, written so that a power cut costs a second. */
@NullMarked
package org.lamplight.media.file;

import org.jspecify.annotations.NullMarked;
