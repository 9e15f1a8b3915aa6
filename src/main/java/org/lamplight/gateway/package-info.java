/**
 * Gateways to other networks (XEP-0100): which there are, being registered with them, logging in and out, and the commands
 * and forms by which they are set up. Everything mutable here belongs on the core thread.
 */
@NullMarked
package org.lamplight.gateway;

import org.jspecify.annotations.NullMarked;
