package org.lamplight.people;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Pictures as the server of one account has them. No call blocks; futures complete on any thread. */
public interface PictureSource {

    /** How somebody says which picture is theirs. */
    enum Way {
        /** As an event of its own (XEP-0084). */
        PUBLISHED,
        /** On a business card, told by presence (XEP-0153). */
        CARD
    }

    /** The bytes as they came, unchecked but never more than {@link Pictures#MOST_BYTES}; empty if there are none. */
    CompletableFuture<Optional<byte[]>> fetch(String address, PictureId id, Way way);

    /** Makes this our own picture, or takes it back; fails with a {@link Roster.Refused}. */
    CompletableFuture<Void> publish(Optional<OwnPicture> picture);
}
