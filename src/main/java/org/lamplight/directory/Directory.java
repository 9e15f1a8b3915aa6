package org.lamplight.directory;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One directory that is open. From any thread; returns at once. A future completes on any thread, within seconds, and fails
 * with {@link Unavailable} where there is no answer; who cancels one does not want it any more.
 */
public interface Directory {

    /** Who says what it says, as {@code ldap:work}. */
    String source();

    /** Entries that fit, and maybe others, in any order. */
    CompletableFuture<List<Entry>> search(SearchText text, int limit);

    /** Entries that have this number, and maybe others, in any order. */
    CompletableFuture<List<Entry>> lookup(SoughtNumber number, int limit);

    /** Why there is no answer, as a sentence for people. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unavailable(String sentence) {
            super(sentence);
        }
    }
}
