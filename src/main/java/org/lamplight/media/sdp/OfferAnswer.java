package org.lamplight.media.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamplight.call.MediaSecurity;
import org.lamplight.media.codec.AudioCodec;

/** Offers and answers of one audio stream (RFC 3264). Pure functions. */
public final class OfferAnswer {
    private static final int TELEPHONE_CLOCK = 8_000;
    private static final int USUAL_MILLIS = 20;

    /**
     * Our answer.
     *
     * @param description to be sent; if no audio was accepted all its media are refused
     * @param audio what was agreed, empty if there is no codec in common
     */
    public record Answer(SessionDescription description, Optional<NegotiatedAudio> audio) {}

    private record Match(AudioFormat format, AudioCodec codec, Protection protection) {}

    private record Protection(MediaSecurity keying, Optional<CryptoPair> keys, Optional<DtlsTerms> dtls) {
        boolean isPossible() {
            return keying == MediaSecurity.NONE || keys.isPresent() || dtls.isPresent();
        }
    }

    private OfferAnswer() {}

    /** A first offer. */
    public static SessionDescription offer(Origin origin, LocalAudio local) {
        return SessionDescription.of(origin, List.of(offered(local, List.of())));
    }

    private static MediaDescription offered(LocalAudio local, List<AudioFormat> earlier) {
        String protocol = switch (local.offered()) {
            case NONE -> "RTP/AVP";
            case SDES -> "RTP/SAVP";
            case DTLS -> "UDP/TLS/RTP/SAVP";
        };
        return local.describe(
                protocol, local.formats(earlier), local.direction(), local.rtcpMux(), local.offeredKeys(), local.ice());
    }

    /**
     * A new offer in a running session, to hold or to go on, or with another port: the last description of ours with the
     * version raised, its audio line replaced and all others kept in their places (RFC 3264, section 8).
     */
    public static SessionDescription reoffer(SessionDescription last, Origin origin, LocalAudio local) {
        List<MediaDescription> media = new ArrayList<>(last.media());
        int audio = 0;
        while (audio < media.size() && (media.get(audio).port() == 0 || !isAudio(media.get(audio)))) {
            audio++;
        }
        if (audio == media.size()) {
            media.add(offered(local, List.of()));
        } else {
            media.set(audio, offered(local, media.get(audio).audioFormats()));
        }
        return SessionDescription.of(origin.next(), media);
    }

    /**
     * The last description of ours with its sound flowing another way: what was agreed on otherwise is not put up for
     * discussion again. With the very same lines if it flows so already.
     */
    public static SessionDescription redirected(SessionDescription last, Origin origin, Direction direction) {
        List<MediaDescription> media = new ArrayList<>();
        for (MediaDescription medium : last.media()) {
            media.add(medium.port() != 0 ? medium.flowing(direction) : medium);
        }
        return SessionDescription.of(origin, media);
    }

    /** Which way the first audio stream flows that is not refused, seen from its writer; inactive without one. */
    public static Direction direction(SessionDescription description) {
        return description.media().stream()
                .filter(medium -> medium.kind().equals("audio") && medium.port() != 0)
                .findFirst()
                .map(description::direction)
                .orElse(Direction.INACTIVE);
    }

    /** Whether there is sound that is protected in a way that both sides could use. */
    public static boolean canProtect(SessionDescription description, LocalAudio local) {
        return description.media().stream()
                .filter(MediaDescription::isProtected)
                .anyMatch(medium -> protection(description, medium, local, false)
                        .filter(Protection::isPossible)
                        .isPresent());
    }

    /**
     * Answers an offer: of the first audio stream that can be taken, the first codec in the offerer's order that we have,
     * with the offerer's numbers, and keys and comfort noise if they fit to it. Every other medium is refused.
     */
    public static Answer answer(SessionDescription offer, Origin origin, LocalAudio local) {
        List<MediaDescription> media = new ArrayList<>();
        Optional<NegotiatedAudio> agreed = Optional.empty();
        for (MediaDescription medium : offer.media()) {
            Optional<Match> match = agreed.isPresent() ? Optional.empty() : match(offer, medium, local, false);
            Optional<NegotiatedAudio> audio = match.flatMap(one -> agree(offer, medium, one, medium, local, false));
            if (match.isPresent() && audio.isPresent()) {
                media.add(accepted(medium, match.get(), audio.get(), local));
                agreed = audio;
            } else {
                media.add(medium.refused());
            }
        }
        return new Answer(SessionDescription.of(origin, media), agreed);
    }

    private static MediaDescription accepted(
            MediaDescription medium, Match match, NegotiatedAudio audio, LocalAudio local) {
        List<AudioFormat> formats = new ArrayList<>();
        formats.add(LocalAudio.format(match.format().payloadType(), match.codec()));
        int clock = audio.sendEvents().isPresent() ? match.codec().clockRate() : TELEPHONE_CLOCK;
        audio.sendEvents().or(audio::receiveEvents).ifPresent(type -> formats.add(LocalAudio.events(type, clock)));
        if (LocalAudio.hasComfortNoise(match.codec()) && hasComfortNoise(medium)) {
            formats.add(LocalAudio.COMFORT_NOISE);
        }
        return local.describe(
                medium.protocol(),
                formats,
                audio.direction(),
                audio.rtcpMux(),
                local.answeredKeys(audio),
                local.ice().filter(any -> audio.ice().isPresent()));
    }

