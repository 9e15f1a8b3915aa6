package org.lamplight.media.sdp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which certificate its writer has (RFC 8122, section 5): {@code a=fingerprint:sha-256 12:DF:...}.
 *
 * @param hash in small letters, such as {@code sha-256}
 * @param value octets in capital letters with colons
 */
public record Fingerprint(String hash, String value) {
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();
    /** Those that nobody has broken, and how long they are. */
    private static final Map<String, Integer> KNOWN = Map.of("sha-256", 32, "sha-384", 48, "sha-512", 64);

    /** That of a certificate (DER), by SHA-256. */
    public static Fingerprint of(byte[] certificate) {
        return new Fingerprint("sha-256", COLONS.formatHex(digest("sha-256", certificate)));
    }

    /** Empty for what is none, or one by a hash that proves nothing any more. */
    static Optional<Fingerprint> parse(String said) {
        String[] words = said.strip().split(" +", -1);
        Integer octets = words.length == 2 ? KNOWN.get(words[0].toLowerCase(Locale.ROOT)) : null;
        boolean whole = octets != null && words[1].matches("([0-9A-Fa-f]{2}:){" + (octets - 1) + "}[0-9A-Fa-f]{2}");
        return whole
                ? Optional.of(new Fingerprint(words[0].toLowerCase(Locale.ROOT), words[1].toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** Whether it is that of this certificate (DER). */
    public boolean isOf(byte[] certificate) {
        return MessageDigest.isEqual(COLONS.parseHex(value), digest(hash, certificate));
    }

    private static byte[] digest(String hash, byte[] certificate) {
        try {
            return MessageDigest.getInstance(hash.toUpperCase(Locale.ROOT)).digest(certificate);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-2", impossible);
        }
    }

    SdpLine line() {
        return SdpLine.attribute("fingerprint", hash + " " + value);
    }
}
