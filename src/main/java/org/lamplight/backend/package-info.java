/**
 * The contract of a back end: what it is given, what it offers, the accounts it serves and where passwords come from. It is
 * all that a back end, built in or external, knows of the program.
 */
@NullMarked
package org.lamplight.backend;

import org.jspecify.annotations.NullMarked;
