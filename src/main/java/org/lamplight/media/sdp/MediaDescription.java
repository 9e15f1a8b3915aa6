package org.lamplight.media.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamplight.call.MediaSecurity;

/**
 * One medium of a session: its {@code m=} line, taken apart, and all lines that follow it, in their order.
 *
 * @param kind {@code audio}, {@code video} or another
 * @param port 0 if the medium is refused or no longer wanted
 * @param protocol such as {@code RTP/AVP}
 * @param formats payload types for RTP, in the order of preference
 */
public record MediaDescription(String kind, int port, String protocol, List<String> formats, List<SdpLine> lines) {
    private static final int MOST_FORMATS = 128;

    /** Copies its lists. */
    public MediaDescription {
        formats = List.copyOf(formats);
        lines = List.copyOf(lines);
    }

    /** The value of an {@code m=} line; a number of ports after the first one is dropped. */
    static Optional<MediaDescription> parse(String value) {
        String[] words = value.strip().split(" +", -1);
        if (words.length < 4 || words.length > MOST_FORMATS + 3) {
            return Optional.empty();
        }
        List<String> formats = List.of(words).subList(3, words.length);
        return SdpLines.number(words[1].split("/", -1)[0], 0, 65_535)
                .map(port -> new MediaDescription(words[0], port, words[2], formats, List.of()));
    }

    /** The same with these lines. */
    MediaDescription with(List<SdpLine> newLines) {
        return new MediaDescription(kind, port, protocol, formats, newLines);
    }

    /** The same medium, refused: its line stays, without what it said (RFC 3264, section 6). */
    public MediaDescription refused() {
        return new MediaDescription(kind, 0, protocol, formats, List.of());
    }

    /** The same, flowing another way. */
    MediaDescription flowing(Direction direction) {
        List<SdpLine> other = new ArrayList<>();
        for (SdpLine line : lines) {
            if (!line.isDirection()) {
                other.add(line);
            }
        }
        other.add(SdpLine.attribute(direction.attribute()));
        return with(other);
    }

    /** The same, received there; whether ways are looked for stays as it was. */
    MediaDescription at(LocalAudio local) {
        SdpLine connection = new SdpLine('c', Origin.connection(local.address()));
        List<SdpLine> ways =
                has("ice-ufrag") ? local.ice().map(IceTerms::describe).orElse(List.of()) : List.of();
        boolean same = port == local.port() && lines.contains(connection) && lines.containsAll(ways);
        if (same) {
            return this;
        }
        List<SdpLine> other = new ArrayList<>(List.of(connection));
        lines.stream().filter(line -> !line.isPlace()).forEach(other::add);
        other.addAll(ways);
        return new MediaDescription(kind, local.port(), protocol, formats, other);
    }

    /**
     * How this sound gets its keys; empty if it is none, or comes in a way that is not known here. Some that mean a handshake
     * still write the older profile, without any key.
     */
    public Optional<MediaSecurity> keying() {
        return switch (kind.equals("audio") ? protocol : "") {
            case "RTP/AVP", "RTP/AVPF" -> Optional.of(MediaSecurity.NONE);
            case "RTP/SAVP", "RTP/SAVPF" ->
                Optional.of(has("fingerprint") && !has("crypto") ? MediaSecurity.DTLS : MediaSecurity.SDES);
            case "UDP/TLS/RTP/SAVP", "UDP/TLS/RTP/SAVPF" -> Optional.of(MediaSecurity.DTLS);
            default -> Optional.empty();
        };
    }

    /** Whether this is sound that is protected. */
    public boolean isProtected() {
        return keying().filter(one -> one != MediaSecurity.NONE).isPresent();
    }

    /** Its keys for secure RTP, as far as they are of use here. */
    List<CryptoAttribute> crypto() {
        return attributes("crypto").stream()
                .flatMap(value -> CryptoAttribute.parse(value).stream())
                .toList();
    }

    /** Whether there is such an attribute. */
    public boolean has(String attribute) {
        return SdpLines.has(lines, attribute);
    }

    /** Values of all attributes of this name. */
    public List<String> attributes(String name) {
        return SdpLines.attributes(lines, name);
    }

    /** What its payload types stand for; those that nothing explains are left out. */
    public List<AudioFormat> audioFormats() {
        List<AudioFormat> known = new ArrayList<>();
        for (String format : formats) {
            SdpLines.number(format, 0, 127)
                    .flatMap(number -> AudioFormat.of(number, this))
                    .ifPresent(known::add);
        }
        return List.copyOf(known);
    }

    /** Milliseconds of sound in a packet that its writer likes best. */
    public Optional<Integer> packetMillis() {
        return attributes("ptime").stream()
                .findFirst()
                .flatMap(value -> SdpLines.number(value.split("\\.", -1)[0], 10, 120));
    }

    List<SdpLine> all() {
        List<SdpLine> all = new ArrayList<>();
        all.add(new SdpLine('m', kind + " " + port + " " + protocol + " " + String.join(" ", formats)));
        all.addAll(lines);
        return all;
    }
}
