package org.lamplight.media.srtp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Protects what is sent with one master key. It counts how often sequence numbers began anew, so it has to live as long
 * as its key is used: with the same key no packet index may ever come again. For any thread.
 */
public final class SrtpSender {
    private static final int HALF = 0x8000;
    private static final int ENCRYPTED = 0x8000_0000;
    private static final byte[] NOTHING = {};

    private final SrtpSuite suite;
    private final SessionKeys rtp;
    private final SessionKeys rtcp;
    /** The newest index of each of our sources. */
    private final Map<Integer, Long> newest = new HashMap<>();

    private int controlIndex;

    /** With {@link SrtpSuite#KEY_AND_SALT} octets. */
    public SrtpSender(SrtpSuite suite, byte[] keyAndSalt) {
        this.suite = suite;
        this.rtp = new SessionKeys(keyAndSalt, SessionKeys.RTP);
        this.rtcp = new SessionKeys(keyAndSalt, SessionKeys.RTCP);
    }

    /** An RTP packet of ours as it goes over the network. */
    public synchronized byte[] rtp(byte[] packet) {
        int ssrc = SrtpHeader.rtpSource(packet);
        long index = next(ssrc, SrtpHeader.sequence(packet));
        byte[] data = Arrays.copyOf(packet, packet.length + suite.tag());
        int header = SrtpHeader.length(packet, packet.length);
        rtp.crypt(data, header, packet.length - header, ssrc, index);
        byte[] tag = rtp.tag(data, packet.length, SrtpHeader.octets((int) (index >>> 16)), suite.tag());
        System.arraycopy(tag, 0, data, packet.length, tag.length);
        return data;
    }

    private long next(int ssrc, int sequence) {
        long before = newest.getOrDefault(ssrc, (long) sequence);
        long index = before - (before & 0xFFFF) + sequence;
        if (index < before - HALF) {
            index += 0x1_0000;
        }
        newest.put(ssrc, Math.max(before, index));
        return index;
    }

    /** An RTCP compound of ours as it goes over the network (section 3.4). */
    public synchronized byte[] rtcp(byte[] compound) {
        int length = compound.length;
        byte[] data = Arrays.copyOf(compound, length + 4 + SrtpSuite.CONTROL_TAG);
        rtcp.crypt(data, SrtpHeader.RTCP, length - SrtpHeader.RTCP, SrtpHeader.rtcpSource(compound), controlIndex);
        ByteBuffer.wrap(data).putInt(length, ENCRYPTED | controlIndex);
        controlIndex = (controlIndex + 1) & ~ENCRYPTED;
        byte[] tag = rtcp.tag(data, length + 4, NOTHING, SrtpSuite.CONTROL_TAG);
        System.arraycopy(tag, 0, data, length + 4, tag.length);
        return data;
    }
}
