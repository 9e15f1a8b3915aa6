package org.lamplight.media.codec;

/** What an Opus packet says of itself without being decoded (RFC 6716, sections 3.1 and 4.2.4). */
final class OpusPacket {
    private static final int CELT_ONLY = 0x80;
    private static final int HYBRID = 0x60;
    private static final int FRAMES = 0x03;

    private OpusPacket() {}

    /** Whether the first SILK frame says that a copy of the frame before follows; only packets of one frame are asked. */
    static boolean hasCopyOfPrevious(byte[] packet) {
        if (packet.length < 2 || (packet[0] & CELT_ONLY) != 0 || (packet[0] & FRAMES) != 0) {
            return false;
        }
        return ((packet[1] >> (7 - silkFrames(packet[0]))) & 1) != 0;
    }

    /** SILK codes at most 20 ms at a time; its flags come first, one for each such piece. */
    private static int silkFrames(byte toc) {
        int size = (toc >> 3) & 3;
        return (toc & HYBRID) == HYBRID ? 1 : Math.max(1, size);
    }
}
