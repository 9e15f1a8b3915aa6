package org.lamplight.media.sdp;

import java.util.Optional;
import java.util.Set;

/**
 * How the two sides get at their keys (RFC 5763, section 5).
 *
 * @param peer certificates of the peer, of which it may show any
 * @param connects whether it is us who begins, as the client of the handshake
 */
public record DtlsTerms(Set<Fingerprint> peer, boolean connects) {
    /** Copies its set. */
    public DtlsTerms {
        peer = Set.copyOf(peer);
    }

    /** Whether this certificate (DER) is one of the peer's. */
    public boolean isPeer(byte[] certificate) {
        return peer.stream().anyMatch(one -> one.isOf(certificate));
    }

    /**
     * Who begins, if the other one says this of itself (RFC 4145, section 4). Empty where nobody can.
     *
     * @param rather what we take where we have the choice
     */
    static Optional<Boolean> connects(Optional<String> said, boolean answered, boolean rather) {
        return switch (said.orElse("active")) {
            case "active" -> Optional.of(false);
            case "passive" -> Optional.of(true);
            case "actpass" -> answered ? Optional.empty() : Optional.of(rather);
            default -> Optional.empty();
        };
    }

    String role() {
        return connects ? "active" : "passive";
    }
}
