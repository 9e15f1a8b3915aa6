/**
 * Files straight from one to the other (XEP-0166, XEP-0234), over SOCKS5 bytestreams (XEP-0260) or, where none comes about,
 * in band (XEP-0261). Knows nothing of the rest of the adapter: it is given a connection and tells of offers.
 */
@NullMarked
package org.lamplight.xmpp.jingle;

import org.jspecify.annotations.NullMarked;
