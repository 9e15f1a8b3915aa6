/** The hub: people and talks in one small window. */
@NullMarked
package org.lamplight.ui.hub;

import org.jspecify.annotations.NullMarked;
