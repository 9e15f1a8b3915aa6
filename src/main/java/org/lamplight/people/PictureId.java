package org.lamplight.people;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a picture is called everywhere (XEP-0084, XEP-0153): the SHA-1 of its bytes. Immutable.
 *
 * @param hex 40 hexadecimal digits in small letters
 */
public record PictureId(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{40}");

    public PictureId {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a SHA-1");
        }
    }

    /** The id in this text, whatever the letters' case; empty if it is none. */
    public static Optional<PictureId> of(@Nullable String text) {
        String plain = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(plain).matches() ? Optional.of(new PictureId(plain)) : Optional.empty();
    }

    public static PictureId ofBytes(byte[] bytes) {
        try {
            return new PictureId(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
