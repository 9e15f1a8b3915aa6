package org.lamplight.media.sdp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address at which a side may be reached (RFC 8839, section 5.1), always for RTP and by UDP.
 *
 * @param foundation the same for those that will work or fail together
 * @param type {@code host}, {@code srflx}, {@code prflx} or {@code relay}
 */
public record Candidate(String foundation, long priority, InetSocketAddress address, String type) {
    private static final int WORDS = 8;
    private static final long MOST_PRIORITY = 0x7FFF_FFFFL;
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern NUMERIC =
            Pattern.compile(OCTET + "(\\." + OCTET + "){3}|(?=[^:]*:)[0-9A-Fa-f:.]{2,45}");

    /** Empty for what is of no use here: other components and transports, and names in place of addresses. */
    static Optional<Candidate> parse(String value) {
        String[] words = value.strip().split(" +", -1);
        boolean usual = words.length >= WORDS
                && words[0].matches("[0-9A-Za-z+/]{1,32}")
                && words[1].equals("1")
                && words[2].equalsIgnoreCase("udp")
                && words[3].matches("[0-9]{1,10}")
                && NUMERIC.matcher(words[4]).matches()
                && words[6].equals("typ");
        Optional<Integer> port = usual ? SdpLines.number(words[5], 1, 65_535) : Optional.empty();
        return port.filter(any -> Long.parseLong(words[3]) <= MOST_PRIORITY)
                .flatMap(number -> numeric(words[4])
                        .map(address -> new Candidate(
                                words[0], Long.parseLong(words[3]), new InetSocketAddress(address, number), words[7])));
    }

    /** Numbers only, so that no name is looked up. */
    private static Optional<InetAddress> numeric(String text) {
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException rubbish) {
            return Optional.empty();
        }
    }

    SdpLine line() {
        String related = type.equals("host")
                ? ""
                : address.getAddress().getAddress().length == 4 ? " raddr 0.0.0.0 rport 9" : " raddr :: rport 9";
        return SdpLine.attribute(
                "candidate",
                foundation + " 1 udp " + priority + " " + address.getAddress().getHostAddress() + " "
                        + address.getPort() + " typ " + type + related);
    }
}
