/**
 * Chat: messages with their states, talks with unread counts, the outbox that loses nothing, and the port to a history
 * store. Everything mutable here belongs on the core thread.
 */
@NullMarked
package org.lamplight.chat;

import org.jspecify.annotations.NullMarked;
