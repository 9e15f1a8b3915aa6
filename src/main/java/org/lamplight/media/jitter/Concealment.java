package org.lamplight.media.jitter;

/** What is played where nothing came. Calls count in the order of the stream. */
interface Concealment {
    /** So many samples in place of what is missing. */
    short[] missing(int samples);

    /** Sound that did come, on its way to be played; returns it, joined to what was made up before it. */
    short[] present(short[] sound);
}
