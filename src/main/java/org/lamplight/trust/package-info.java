/** Whose certificates are believed. Needs nothing but the JDK. */
@NullMarked
package org.lamplight.trust;

import org.jspecify.annotations.NullMarked;
