/**
 * Files in talks: sent to a place on the server and told of in a message, fetched on demand or by themselves, never opened.
 * Everything mutable here belongs on the core thread, but for the folder of downloads, which blocks.
 */
@NullMarked
package org.lamplight.chat.files;

import org.jspecify.annotations.NullMarked;
