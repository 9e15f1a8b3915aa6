/** The people of the office: who they are, how their day goes, what they answer. */
@NullMarked
package org.lamplight.office.colleagues;

import org.jspecify.annotations.NullMarked;
