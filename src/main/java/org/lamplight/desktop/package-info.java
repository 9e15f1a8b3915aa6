/**
 * The desk this runs at: how long nobody has touched it and whether its screen is locked. One watcher looks, off the EDT,
 * and tells own presence only what changes it.
 *
 * <p>Idle time comes from the X server (MIT-SCREEN-SAVER), from GNOME's compositor or from the screen saver of the desktop
 * over D-Bus; lock and sleep come from login1 and from the screen savers. KWin on Wayland tells no idle time: there, and
 * where nothing else answers, only input into our own windows counts. Idle time on Windows and macOS is two small native
 * calls that nobody has tried yet; lock and sleep are not watched there.
 */
@NullMarked
package org.lamplight.desktop;

import org.jspecify.annotations.NullMarked;
