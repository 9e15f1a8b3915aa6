/** Sound of the office's own: G.711, RTP and small descriptions of it. */
@NullMarked
package org.lamplight.office.sip.media;

import org.jspecify.annotations.NullMarked;
