package org.lamplight.xmpp.jingle;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.jxmpp.jid.Jid;

/** Finds out which clients of a peer take files (XEP-0030). From any thread. */
final class Takers {
    private static final int MOST = 5;

    private final Requests requests;

    Takers(Requests requests) {
        this.requests = requests;
    }

    CompletableFuture<Optional<Taker>> first(List<Jid> clients) {
        List<CompletableFuture<Optional<Taker>>> all =
                clients.stream().limit(MOST).map(this::ask).toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
                .thenApply(done ->
                        all.stream().flatMap(each -> each.join().stream()).findFirst());
    }

    private CompletableFuture<Optional<Taker>> ask(Jid client) {
        DiscoverInfo question = DiscoverInfo.builder(requests.connection())
                .to(client)
                .ofType(IQ.Type.get)
                .build();
        return requests.ask(question)
                .handle((answer, failed) ->
                        answer instanceof DiscoverInfo info ? read(client, info) : Optional.empty());
    }

    private static Optional<Taker> read(Jid client, DiscoverInfo info) {
        boolean inBand = info.containsFeature(InBand.NAMESPACE);
        boolean files = info.containsFeature(Words.NAMESPACE) && info.containsFeature(Offer.NAMESPACE);
        boolean sockets = info.containsFeature(Sockets.NAMESPACE);
        return files && (sockets || inBand) ? Optional.of(new Taker(client, sockets, inBand)) : Optional.empty();
    }
}
