/** The folder in which everything of one user lies: settings, accounts, own choices. Files are written whole or not at all. */
@NullMarked
package org.lamplight.profile;

import org.jspecify.annotations.NullMarked;
