/** Files in a talk: chosen, dropped or pasted, seen before they are sent, and on their way. */
@NullMarked
package org.lamplight.ui.files;

import org.jspecify.annotations.NullMarked;
