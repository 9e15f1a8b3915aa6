/**
 * Directories of people: what one says of somebody, asking all that are open at once, and which of their answers fit a text
 * or a number. How a directory is spoken to is an adapter's business.
 */
@NullMarked
package org.lamplight.directory;

import org.jspecify.annotations.NullMarked;
