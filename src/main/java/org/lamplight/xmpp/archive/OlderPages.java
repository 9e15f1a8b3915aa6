package org.lamplight.xmpp.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jivesoftware.smackx.mam.element.MamElements.MamResultExtension;
import org.jivesoftware.smackx.rsm.packet.RSMSet;
import org.jivesoftware.smackx.xdata.packet.DataForm;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.jxmpp.stringprep.XmppStringprepException;
import org.lamplight.backend.BackendContext;
import org.lamplight.chat.Change;
import org.lamplight.chat.Message;
import org.lamplight.chat.Utterance;
import org.lamplight.xmpp.stream.AccountKeys;

/**
 * Fetches what an archive holds of one talk from before all that is here, a page at a time. Archives keep receipts and
 * markers too, so a page may bring nothing that is shown: then it goes on to the next. What is new is read before what is
 * older, for one place can't grow in both directions at once.
 */
public final class OlderPages {
    private static final int PAGE = 50;
    private static final int MOST_PAGES = 2_000;
    private static final int PATIENCE_SECONDS = 30;

    private final BackendContext context;
    private final ArchivePages pages;
    private final Reading reading;
    private final Supplier<CompletableFuture<Void>> settled;

    /** Takes one message of an archive; empty if it holds nothing to be kept. */
    public interface Reading {
        Optional<Utterance> read(MamResultExtension result);
    }

    /** @param settled completes once the archive's newest is read */
    public OlderPages(
            BackendContext context, ArchivePages pages, Reading reading, Supplier<CompletableFuture<Void>> settled) {
        this.settled = settled;
        this.context = context;
        this.pages = pages;
        this.reading = reading;
    }

    /** Asks our own archive. Completes on core with whether there may be more. */
    public CompletableFuture<Boolean> ask(String peer, @Nullable Message before) {
        try {
            return ask(null, ArchivePages.with(AccountKeys.jid(peer)), peer, before);
        } catch (XmppStringprepException none) {
            return CompletableFuture.completedFuture(false);
        }
    }

    /** Asks the archive at this address; null for our own. */
    public CompletableFuture<Boolean> ask(
            @Nullable Jid archive, Consumer<DataForm.Builder> narrowing, String peer, @Nullable Message before) {
        String oldest = before == null ? null : before.details().archiveId();
        return settled.get()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .thenCompose(done -> context.chats().keptSince(peer))
                .thenCompose(since -> new Search(archive, and(narrowing, since), peer)
                        .before(oldest == null ? "" : oldest, MOST_PAGES))
                // An archive that does not know of that message, or none at all: there is nothing more
                .exceptionallyAsync(failed -> false, context.core());
    }

    /** What the user removed is not asked for. */
    private static Consumer<DataForm.Builder> and(Consumer<DataForm.Builder> narrowing, Optional<Instant> since) {
        return since.map(ArchivePages::since).map(narrowing::andThen).orElse(narrowing);
    }

    /** Goes back until something new came. */
    private final class Search {
        private final @Nullable Jid archive;
        private final Consumer<DataForm.Builder> narrowing;
        private final String peer;

        Search(@Nullable Jid archive, Consumer<DataForm.Builder> narrowing, String peer) {
            this.archive = archive;
            this.narrowing = narrowing;
            this.peer = peer;
        }

        CompletableFuture<Boolean> before(String id, int left) {
            RSMSet set = new RSMSet(PAGE, id, RSMSet.PageDirection.before);
            return pages.ask(archive, narrowing, set)
                    .thenComposeAsync(
                            page -> keep(peer, page).thenCompose(came -> goOn(id, page, came, left)), context.core());
        }

        private CompletableFuture<Boolean> goOn(String id, ArchivePages.Page page, int came, int left) {
            boolean more = !page.complete() && !page.results().isEmpty();
            String first = more ? page.results().get(0).getId() : id;
            if (came > 0 || !more) {
                return CompletableFuture.completedFuture(more);
            }
            return first.equals(id) || left == 0 ? CompletableFuture.completedFuture(false) : before(first, left - 1);
        }
    }

    /** Completes with how many messages are new. */
    private CompletableFuture<Integer> keep(String peer, ArchivePages.Page page) {
        List<Message> messages = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        page.results().stream()
                .flatMap(result -> reading.read(result).stream())
                .filter(said -> said.peer().equals(peer))
                .forEach(said -> {
                    if (said instanceof Message message) {
                        messages.add(message);
                    } else if (said instanceof Change change) {
                        changes.add(change);
                    }
                });
        return context.chats()
                .olderReceived(peer, messages)
                .thenCompose(came -> CompletableFuture.allOf(changes.stream()
                                .map(context.chats()::olderChanged)
                                .toArray(CompletableFuture[]::new))
                        .thenApply(done -> came));
    }
}
