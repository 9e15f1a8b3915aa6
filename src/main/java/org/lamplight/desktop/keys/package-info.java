/**
 * Keys that are heard whichever program has the focus: on X11 by grabs (through libxcb, which tells of a key that somebody
 * else has without the error handler that all of a process shares), on Windows by {@code RegisterHotKey}, on a Mac by Carbon.
 * Windows and Mac have not been tried by anybody yet. On Wayland only programs that use X give their keys away.
 */
@NullMarked
package org.lamplight.desktop.keys;

import org.jspecify.annotations.NullMarked;