    /**
     * What the answer to our offer agreed on; empty if it took no audio, or something that we did not offer. The answerer
     * may use numbers of its own.
     */
    public static Optional<NegotiatedAudio> accept(
            SessionDescription offer, SessionDescription answer, LocalAudio local) {
        int count = Math.min(offer.media().size(), answer.media().size());
        for (int i = 0; i < count; i++) {
            MediaDescription ours = offer.media().get(i);
            MediaDescription theirs = answer.media().get(i);
            if (isAudio(ours) && ours.port() != 0) {
                return match(answer, theirs, local, true)
                        .filter(match -> ours.keying()
                                .filter(match.protection().keying()::equals)
                                .isPresent())
                        .flatMap(match -> agree(answer, theirs, match, ours, local, true));
            }
        }
        return Optional.empty();
    }

    private static boolean isAudio(MediaDescription medium) {
        return medium.keying().isPresent();
    }

    /**
     * A codec of ours, and keys where the profile wants some. Keys in a plain profile are a wish that we do not take up;
     * plain sound is none where only protected sound will do.
     */
    private static Optional<Match> match(
            SessionDescription session, MediaDescription medium, LocalAudio local, boolean answered) {
        Optional<Protection> protection = protection(session, medium, local, answered)
                .filter(Protection::isPossible)
                .filter(one -> one.keying() != MediaSecurity.NONE || !local.required());
        if (protection.isEmpty() || medium.port() == 0) {
            return Optional.empty();
        }
        return medium.audioFormats().stream()
                .flatMap(
                        format -> local.codec(format).map(codec -> new Match(format, codec, protection.get())).stream())
                .findFirst();
    }

    private static Optional<Protection> protection(
            SessionDescription session, MediaDescription medium, LocalAudio local, boolean answered) {
        return medium.keying()
                .map(keying -> new Protection(
                        keying,
                        keying == MediaSecurity.SDES ? local.keys(medium, answered) : Optional.empty(),
                        keying == MediaSecurity.DTLS ? local.terms(session, medium, answered) : Optional.empty()));
    }

    /** Both sides together; {@code ours} has the numbers that we receive with. Who asked decides on the way. */
    private static Optional<NegotiatedAudio> agree(
            SessionDescription session,
            MediaDescription theirs,
            Match match,
            MediaDescription ours,
            LocalAudio local,
            boolean asked) {
        AudioCodec codec = match.codec();
        Optional<Integer> received = type(ours, codec.payloadName(), codec.clockRate(), codec.channels());
        Optional<String> address = session.address(theirs);
        if (received.isEmpty() || address.isEmpty()) {
            return Optional.empty();
        }
        boolean mux = local.rtcpMux() && theirs.has("rtcp-mux");
        String[] rtcp = rtcp(theirs, address.get(), mux);
        return Optional.of(new NegotiatedAudio(
                codec,
                match.format().payloadType(),
                received.get(),
                type(theirs, LocalAudio.EVENTS, codec.clockRate(), 1),
                receivedEvents(theirs, ours, codec),
                local.direction().within(session.direction(theirs).reversed()),
                address.get(),
                theirs.port(),
                rtcp[0],
                Integer.parseInt(rtcp[1]),
                mux,
                theirs.packetMillis().orElse(USUAL_MILLIS),
                local.suppressSilence() && (!LocalAudio.hasComfortNoise(codec) || hasComfortNoise(theirs)),
                match.protection().keys(),
                match.protection().dtls(),
                ways(session, theirs, local, mux, asked)));
    }

    /** Ways are looked for where both do so, and for one port alone. */
    private static Optional<IcePeer> ways(
            SessionDescription session, MediaDescription theirs, LocalAudio local, boolean mux, boolean asked) {
        return local.ice()
                .filter(any -> mux)
                .flatMap(any -> IceTerms.of(session, theirs))
                .map(terms -> new IcePeer(terms, asked || terms.lite()));
    }

    /** With the clock of the sound where both know that, else with the usual one: many telephones know no other. */
    private static Optional<Integer> receivedEvents(MediaDescription theirs, MediaDescription ours, AudioCodec codec) {
        return Stream.of(codec.clockRate(), TELEPHONE_CLOCK)
                .filter(clock -> type(theirs, LocalAudio.EVENTS, clock, 1).isPresent())
                .flatMap(clock -> type(ours, LocalAudio.EVENTS, clock, 1).stream())
                .findFirst();
    }

    private static boolean hasComfortNoise(MediaDescription medium) {
        AudioFormat noise = LocalAudio.COMFORT_NOISE;
        return medium.audioFormats().stream()
                .filter(format -> format.payloadType() == noise.payloadType())
                .anyMatch(format -> format.is(noise.name(), noise.clockRate(), noise.channels()));
    }

    private static Optional<Integer> type(MediaDescription medium, String name, int clock, int channels) {
        return medium.audioFormats().stream()
                .filter(format -> format.is(name, clock, channels))
                .map(AudioFormat::payloadType)
                .findFirst();
    }

    /** Address and port of RTCP: shared, as {@code a=rtcp} says (RFC 3605), or the next port. */
    private static String[] rtcp(MediaDescription theirs, String address, boolean mux) {
        String[] plain = {address, String.valueOf(mux ? theirs.port() : Math.min(65_535, theirs.port() + 1))};
        Optional<String> said = theirs.attributes("rtcp").stream().findFirst();
        if (mux || said.isEmpty()) {
            return plain;
        }
        String[] words = said.get().split(" +", -1);
        Optional<Integer> port = SdpLines.number(words[0], 1, 65_535);
        if (port.isEmpty()) {
            return plain;
        }
        String where = words.length == 4
                ? SdpLines.address(new String[] {words[1], words[2], words[3]}).orElse(address)
                : address;
        return new String[] {where, String.valueOf(port.get())};
    }
}
