package org.lamplight.media.codec;

import java.util.Optional;

/**
 * One way to code speech. The description itself has no state and may be shared; an encoder and a decoder keep the state
 * of one stream each and belong to one thread.
 */
public interface AudioCodec {
    /** What RTP and SDP call this codec in {@code a=rtpmap}, without the clock. */
    String payloadName();

    /** Samples per second that the encoder takes and the decoder gives. */
    int sampleRate();

    /** Ticks per second of the RTP timestamp, which for G.722 is not the sampling rate (RFC 3551, section 4.5.2). */
    int clockRate();

    /** The number after the clock in {@code a=rtpmap}; 1 is not written. Audio is mono all the same. */
    default int channels() {
        return 1;
    }

    /** The payload type of RFC 3551, or empty where it is agreed for each call. */
    Optional<Integer> staticPayload();

    /** What we wish to receive, as {@code a=fmtp} says it; empty if there is nothing to say. */
    default String parameters() {
        return "";
    }

    /** Samples of a frame of 20 ms at {@link #sampleRate}. */
    default int frameSamples() {
        return sampleRate() / 50;
    }

    /** Timestamp step of a frame of 20 ms. */
    default int frameTicks() {
        return clockRate() / 50;
    }

    /** A new encoder, for one stream. */
    Encoder encoder();

    /**
     * The same, but leaving out what brings nothing new while nobody speaks: its payload is empty then and no packet is
     * sent (RFC 7587, section 3.1.3). Empty for codecs that leave this to RTP (RFC 3389).
     */
    default Optional<Encoder> discontinuousEncoder() {
        return Optional.empty();
    }

    /** A new decoder, for one stream. */
    Decoder decoder();

    /** Codes one stream. */
    interface Encoder {
        /** One frame of {@link AudioCodec#frameSamples} samples as the payload of one packet. */
        byte[] encode(short[] frame);
    }

    /** Decodes one stream. */
    interface Decoder {
        /**
         * All samples of one payload, of whatever length. What cannot be decoded gives no samples; the caller conceals
         * it like a lost packet.
         */
        short[] decode(byte[] payload);

        /** Hears what was played in place of a lost packet, so that the decoder's memory goes along with it. */
        default void madeUp(short[] sound) {}

        /** What the codec itself can do about lost packets; empty for those that leave it to the receiver. */
        default Optional<Repair> repair() {
            return Optional.empty();
        }
    }

    /** A codec's own means against loss. Calls count in the order of the stream, like those of the decoder. */
    interface Repair {
        /** So many samples in place of a packet that never came. */
        short[] conceal(int samples);

        /** Whether this packet brings a second, coarser copy of the one before it. */
        boolean carriesPrevious(byte[] next);

        /** So many samples of the lost packet before {@code next}, from the copy in it. Then decode {@code next}. */
        short[] previous(byte[] next, int samples);
    }
}
