/**
 * The sound of calls: what {@link org.lamplight.call.MediaEngine} asks for, put together from descriptions, RTP sessions,
 * devices, files and tones. One thread per engine plays; each session sends and receives on threads of its own.
 */
@NullMarked
package org.lamplight.media.engine;

import org.jspecify.annotations.NullMarked;
