package org.lamplight.media.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamplight.call.MediaSecurity;
import org.lamplight.media.codec.AudioCodec;

/**
 * What this side has and wants.
 *
 * @param way where sound is to come
 * @param codecs in our order of preference, at least one
 * @param direction seen from here
 * @param rtcpMux whether RTCP may share the port of RTP
 * @param keying how sound is protected
 * @param suppressSilence whether nothing is to be sent while nobody speaks, and the same is offered to the peer
 */
public record LocalAudio(
        Way way,
        List<AudioCodec> codecs,
        Direction direction,
        boolean rtcpMux,
        Keying keying,
        boolean suppressSilence) {
    /** How events of keys are called. */
    static final String EVENTS = "telephone-event";

    /** Comfort noise, which has a number of its own (RFC 3389, section 4), for sound with the clock of telephones. */
    static final AudioFormat COMFORT_NOISE = new AudioFormat(13, "CN", 8_000, 1, "");

    private static final int FIRST_DYNAMIC = 96;
    private static final int PACKET_MILLIS = 20;

    /**
     * Where sound is to come.
     *
     * @param address ours, numeric
     * @param port of RTP
     * @param ice what we say of ways to us; empty if there is but the one address
     */
    public record Way(String address, int port, Optional<IceTerms> ice) {}

    /** Copies its list. */
    public LocalAudio {
        codecs = List.copyOf(codecs);
    }

    /** Without any protection. */
    public LocalAudio(String address, int port, List<AudioCodec> codecs, Direction direction, boolean rtcpMux) {
        this(new Way(address, port, Optional.empty()), codecs, direction, rtcpMux, Keying.NONE, false);
    }

    /** The same with these keys for who asks for them. */
    public LocalAudio keyed(List<CryptoAttribute> keys) {
        return keyed(keying.with(keys));
    }

    /** The same with this handshake for who asks for it. */
    public LocalAudio shaking(LocalDtls ours) {
        return keyed(keying.with(ours));
    }

    /** The same, offering this protection; and taking no sound without any, if {@code insisting}. */
    public LocalAudio offering(MediaSecurity offered, boolean insisting) {
        return keyed(keying.offering(offered, insisting));
    }

    private LocalAudio keyed(Keying other) {
        return new LocalAudio(way, codecs, direction, rtcpMux, other, suppressSilence);
    }

    /** The same, to be reached by these ways; and at this address by who does not look for any. */
    public LocalAudio reached(IceTerms ways, String at, int there) {
        return by(new Way(at, there, Optional.of(ways)));
    }

    /** The same, to be reached at this address alone. */
    public LocalAudio at(String there, int thatPort) {
        return by(new Way(there, thatPort, Optional.empty()));
    }

    private LocalAudio by(Way other) {
        return new LocalAudio(other, codecs, direction, rtcpMux, keying, suppressSilence);
    }

    /** The same, but flowing another way. */
    public LocalAudio flowing(Direction other) {
        return new LocalAudio(way, codecs, other, rtcpMux, keying, suppressSilence);
    }

    /** The same, with silence or without. */
    public LocalAudio suppressing(boolean silence) {
        return new LocalAudio(way, codecs, direction, rtcpMux, keying, silence);
    }

    public String address() {
        return way.address();
    }

    public int port() {
        return way.port();
    }

    public Optional<IceTerms> ice() {
        return way.ice();
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

    /** The medium that says this, with these formats and what belongs to its protection. */
    MediaDescription describe(
            String protocol,
            List<AudioFormat> formats,
            Direction flow,
            boolean mux,
            List<SdpLine> keys,
            Optional<IceTerms> ways) {
        List<SdpLine> lines = new ArrayList<>();
        lines.add(new SdpLine('c', Origin.connection(address())));
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
        return new MediaDescription("audio", port(), protocol, types, lines);
    }

    private static String map(AudioFormat format) {
        String channels = format.channels() == 1 ? "" : "/" + format.channels();
        return format.payloadType() + " " + format.name() + "/" + format.clockRate() + channels;
    }
}
