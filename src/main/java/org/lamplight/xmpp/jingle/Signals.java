package org.lamplight.xmpp.jingle;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jivesoftware.smack.packet.StandardExtensionElement;

/** What one side of a session waits to hear of the other, each once. From any thread. */
final class Signals {
    /** The offer is accepted. */
    final CompletableFuture<Words> accepted = new CompletableFuture<>();

    /** Which of our candidates the peer reached, by its id; empty for none. */
    final CompletableFuture<String> picked = new CompletableFuture<>();

    /** Whether the proxy is ready. */
    final CompletableFuture<Boolean> activated = new CompletableFuture<>();

    /** Another way is proposed. */
    final CompletableFuture<Words> replacing = new CompletableFuture<>();

    /** The other way that we proposed is taken, or refused. */
    final CompletableFuture<Words> replaced = new CompletableFuture<>();

    /** The hash that was to follow. */
    final CompletableFuture<FileHash> checksum = new CompletableFuture<>();

    void fail(Throwable cause) {
        List.of(accepted, picked, activated, replacing, replaced, checksum)
                .forEach(each -> each.completeExceptionally(cause));
    }

    void heard(Words words) {
        switch (words.action()) {
            case Words.ACCEPT -> accepted.complete(words);
            case Words.REPLACE -> replacing.complete(words);
            case Words.REPLACE_ACCEPT, Words.REPLACE_REJECT -> replaced.complete(words);
            case Words.TRANSPORT_INFO -> news(words);
            default -> {}
        }
    }

    private void news(Words words) {
        if (words.transport() == null) {
            return;
        }
        for (StandardExtensionElement child : words.transport().getElements()) {
            switch (child.getElementName()) {
                case "candidate-used" -> picked.complete(Words.attribute(child, "cid"));
                case "candidate-error" -> picked.complete("");
                case "activated" -> activated.complete(true);
                case "proxy-error" -> activated.complete(false);
                default -> {}
            }
        }
    }
}
