package org.lamplight.media.sdp;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lamplight.call.MediaSecurity;

/**
 * How this side protects sound.
 *
 * @param crypto our keys, which answer protected offers too; none at all if nothing can be protected so
 * @param dtls our handshake, which answers offers too; empty if there can be none
 * @param offered how sound is protected that we offer
 * @param required whether only protected sound is taken
 */
public record Keying(List<CryptoAttribute> crypto, Optional<LocalDtls> dtls, MediaSecurity offered, boolean required) {
    /** Nothing is protected. */
    static final Keying NONE = new Keying(List.of(), Optional.empty(), MediaSecurity.NONE, false);

    /** Copies its list. */
    public Keying {
        crypto = List.copyOf(crypto);
    }

    Keying with(List<CryptoAttribute> keys) {
        return new Keying(keys, dtls, offered, required);
    }

    Keying with(LocalDtls ours) {
        return new Keying(crypto, Optional.of(ours), offered, required);
    }

    Keying offering(MediaSecurity keying, boolean insisting) {
        return new Keying(crypto, dtls, keying, insisting);
    }

    /** The keys of both sides for what the peer says; with one of theirs that ours has the tag of, if it answers. */
    Optional<CryptoPair> keys(MediaDescription theirs, boolean answered) {
        for (CryptoAttribute peer : theirs.crypto()) {
            for (CryptoAttribute own : crypto) {
                if (own.suite() == peer.suite() && (!answered || own.tag() == peer.tag())) {
                    return Optional.of(new CryptoPair(own.tagged(peer.tag()), peer));
                }
            }
        }
        return Optional.empty();
    }

    /** What the peer says of its handshake, together with ours. */
    Optional<DtlsTerms> terms(SessionDescription session, MediaDescription theirs, boolean answered) {
        Set<Fingerprint> peer = session.attributes(theirs, "fingerprint").stream()
                .flatMap(said -> Fingerprint.parse(said).stream())
                .collect(Collectors.toSet());
        Optional<String> setup = session.attributes(theirs, "setup").stream().findFirst();
        return dtls.filter(ours -> !peer.isEmpty())
                .flatMap(ours -> DtlsTerms.connects(setup, answered, ours.connects()))
                .map(connects -> new DtlsTerms(peer, connects));
    }

    /** What is said of the protection that we offer. */
    List<SdpLine> offeredKeys() {
        return switch (offered) {
            case NONE -> List.of();
            case SDES -> crypto.stream().map(CryptoAttribute::line).toList();
            case DTLS -> handshake("actpass");
        };
    }

    /** What is said of the protection that was agreed on. */
    List<SdpLine> answeredKeys(NegotiatedAudio audio) {
        return audio.dtls()
                .map(terms -> handshake(terms.role()))
                .orElseGet(() ->
                        audio.crypto().map(pair -> pair.own().line()).stream().toList());
    }

    private List<SdpLine> handshake(String role) {
        LocalDtls ours = dtls.orElseThrow();
        return List.of(ours.own().line(), SdpLine.attribute("setup", role));
    }
}
