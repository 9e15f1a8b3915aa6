/** Tells of messages that nobody has in front of them, without ever taking the keyboard away from anything. */
@NullMarked
package org.lamplight.ui.notify;

import org.jspecify.annotations.NullMarked;
