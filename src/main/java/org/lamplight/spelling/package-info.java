/** Spelling by the Hunspell dictionaries that a computer has, read by Lucene. */
@NullMarked
package org.lamplight.spelling;

import org.jspecify.annotations.NullMarked;
