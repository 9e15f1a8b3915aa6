/** Other networks: the gateways that lead there, their forms and commands. All on the EDT. */
@NullMarked
package org.lamplight.ui.gateways;

import org.jspecify.annotations.NullMarked;
