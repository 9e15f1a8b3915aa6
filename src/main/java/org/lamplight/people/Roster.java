package org.lamplight.people;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The roster of one account, as an adapter offers it. No call blocks; each future completes on any thread, and fails with
 * a {@link Refused} where the server or the connection said no.
 */
public interface Roster {

    /** Why a change was not made, as one plain sentence for the user. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Refused(String sentence) {
            super(sentence);
        }

        public Refused(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /** Adds or changes an entry (RFC 6121, section 2.3). */
    CompletableFuture<Void> put(String address, @Nullable String name, List<String> groups);

    CompletableFuture<Void> remove(String address);

    /** Asks to see their presence. */
    CompletableFuture<Void> ask(String address);

    /** Lets them see ours. */
    CompletableFuture<Void> accept(String address);

    CompletableFuture<Void> decline(String address);

    /** Blocks or unblocks (XEP-0191). */
    CompletableFuture<Void> block(String address, boolean blocked);

    /** Blocks, and reports as a sender of spam where that can be done (XEP-0377). */
    default CompletableFuture<Void> report(String address) {
        return block(address, true);
    }
}
