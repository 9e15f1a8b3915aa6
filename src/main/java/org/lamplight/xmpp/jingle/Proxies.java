package org.lamplight.xmpp.jingle;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smackx.bytestreams.socks5.packet.Bytestream;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.jivesoftware.smackx.disco.packet.DiscoverItems;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;

/** Finds the proxies of our server (XEP-0065), once for each session. From any thread. */
final class Proxies {
    private static final int MOST_ITEMS = 30;
    private static final int MOST = 3;

    /** Where one is. */
    record Proxy(String jid, String host, int port) {}

    private final Requests requests;
    private @Nullable CompletableFuture<List<Proxy>> found;

    Proxies(Requests requests) {
        this.requests = requests;
    }

    synchronized void began() {
        found = null;
    }

    synchronized CompletableFuture<List<Proxy>> find() {
        CompletableFuture<List<Proxy>> known = found;
        if (known == null) {
            known = look();
            found = known;
        }
        return known;
    }

    private CompletableFuture<List<Proxy>> look() {
        Jid own = requests.own();
        if (own == null) {
            return CompletableFuture.completedFuture(List.of());
        }
        DiscoverItems items = new DiscoverItems();
        items.setTo(own.asDomainBareJid());
        items.setType(IQ.Type.get);
        return requests.ask(items)
                .handle((answer, failed) ->
                        answer instanceof DiscoverItems all ? all.getItems() : List.<DiscoverItems.Item>of())
                .thenCompose(all -> together(all.stream()
                        .filter(item -> item.getNode() == null)
                        .limit(MOST_ITEMS)
                        .map(item -> proxy(item.getEntityID()))
                        .toList()));
    }

    private static CompletableFuture<List<Proxy>> together(List<CompletableFuture<List<Proxy>>> all) {
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> all.stream()
                        .flatMap(each -> each.join().stream())
                        .limit(MOST)
                        .toList());
    }

    private CompletableFuture<List<Proxy>> proxy(Jid service) {
        DiscoverInfo question = DiscoverInfo.builder(requests.connection())
                .to(service)
                .ofType(IQ.Type.get)
                .build();
        return requests.ask(question)
                .thenCompose(answer -> answer instanceof DiscoverInfo info && info.hasIdentity("proxy", "bytestreams")
                        ? address(service)
                        : CompletableFuture.completedFuture(List.<Proxy>of()))
                .exceptionally(refused -> List.of());
    }

    private CompletableFuture<List<Proxy>> address(Jid service) {
        Bytestream question = new Bytestream();
        question.setType(IQ.Type.get);
        question.setTo(service);
        return requests.ask(question)
                .thenApply(answer -> answer instanceof Bytestream known
                        ? known.getStreamHosts().stream().flatMap(Proxies::of).toList()
                        : List.<Proxy>of());
    }

    private static Stream<Proxy> of(Bytestream.StreamHost host) {
        return host.getPort() > 0
                ? Stream.of(
                        new Proxy(host.getJID().toString(), host.getAddress().toString(), host.getPort()))
                : Stream.empty();
    }
}
