package org.lamplight.media.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A whole description: lines of the session in their order, then the media in theirs. Lines that mean nothing here are
 * kept. Never changed; to change one is to make a new one.
 */
public record SessionDescription(List<SdpLine> lines, List<MediaDescription> media) {
    private static final int MOST_CHARACTERS = 65_536;
    private static final int MOST_LINES = 2_000;
    private static final int LONGEST_LINE = 4_096;
    private static final int MOST_MEDIA = 32;

    /** Copies its lists. */
    public SessionDescription {
        lines = List.copyOf(lines);
        media = List.copyOf(media);
    }

    /** Reads a description; empty if it is none, or larger than any honest one. */
    public static Optional<SessionDescription> parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        List<SdpLine> lines = new ArrayList<>();
        for (String line : text.split("\r\n|\n|\r", -1)) {
            boolean whole = line.length() >= 2 && line.charAt(1) == '=' && line.length() <= LONGEST_LINE;
            if (whole && line.indexOf(0) < 0 && lines.size() < MOST_LINES) {
                lines.add(new SdpLine(line.charAt(0), line.substring(2)));
            } else if (!line.isBlank()) {
                return Optional.empty();
            }
        }
        boolean versioned = !lines.isEmpty() && lines.get(0).toString().strip().equals("v=0");
        return versioned ? sections(lines) : Optional.empty();
    }

    private static Optional<SessionDescription> sections(List<SdpLine> lines) {
        List<SdpLine> session = new ArrayList<>();
        List<MediaDescription> media = new ArrayList<>();
        List<SdpLine> section = session;
        for (SdpLine line : lines) {
            if (line.type() != 'm') {
                section.add(line);
                continue;
            }
            Optional<MediaDescription> medium = MediaDescription.parse(line.value());
            if (medium.isEmpty() || media.size() == MOST_MEDIA) {
                return Optional.empty();
            }
            close(media, section);
            media.add(medium.get());
            section = new ArrayList<>();
        }
        close(media, section);
        return Optional.of(new SessionDescription(session, media));
    }

    private static void close(List<MediaDescription> media, List<SdpLine> section) {
        if (!media.isEmpty()) {
            int last = media.size() - 1;
            media.set(last, media.get(last).with(section));
        }
    }

    /** A description of ours with the lines that every one has. */
    static SessionDescription of(Origin origin, List<MediaDescription> media) {
        List<SdpLine> lines = List.of(
                new SdpLine('v', "0"),
                new SdpLine('o', origin.toString()),
                new SdpLine('s', "-"),
                new SdpLine('c', Origin.connection(origin.address())),
                new SdpLine('t', "0 0"));
        return new SessionDescription(lines, media);
    }

    /** The same, said by this origin. */
    public SessionDescription by(Origin other) {
        List<SdpLine> said = new ArrayList<>();
        for (SdpLine line : lines) {
            said.add(line.type() == 'o' ? new SdpLine('o', other.toString()) : line);
        }
        return new SessionDescription(said, media);
    }

    /** The same, at this address of ours; who wrote it stays the same one (RFC 3264, section 8). */
    SessionDescription at(String address) {
        SdpLine connection = new SdpLine('c', Origin.connection(address));
        return new SessionDescription(
                lines.stream()
                        .map(line -> line.type() == 'c' ? connection : line)
                        .toList(),
                media);
    }

    /** Whose it is, if it says so well. */
    public Optional<Origin> origin() {
        return SdpLines.value(lines, 'o').flatMap(Origin::parse);
    }

    /** Where a medium is to be sent. */
    public Optional<String> address(MediaDescription medium) {
        return SdpLines.address(medium.lines()).or(() -> SdpLines.address(lines));
    }

    /** Values of this attribute of a medium, or else of the session. */
    List<String> attributes(MediaDescription medium, String name) {
        List<String> own = medium.attributes(name);
        return own.isEmpty() ? SdpLines.attributes(lines, name) : own;
    }

    /** Which way a medium flows, seen from the writer. The old address of zeros means that nothing is wanted. */
    public Direction direction(MediaDescription medium) {
        Direction said = SdpLines.direction(medium.lines())
                .or(() -> SdpLines.direction(lines))
                .orElse(Direction.SENDRECV);
        boolean nowhere = address(medium).filter("0.0.0.0"::equals).isPresent();
        return nowhere ? Direction.of(said.sends(), false) : said;
    }

    /** The text, lines ended as the Recommendation wants. */
    public String write() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append("\r\n"));
        media.forEach(medium -> medium.all().forEach(line -> text.append(line).append("\r\n")));
        return text.toString();
    }
}
