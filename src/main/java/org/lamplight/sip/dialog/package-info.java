/** Dialogs of RFC 3261. */
@NullMarked
package org.lamplight.sip.dialog;

import org.jspecify.annotations.NullMarked;
