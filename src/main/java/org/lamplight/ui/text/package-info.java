/** Text that people wrote: its styling, links and emoji, broken into lines, painted and found again under the pointer. */
@NullMarked
package org.lamplight.ui.text;

import org.jspecify.annotations.NullMarked;
