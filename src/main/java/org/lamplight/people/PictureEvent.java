package org.lamplight.people;

import java.util.Optional;
import org.lamplight.core.Event;

/** What happened to the pictures of people. */
public sealed interface PictureEvent extends Event {

    /** The picture of this address is another, or there is none any more. */
    record PictureChanged(String address, Optional<PictureId> id) implements PictureEvent {}

    /** What could not be had may be there now: after a sign-in, or when what is kept was read. */
    record PicturesReachable() implements PictureEvent {}
}
