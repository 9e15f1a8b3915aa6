/** Writes a talk to a file that other programs and people can read. */
@NullMarked
package org.lamplight.chat.export;

import org.jspecify.annotations.NullMarked;
