/**
 * Small pictures of picture files, made where nobody waits for them and in bounded memory: the files are strangers' and may
 * be made to harm.
 */
@NullMarked
package org.lamplight.ui.pictures;

import org.jspecify.annotations.NullMarked;
