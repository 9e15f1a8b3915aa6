/** Where people of the office put files for each other: slots, and the small web server behind them. */
@NullMarked
package org.lamplight.office.upload;

import org.jspecify.annotations.NullMarked;
