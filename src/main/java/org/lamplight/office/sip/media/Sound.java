package org.lamplight.office.sip.media;

/** A stream of sound, 8,000 samples a second, without end. One listener and one thread each. */
public interface Sound {
    /** Samples in 20 ms. */
    int FRAME = 160;

    /** How many samples make a second. */
    int RATE = 8_000;

    /** The next sample, between -1 and 1. */
    double next();
}
