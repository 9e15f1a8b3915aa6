package org.lamplight.media.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.MediaSession.Unacceptable;
import org.lamplight.core.Texts;
import org.lamplight.media.sdp.Direction;
import org.lamplight.media.sdp.DtlsTerms;
import org.lamplight.media.sdp.IcePeer;
import org.lamplight.media.sdp.LocalAudio;
import org.lamplight.media.sdp.LocalDtls;
import org.lamplight.media.sdp.NegotiatedAudio;
import org.lamplight.media.sdp.OfferAnswer;
import org.lamplight.media.sdp.Origin;
import org.lamplight.media.sdp.SessionDescription;

/**
 * Offers and answers of one session, one after the other (RFC 3264, section 8): which version is the next, what was agreed
 * on last, and who holds whom. No sockets, no clock. For one thread at a time.
 *
 * <p>Both sides may hold at once, so these are two flags (RFC 6337, section 5.3).
 */
final class Negotiation {
    private static final Texts TEXTS = Texts.of(Negotiation.class);
    private static final String NOWHERE = "0.0.0.0";

    private LocalAudio local;
    private Origin origin;
    /** The highest version that was ever sent, whether it was taken or not. */
    private long version;

    /** Our description that is in force. */
    private @Nullable SessionDescription last;
    /** Our offer that waits for its answer, or to which the newest answer belongs. */
    private @Nullable SessionDescription offer;

    private @Nullable NegotiatedAudio agreed;
    private boolean holdWanted;
    private boolean holding;
    private boolean heldByPeer;

    Negotiation(LocalAudio local, long id) {
        this.local = local;
        this.origin = Origin.first(id, local.address());
    }

    /** What we have and want is the same, but we are reached there from the next description on. */
    void reached(LocalAudio same) {
        local = same;
        if (version == 0) {
            origin = Origin.first(origin.id(), same.address());
        }
    }

    /** Of the next offer or answer. */
    void hold(boolean on) {
        holdWanted = on;
    }

    /** Whether we hold the peer, by what is in force. */
    boolean holding() {
        return holding;
    }

    /** Whether the peer's last description holds us. */
    boolean heldByPeer() {
        return heldByPeer;
    }

    /** What is in force. */
    Optional<NegotiatedAudio> agreed() {
        return Optional.ofNullable(agreed);
    }

    String offer() {
        SessionDescription before = last;
        if (before == null) {
            // nothing was answered yet, so it is the same question again unless it is put differently
            SessionDescription asked = offer;
            offer = asked == null
                    ? OfferAnswer.offer(next(), local.flowing(wanted()))
                    : changed(asked, redirected(asked));
        } else {
            offer = changed(before, holdWanted == holding ? relocated(before) : redirected(before));
        }
        return offer.write();
    }

    private SessionDescription redirected(SessionDescription before) {
        return relocated(OfferAnswer.redirected(before, origin, wanted()));
    }

    private SessionDescription relocated(SessionDescription before) {
        return OfferAnswer.relocated(before, local);
    }

    /** The old one if the new one says the same, so that its version stays. */
    private SessionDescription changed(SessionDescription before, SessionDescription candidate) {
        return candidate.media().equals(before.media()) ? before : candidate.by(next());
    }

    private Origin next() {
        version++;
        return new Origin(origin.username(), origin.id(), version, origin.address());
    }

    private Direction wanted() {
        if (!holdWanted) {
            return Direction.SENDRECV;
        }
        return heldByPeer ? Direction.INACTIVE : Direction.SENDONLY;
    }

    String answer(String text) throws Unacceptable {
        SessionDescription theirs = read(text);
        LocalAudio ours = inRole().flowing(holdWanted ? Direction.SENDONLY : Direction.SENDRECV);
        OfferAnswer.Answer answer = OfferAnswer.answer(theirs, origin, ours);
        SessionDescription said = relocated(answer.description());
        NegotiatedAudio audio = answer.audio().orElseThrow(() -> nothingInCommon(theirs));
        heldByPeer = !OfferAnswer.direction(theirs).receives();
        SessionDescription before = last;
        SessionDescription now = before == null ? said.by(next()) : changed(before, said);
        agree(now, audio);
        return now.write();
    }

    /** Whether the peer begins its search for ways anew (RFC 8839, section 4.4.3). */
    boolean isRestart(String offer) {
        Optional<IcePeer> before = agreed().flatMap(NegotiatedAudio::ice);
        return SessionDescription.parse(offer)
                .flatMap(theirs -> OfferAnswer.answer(theirs, origin, inRole()).audio())
                .flatMap(NegotiatedAudio::ice)
                .filter(now ->
                        before.isPresent() && !now.terms().isSame(before.get().terms()))
                .isPresent();
    }

    /** Who began the handshake stays the one who did, as far as it is up to us. */
    private LocalAudio inRole() {
        Optional<DtlsTerms> terms = agreed().flatMap(NegotiatedAudio::dtls);
        return terms.isPresent() && local.keying().dtls().isPresent()
                ? local.shaking(new LocalDtls(
                        local.keying().dtls().get().own(), terms.get().connects()))
                : local;
    }

    void accept(String text) throws Unacceptable {
        SessionDescription theirs = read(text);
        SessionDescription ours = offer;
        if (ours == null) {
            throw new IllegalStateException("there is no offer that this could be an answer to");
        }
        Direction offered = OfferAnswer.direction(ours);
        NegotiatedAudio audio =
                OfferAnswer.accept(ours, theirs, local.flowing(offered)).orElseThrow(() -> nothingInCommon(theirs));
        if (offered.sends()) {
            heldByPeer = !OfferAnswer.direction(theirs).receives();
        }
        agree(ours, audio);
    }

    private void agree(SessionDescription ours, NegotiatedAudio audio) {
        NegotiatedAudio before = agreed;
        last = ours;
        // the address of zeros says only that nothing is wanted: the peer is still where it was
        agreed = audio.remoteAddress().equals(NOWHERE) && before != null ? audio.at(before) : audio;
        holding = holdWanted;
    }

    /** The offer was refused: hold or not, all is as it was. */
    void takeBack() {
        offer = last;
        holdWanted = holding;
    }

    private static SessionDescription read(String text) throws Unacceptable {
        return SessionDescription.parse(text).orElseThrow(() -> unacceptable("unreadable"));
    }

    /** Says why, as far as descriptions tell. */
    private Unacceptable nothingInCommon(SessionDescription theirs) {
        boolean plain = theirs.media().stream()
                .anyMatch(medium -> medium.keying().isPresent() && !medium.isProtected() && medium.port() != 0);
        boolean secure = theirs.media().stream().anyMatch(medium -> medium.isProtected() && medium.port() != 0);
        if (local.keying().required() && plain && !secure) {
            return unacceptable("unprotected");
        }
        return unacceptable(secure && !OfferAnswer.canProtect(theirs, local) ? "badKey" : "nothingInCommon");
    }

    private static Unacceptable unacceptable(String why) {
        return new Unacceptable(TEXTS.get("unacceptable." + why));
    }
}
