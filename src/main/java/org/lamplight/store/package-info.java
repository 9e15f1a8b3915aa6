/** History on disk: SQLite, the only package that knows it. All work runs on one thread of its own, in order. */
@NullMarked
package org.lamplight.store;

import org.jspecify.annotations.NullMarked;
