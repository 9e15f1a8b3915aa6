package org.lamplight.people;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Keeps pictures from one run to the next, as many as there is room for. No call blocks; futures complete on any thread. */
public interface PictureStore {

    /** The bytes of this picture, as far as they are kept and sound. */
    CompletableFuture<Optional<byte[]>> read(PictureId id);

    /** Keeps them; older ones may go for it. */
    void write(PictureId id, byte[] bytes);

    /** Whose picture was which at the end of the last run. */
    CompletableFuture<Map<String, PictureId>> known();

    void keepKnown(Map<String, PictureId> known);
}
