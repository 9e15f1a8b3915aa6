package org.lamplight.xmpp.jingle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jivesoftware.smack.packet.StandardExtensionElement;

/**
 * A cryptographic hash of a file (XEP-0300).
 *
 * @param algorithm as XEP-0300 calls it
 * @param value in Base64; empty while it is not known
 */
record FileHash(String algorithm, String value) {
    static final String NAMESPACE = "urn:xmpp:hashes:2";
    static final String USUAL = "sha-256";

    /** The best first. */
    private static final List<String> KNOWN = List.of(USUAL, "sha-512", "sha3-256", "sha3-512", "sha-1");

    private static final Map<String, String> JDK = Map.of(
            USUAL, "SHA-256", "sha-512", "SHA-512", "sha3-256", "SHA3-256", "sha3-512", "SHA3-512", "sha-1", "SHA-1");
    private static final int BUFFER = 64 * 1024;

    /** Reads all of a file, unless nobody wants to know any more. Blocks. */
    static FileHash of(Path file, BooleanSupplier unwanted) throws IOException {
        MessageDigest digest = digest(USUAL);
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] buffer = new byte[BUFFER];
            while (in.read(buffer) >= 0) {
                if (unwanted.getAsBoolean()) {
                    throw new IOException("not wanted any more");
                }
            }
        }
        return new FileHash(USUAL, Base64.getEncoder().encodeToString(digest.digest()));
    }

    /** The best of those in a file's description that we know; without a value if that is to follow. */
    static Optional<FileHash> read(StandardExtensionElement file) {
        for (String algorithm : KNOWN) {
            for (StandardExtensionElement child : file.getElements()) {
                boolean hash = child.getElementName().matches("hash|hash-used");
                if (hash && algorithm.equals(child.getAttributeValue("algo"))) {
                    String text = child.getText();
                    return Optional.of(new FileHash(algorithm, text == null ? "" : text.strip()));
                }
            }
        }
        return Optional.empty();
    }

    StandardExtensionElement element() {
        return StandardExtensionElement.builder("hash", NAMESPACE)
                .addAttribute("algo", algorithm)
                .setText(value)
                .build();
    }

    MessageDigest digest() {
        return digest(algorithm);
    }

    boolean isOf(byte[] digest) {
        try {
            return MessageDigest.isEqual(Base64.getMimeDecoder().decode(value), digest);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(JDK.getOrDefault(algorithm, "SHA-256"));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
