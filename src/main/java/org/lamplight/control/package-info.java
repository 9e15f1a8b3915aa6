/**
 * The control interface: a loopback socket guarded by a token, on which third-party programs, scripts and the command line
 * drive the running client. A class for each group of commands; all call the same use cases as the windows do.
 */
@NullMarked
package org.lamplight.control;

import org.jspecify.annotations.NullMarked;
