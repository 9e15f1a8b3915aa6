/** Where passwords come from: the environment, a command, this run's memory, or the platform's own store. Never a file of ours. */
@NullMarked
package org.lamplight.secrets;

import org.jspecify.annotations.NullMarked;
