package org.lamplight.media.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lamplight.call.MediaSecurity;
import org.lamplight.media.codec.AudioCodec;

/**
 * What this side has and wants.
 *
 * @param address ours, numeric
 * @param port of RTP
 * @param codecs in our order of preference, at least one
 * @param direction seen from here
 * @param rtcpMux whether RTCP may share the port of RTP
 * @param crypto our keys, which answer protected offers too; none at all if nothing can be protected so
 * @param dtls our handshake, which answers offers too; empty if there can be none
 * @param ice what we say of ways to us; empty if there is but the one address
 * @param offered how sound is protected that we offer
 * @param required whether only protected sound is taken
 * @param suppressSilence whether nothing is to be sent while nobody speaks, and the same is offered to the peer
 */
public record LocalAudio(
        String address,
        int port,
        List<AudioCodec> codecs,
        Direction direction,
        boolean rtcpMux,
        List<CryptoAttribute> crypto,
        Optional<LocalDtls> dtls,
        Optional<IceTerms> ice,
        MediaSecurity offered,
        boolean required,
        boolean suppressSilence) {
    /** How events of keys are called. */
    static final String EVENTS = "telephone-event";

    /** Comfort noise, which has a number of its own (RFC 3389, section 4), for sound with the clock of telephones. */
    static final AudioFormat COMFORT_NOISE = new AudioFormat(13, "CN", 8_000, 1, "");

    private static final int FIRST_DYNAMIC = 96;
    private static final int PACKET_MILLIS = 20;

    /** Copies its lists. */
    public LocalAudio {
        codecs = List.copyOf(codecs);
        crypto = List.copyOf(crypto);
    }

    /** Without any protection. */
    public LocalAudio(String address, int port, List<AudioCodec> codecs, Direction direction, boolean rtcpMux) {
        this(
                address,
                port,
                codecs,
                direction,
                rtcpMux,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                MediaSecurity.NONE,
                false,
                false);
    }

    /** The same with these keys for who asks for them. */
    public LocalAudio keyed(List<CryptoAttribute> keys) {
        return new LocalAudio(
                address, port, codecs, direction, rtcpMux, keys, dtls, ice, offered, required, suppressSilence);
    }

    /** The same with this handshake for who asks for it. */
    public LocalAudio shaking(LocalDtls ours) {
        return new LocalAudio(
                address,
                port,
                codecs,
                direction,
                rtcpMux,
                crypto,
                Optional.of(ours),
                ice,
                offered,
                required,
                suppressSilence);
    }

    /** The same, offering this protection; and taking no sound without any, if {@code insisting}. */
    public LocalAudio offering(MediaSecurity keying, boolean insisting) {
        return new LocalAudio(
                address, port, codecs, direction, rtcpMux, crypto, dtls, ice, keying, insisting, suppressSilence);
    }

    /** The same, to be reached by these ways; and at this address by who does not look for any. */
    public LocalAudio reached(IceTerms ways, String at, int there) {
        return new LocalAudio(
                at,
                there,
                codecs,
                direction,
                rtcpMux,
                crypto,
                dtls,
                Optional.of(ways),
                offered,
                required,
                suppressSilence);
    }

    /** The same, but flowing another way. */
    public LocalAudio flowing(Direction other) {
        return new LocalAudio(
                address, port, codecs, other, rtcpMux, crypto, dtls, ice, offered, required, suppressSilence);
    }

    /** The same, with silence or without. */
    public LocalAudio suppressing(boolean silence) {
        return new LocalAudio(address, port, codecs, direction, rtcpMux, crypto, dtls, ice, offered, required, silence);
    }

    /**
     * All codecs, each with a payload type, and events with the clock of each of them. What had a number earlier in the
     * session keeps it, and no number gets another meaning (RFC 3264, section 8.3.2).
     */
    List<AudioFormat> formats(List<AudioFormat> earlier) {
        List<AudioFormat> formats = new ArrayList<>();
        for (AudioCodec codec : codecs) {
            AudioFormat wanted = format(codec.staticPayload().orElse(-1), codec);
            formats.add(numbered(wanted, earlier, formats));
        }
        for (int clock :
                codecs.stream().mapToInt(AudioCodec::clockRate).distinct().toArray()) {
            formats.add(numbered(events(-1, clock), earlier, formats));
        }
        if (suppressSilence && codecs.stream().anyMatch(LocalAudio::hasComfortNoise)) {
            formats.add(COMFORT_NOISE);
        }
        return formats;
    }

    static boolean hasComfortNoise(AudioCodec codec) {
        return codec.clockRate() == COMFORT_NOISE.clockRate();
    }

    private static AudioFormat numbered(AudioFormat wanted, List<AudioFormat> earlier, List<AudioFormat> taken) {
        int type = earlier.stream()
                .filter(one -> one.is(wanted.name(), wanted.clockRate(), wanted.channels()))
                .findFirst()
                .map(AudioFormat::payloadType)
                .orElse(wanted.payloadType());
        if (type < 0) {
            type = FIRST_DYNAMIC;
            while (isTaken(type, earlier) || isTaken(type, taken)) {
                type++;
            }
        }
        return new AudioFormat(type, wanted.name(), wanted.clockRate(), wanted.channels(), wanted.parameters());
    }

    private static boolean isTaken(int type, List<AudioFormat> formats) {
        return formats.stream().anyMatch(one -> one.payloadType() == type);
    }

    static AudioFormat format(int payloadType, AudioCodec codec) {
        return new AudioFormat(
                payloadType, codec.payloadName(), codec.clockRate(), codec.channels(), codec.parameters());
    }

    static AudioFormat events(int payloadType, int clock) {
        return new AudioFormat(payloadType, EVENTS, clock, 1, "0-15");
    }

    /** Our codec for a format of theirs. */
    Optional<AudioCodec> codec(AudioFormat format) {
        return codecs.stream()
                .filter(codec -> format.is(codec.payloadName(), codec.clockRate(), codec.channels()))
                .findFirst();
    }

    /** The keys of both sides for what the peer says; with one of theirs that ours has the tag of, if it answers. */
    Optional<CryptoPair> keys(MediaDescription theirs, boolean answered) {
        for (CryptoAttribute peer : theirs.crypto()) {
            for (CryptoAttribute own : crypto) {
                if (own.suite() == peer.suite() && (!answered || own.tag() == peer.tag())) {
                    return Optional.of(new CryptoPair(own.tagged(peer.tag()), peer));
                }
            }
        }
        return Optional.empty();
    }

    /** What the peer says of its handshake, together with ours. */
    Optional<DtlsTerms> terms(SessionDescription session, MediaDescription theirs, boolean answered) {
        Set<Fingerprint> peer = session.attributes(theirs, "fingerprint").stream()
                .flatMap(said -> Fingerprint.parse(said).stream())
                .collect(Collectors.toSet());
        Optional<String> setup = session.attributes(theirs, "setup").stream().findFirst();
        return dtls.filter(ours -> !peer.isEmpty())
                .flatMap(ours -> DtlsTerms.connects(setup, answered, ours.connects()))
                .map(connects -> new DtlsTerms(peer, connects));
    }

    /** What is said of the protection that we offer. */
    List<SdpLine> offeredKeys() {
        return switch (offered) {
            case NONE -> List.of();
            case SDES -> crypto.stream().map(CryptoAttribute::line).toList();
            case DTLS -> handshake("actpass");
        };
    }

    /** What is said of the protection that was agreed on. */
    List<SdpLine> answeredKeys(NegotiatedAudio audio) {
        return audio.dtls()
                .map(terms -> handshake(terms.role()))
                .orElseGet(() ->
                        audio.crypto().map(pair -> pair.own().line()).stream().toList());
    }

    private List<SdpLine> handshake(String role) {
        LocalDtls ours = dtls.orElseThrow();
        return List.of(ours.own().line(), SdpLine.attribute("setup", role));
    }

    /** The medium that says this, with these formats and what belongs to its protection. */
    MediaDescription describe(
            String protocol,
            List<AudioFormat> formats,
            Direction flow,
            boolean mux,
            List<SdpLine> keys,
            Optional<IceTerms> ways) {
        List<SdpLine> lines = new ArrayList<>();
        lines.add(new SdpLine('c', Origin.connection(address)));
        for (AudioFormat format : formats) {
            lines.add(SdpLine.attribute("rtpmap", map(format)));
            if (!format.parameters().isEmpty()) {
                lines.add(SdpLine.attribute("fmtp", format.payloadType() + " " + format.parameters()));
            }
        }
        lines.addAll(keys);
        ways.ifPresent(one -> lines.addAll(one.describe()));
        lines.add(SdpLine.attribute("ptime", String.valueOf(PACKET_MILLIS)));
        if (mux) {
            lines.add(SdpLine.attribute("rtcp-mux"));
        }
        lines.add(SdpLine.attribute(flow.attribute()));
        List<String> types =
                formats.stream().map(one -> String.valueOf(one.payloadType())).toList();
        return new MediaDescription("audio", port, protocol, types, lines);
    }

    private static String map(AudioFormat format) {
        String channels = format.channels() == 1 ? "" : "/" + format.channels();
        return format.payloadType() + " " + format.name() + "/" + format.clockRate() + channels;
    }
}
