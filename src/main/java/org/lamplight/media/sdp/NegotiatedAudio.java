package org.lamplight.media.sdp;

import java.util.Optional;
import org.lamplight.media.codec.AudioCodec;

/**
 * What both sides agreed on, seen from here.
 *
 * @param sendType payload type to send with, which is the peer's number
 * @param receiveType payload type that the peer sends with, which is ours
 * @param sendEvents payload type of keys to send; empty if they must go another way
 * @param receiveEvents payload type of keys that the peer may send
 * @param remoteAddress where RTP goes, as written
 * @param remoteRtcpAddress where RTCP goes, as written
 * @param rtcpMux whether RTCP shares the port of RTP
 * @param suppressSilence whether what we send may pause while nobody speaks
 * @param packetMillis of sound in a packet, as the peer likes it
 * @param crypto keys of both sides; empty if the sound is not protected so
 * @param ice the ways to the peer; empty if there is but the one address
 * @param dtls how the keys are got at; empty if the sound is not protected so
 */
public record NegotiatedAudio(
        AudioCodec codec,
        int sendType,
        int receiveType,
        Optional<Integer> sendEvents,
        Optional<Integer> receiveEvents,
        Direction direction,
        String remoteAddress,
        int remotePort,
        String remoteRtcpAddress,
        int remoteRtcpPort,
        boolean rtcpMux,
        int packetMillis,
        boolean suppressSilence,
        Optional<CryptoPair> crypto,
        Optional<DtlsTerms> dtls,
        Optional<IcePeer> ice) {

    /** The same, with a peer that is where it was before. */
    public NegotiatedAudio at(NegotiatedAudio before) {
        return new NegotiatedAudio(
                codec,
                sendType,
                receiveType,
                sendEvents,
                receiveEvents,
                direction,
                before.remoteAddress(),
                before.remotePort(),
                before.remoteRtcpAddress(),
                before.remoteRtcpPort(),
                rtcpMux,
                packetMillis,
                suppressSilence,
                crypto,
                dtls,
                ice);
    }
}
