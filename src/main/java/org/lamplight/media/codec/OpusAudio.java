package org.lamplight.media.codec;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opus (RFC 6716, RFC 7587) at 48 kHz, mono, 32 kbit/s, for speech, with a copy of each packet in the next one. Packets
 * of others may be stereo and up to 120 ms long.
 */
public final class OpusAudio implements AudioCodec {
    private static final Logger LOG = LoggerFactory.getLogger(OpusAudio.class);
    private static final int RATE = 48_000;
    private static final int BIT_RATE = 32_000;
    private static final int EXPECTED_LOSS_PERCENT = 10;
    /** What is as short tells only that nothing changed. */
    private static final int NOTHING_NEW = 2;

    private static final int LONGEST_PACKET = 1_275;
    private static final int LONGEST_SAMPLES = RATE * 120 / 1_000;

    @Override
    public String payloadName() {
        return "opus";
    }

    @Override
    public int sampleRate() {
        return RATE;
    }

    @Override
    public int clockRate() {
        return RATE;
    }

    @Override
    public int channels() {
        return 2;
    }

    @Override
    public Optional<Integer> staticPayload() {
        return Optional.empty();
    }

    @Override
    public String parameters() {
        return "minptime=10;useinbandfec=1";
    }

    @Override
    public Encoder encoder() {
        return new Coder(false);
    }

    @Override
    public Optional<Encoder> discontinuousEncoder() {
        return Optional.of(new Coder(true));
    }

    @Override
    public Decoder decoder() {
        return new Reader();
    }

    private static final class Coder implements Encoder {
        private final OpusEncoder opus;
        private final byte[] room = new byte[LONGEST_PACKET];
        private final boolean discontinuous;

        Coder(boolean discontinuous) {
            this.discontinuous = discontinuous;
            try {
                opus = new OpusEncoder(RATE, 1, OpusApplication.OPUS_APPLICATION_VOIP);
            } catch (OpusException wrongArguments) {
                throw new IllegalStateException(wrongArguments);
            }
            opus.setBitrate(BIT_RATE);
            opus.setComplexity(5);
            opus.setUseInbandFEC(true);
            opus.setPacketLossPercent(EXPECTED_LOSS_PERCENT);
            opus.setUseDTX(discontinuous);
        }

        @Override
        public byte[] encode(short[] frame) {
            try {
                int length = opus.encode(frame, 0, frame.length, room, 0, room.length);
                return Arrays.copyOf(room, discontinuous && length <= NOTHING_NEW ? 0 : length);
            } catch (OpusException wrongLength) {
                throw new IllegalArgumentException("a frame of " + frame.length + " samples", wrongLength);
            }
        }
    }

    private static final class Reader implements Decoder, Repair {
        private final OpusDecoder opus;
        private final short[] room = new short[LONGEST_SAMPLES];

        Reader() {
            try {
                opus = new OpusDecoder(RATE, 1);
            } catch (OpusException wrongArguments) {
                throw new IllegalStateException(wrongArguments);
            }
        }

        @Override
        public short[] decode(byte[] payload) {
            return payload.length == 0 ? new short[0] : run(payload, LONGEST_SAMPLES, false);
        }

        @Override
        public Optional<Repair> repair() {
            return Optional.of(this);
        }

        @Override
        public short[] conceal(int samples) {
            return run(null, samples, false);
        }

        @Override
        public boolean carriesPrevious(byte[] next) {
            return OpusPacket.hasCopyOfPrevious(next);
        }

        @Override
        public short[] previous(byte[] next, int samples) {
            short[] copy = run(next, samples, true);
            return copy.length == 0 ? conceal(samples) : copy;
        }

        /** The library throws whatever its tables do when octets are hostile. */
        private short[] run(byte @Nullable [] payload, int samples, boolean previous) {
            try {
                int length = payload == null ? 0 : payload.length;
                int count = opus.decode(payload, 0, length, room, 0, samples, previous);
                return Arrays.copyOf(room, Math.max(0, count));
            } catch (OpusException | RuntimeException | AssertionError unreadable) {
                LOG.debug("a packet that is no Opus", unreadable);
                return new short[0];
            }
        }
    }
}
