/** Who has a telephone in the office, and under which number. */
@NullMarked
package org.lamplight.office.sip.directory;

import org.jspecify.annotations.NullMarked;
