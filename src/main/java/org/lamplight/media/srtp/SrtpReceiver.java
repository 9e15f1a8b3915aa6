package org.lamplight.media.srtp;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Opens what comes with one master key: only what bears its tag and was not there before (RFC 3711, sections 3.3 and 3.4).
 * For any thread.
 */
public final class SrtpReceiver {
    private static final int ENCRYPTED = 0x8000_0000;
    private static final byte[] NOTHING = {};
    /** Only who has the key can make up sources, and no honest call has as many. */
    private static final int MOST_SOURCES = 100;

    private final SrtpSuite suite;
    private final int mki;
    private final SessionKeys rtp;
    private final SessionKeys rtcp;
    private final Map<Integer, ReplayWindow> media = new HashMap<>();
    private final Map<Integer, ReplayWindow> control = new HashMap<>();

    /** With {@link SrtpSuite#KEY_AND_SALT} octets; {@code mki} octets before each tag name the key and are left out. */
    public SrtpReceiver(SrtpSuite suite, byte[] keyAndSalt, int mki) {
        this.suite = suite;
        this.mki = mki;
        this.rtp = new SessionKeys(keyAndSalt, SessionKeys.RTP);
        this.rtcp = new SessionKeys(keyAndSalt, SessionKeys.RTCP);
    }

    /** The RTP packet in the first {@code length} octets; empty if it is forged, old or none. */
    public synchronized Optional<byte[]> rtp(byte[] data, int length) {
        int end = length - suite.tag() - mki;
        if (end < SrtpHeader.RTP || SrtpHeader.length(data, end) > end) {
            return Optional.empty();
        }
        int ssrc = SrtpHeader.rtpSource(data);
        ReplayWindow window = media.getOrDefault(ssrc, new ReplayWindow());
        long index = window.guess(SrtpHeader.sequence(data));
        byte[] expected = rtp.tag(data, end, SrtpHeader.octets((int) (index >>> 16)), suite.tag());
        if (!isTagged(data, length, expected) || !isNew(media, ssrc, window, index)) {
            return Optional.empty();
        }
        byte[] packet = Arrays.copyOf(data, end);
        int header = SrtpHeader.length(packet, end);
        rtp.crypt(packet, header, end - header, ssrc, index);
        return Optional.of(packet);
    }

    /** The RTCP compound in the first {@code length} octets; empty if it is forged, old or none. */
    public synchronized Optional<byte[]> rtcp(byte[] data, int length) {
        int signed = length - SrtpSuite.CONTROL_TAG - mki;
        int end = signed - 4;
        if (end < SrtpHeader.RTCP) {
            return Optional.empty();
        }
        int ssrc = SrtpHeader.rtcpSource(data);
        int word = ByteBuffer.wrap(data).getInt(end);
        int index = word & ~ENCRYPTED;
        byte[] expected = rtcp.tag(data, signed, NOTHING, SrtpSuite.CONTROL_TAG);
        ReplayWindow window = control.getOrDefault(ssrc, new ReplayWindow());
        if (!isTagged(data, length, expected) || !isNew(control, ssrc, window, index)) {
            return Optional.empty();
        }
        byte[] compound = Arrays.copyOf(data, end);
        if ((word & ENCRYPTED) != 0) {
            rtcp.crypt(compound, SrtpHeader.RTCP, end - SrtpHeader.RTCP, ssrc, index);
        }
        return Optional.of(compound);
    }

    private static boolean isTagged(byte[] data, int length, byte[] expected) {
        return MessageDigest.isEqual(expected, Arrays.copyOfRange(data, length - expected.length, length));
    }

    /** What is new is remembered; only what bore its tag gets here. */
    private static boolean isNew(Map<Integer, ReplayWindow> windows, int ssrc, ReplayWindow window, long index) {
        if (!windows.containsKey(ssrc) && windows.size() >= MOST_SOURCES) {
            return false;
        }
        windows.put(ssrc, window);
        return window.take(index);
    }
}
