package org.lamplight.media.sdp;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.lamplight.media.srtp.SrtpSuite;

/**
 * A key for SRTP as a description says it (RFC 4568, section 9): {@code a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:...}.
 *
 * @param tag which answer belongs to which offer
 * @param key master key and salt in Base64
 * @param mki octets before the tag of each packet that name the key, mostly none
 */
public record CryptoAttribute(int tag, SrtpSuite suite, String key, int mki) {
    private static final String INLINE = "inline:";
    private static final int MOST_MKI = 128;

    /** New keys of ours, one for each suite, the stronger one first. */
    public static List<CryptoAttribute> fresh(SecureRandom random) {
        List<CryptoAttribute> all = new ArrayList<>();
        for (SrtpSuite suite : SrtpSuite.values()) {
            byte[] key = new byte[SrtpSuite.KEY_AND_SALT];
            random.nextBytes(key);
            all.add(new CryptoAttribute(
                    all.size() + 1, suite, Base64.getEncoder().encodeToString(key), 0));
        }
        return List.copyOf(all);
    }

    /** Empty for what is not known here: other suites, several keys, or parameters that weaken it. */
    static Optional<CryptoAttribute> parse(String value) {
        String[] words = value.strip().split(" +", -1);
        if (words.length < 3 || !isUsual(words)) {
            return Optional.empty();
        }
        Optional<Integer> tag = SdpLines.number(words[0], 0, 999_999_999);
        Optional<SrtpSuite> suite = SrtpSuite.of(words[1]);
        return tag.flatMap(number -> suite.flatMap(known -> parse(number, known, words[2])));
    }

    /** Of all parameters only the hint about the window changes nothing. */
    private static boolean isUsual(String[] words) {
        for (int i = 3; i < words.length; i++) {
            if (!words[i].startsWith("WSH=")) {
                return false;
            }
        }
        return words[2].startsWith(INLINE) && !words[2].contains(";");
    }

    /** {@code inline:KEY|lifetime|MKI:octets}, the last two if they are there. */
    private static Optional<CryptoAttribute> parse(int tag, SrtpSuite suite, String inline) {
        String[] parts = inline.substring(INLINE.length()).split("\\|", -1);
        int mki = 0;
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].contains(":")) {
                String octets = parts[i].substring(parts[i].indexOf(':') + 1);
                mki = SdpLines.number(octets, 1, MOST_MKI).orElse(-1);
            }
        }
        CryptoAttribute read = new CryptoAttribute(tag, suite, parts[0], Math.max(0, mki));
        return mki < 0 || !read.isWhole() ? Optional.empty() : Optional.of(read);
    }

    private boolean isWhole() {
        try {
            return octets().length == SrtpSuite.KEY_AND_SALT;
        } catch (IllegalArgumentException rubbish) {
            return false;
        }
    }

    /** Master key and salt. */
    public byte[] octets() {
        return Base64.getDecoder().decode(key);
    }

    /** The same key under the number of an offer. */
    CryptoAttribute tagged(int other) {
        return new CryptoAttribute(other, suite, key, mki);
    }

    SdpLine line() {
        return SdpLine.attribute("crypto", tag + " " + suite + " " + INLINE + key);
    }

    /** No key in a log. */
    @Override
    public String toString() {
        return tag + " " + suite;
    }
}
