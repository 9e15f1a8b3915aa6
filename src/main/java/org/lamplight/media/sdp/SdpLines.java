package org.lamplight.media.sdp;

import java.util.List;
import java.util.Optional;

/** Questions to the lines of one section. */
final class SdpLines {
    private SdpLines() {}

    static boolean has(List<SdpLine> lines, String attribute) {
        return lines.stream().anyMatch(line -> line.isAttribute(attribute));
    }

    static List<String> attributes(List<SdpLine> lines, String name) {
        return lines.stream()
                .filter(line -> line.isAttribute(name))
                .map(SdpLine::attributeValue)
                .toList();
    }

    static Optional<String> value(List<SdpLine> lines, char type) {
        return lines.stream()
                .filter(line -> line.type() == type)
                .map(SdpLine::value)
                .findFirst();
    }

    /** The address of the connection line, which must be one of the internet. */
    static Optional<String> address(List<SdpLine> lines) {
        return value(lines, 'c').flatMap(value -> address(value.strip().split(" +", -1)));
    }

    /** From {@code IN IP4 192.0.2.1}, where a lifetime may follow after a slash. */
    static Optional<String> address(String[] words) {
        boolean internet = words.length == 3 && words[0].equals("IN") && words[1].matches("IP[46]");
        return Optional.of(internet ? words[2].split("/", -1)[0] : "")
                .filter(one -> one.matches("[0-9A-Za-z.:-]{1,255}"));
    }

    static Optional<Integer> number(String text, int least, int most) {
        if (!text.matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(text);
        return number < least || number > most ? Optional.empty() : Optional.of(number);
    }

    static Optional<Direction> direction(List<SdpLine> lines) {
        for (Direction direction : Direction.values()) {
            if (has(lines, direction.attribute())) {
                return Optional.of(direction);
            }
        }
        return Optional.empty();
    }
}
