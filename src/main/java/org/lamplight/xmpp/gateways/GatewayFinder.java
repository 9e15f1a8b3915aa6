package org.lamplight.xmpp.gateways;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jivesoftware.smack.packet.id.StandardStanzaIdSource;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo.Identity;
import org.jivesoftware.smackx.disco.packet.DiscoverItems;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.lamplight.gateway.Gateway;
import org.lamplight.gateway.Gateway.Offer;
import org.lamplight.gateway.Network;
import org.lamplight.xmpp.forms.Forms;
import org.lamplight.xmpp.stream.AccountKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out by service discovery (XEP-0030) which gateways there are, and what is at an address. Fit for every thread. */
final class GatewayFinder {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayFinder.class);
    private static final int MOST_SERVICES = 50;

    private final AccountKeys keys;
    private final GatewayAnswers answers;

    GatewayFinder(AccountKeys keys, GatewayAnswers answers) {
        this.keys = keys;
        this.answers = answers;
    }

    /** Those among the services of our server; one that does not answer is none. */
    CompletableFuture<List<Gateway>> find() {
        return items(keys.domain(), "").thenCompose(items -> {
            List<CompletableFuture<Stream<Gateway>>> asked = items.stream()
                    .filter(item -> item.getEntityID() != null)
                    .limit(MOST_SERVICES)
                    .map(item -> look(item.getEntityID().toString())
                            .thenApply(found -> isGateway(found) ? Stream.of(found) : Stream.<Gateway>empty())
                            .exceptionally(silent -> none(silent)))
                    .toList();
            return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                    .thenApply(done ->
                            asked.stream().flatMap(CompletableFuture::join).toList());
        });
    }

    private static Stream<Gateway> none(Throwable silent) {
        LOG.debug("a service is left out", silent);
        return Stream.empty();
    }

    /** A server's own rooms, or a service for uploads, offer commands too; they lead to no other network. */
    private static boolean isGateway(Gateway found) {
        return found.network() != Network.UNKNOWN || found.offers(Offer.ADDRESSES);
    }

    CompletableFuture<Gateway> look(String address) {
        String id = StandardStanzaIdSource.DEFAULT.getNewStanzaId();
        return answers.look(
                        address, () -> DiscoverInfo.builder(id).to(jid(address)).build())
                .thenApply(answer -> answers.as(DiscoverInfo.class, answer, address))
                .thenApply(info -> gateway(address, info));
    }

    CompletableFuture<List<DiscoverItems.Item>> items(String address, String node) {
        return answers.look(address, () -> {
                    DiscoverItems request = new DiscoverItems();
                    request.setTo(jid(address));
                    if (!node.isEmpty()) {
                        request.setNode(node);
                    }
                    return request;
                })
                .thenApply(answer ->
                        answers.as(DiscoverItems.class, answer, address).getItems());
    }

    static Jid jid(String address) throws org.jxmpp.stringprep.XmppStringprepException {
        return JidCreate.from(address);
    }

    /** Some that bridge rooms only say so as "conference" of a type, as biboumi does. */
    private Gateway gateway(String address, DiscoverInfo info) {
        Supplier<Stream<Identity>> bridges = () -> info.getIdentities().stream()
                .filter(one -> one.getCategory().equals("gateway")
                        || (one.getCategory().equals("conference")
                                && !one.getType().equals("text")));
        Identity identity = bridges.get().findFirst().orElse(null);
        String name = info.getIdentities().stream()
                .map(one -> one.getName() == null ? "" : Forms.line(one.getName()))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse(address);
        return new Gateway(
                keys.bare(),
                String.valueOf(info.getFrom() == null ? address : info.getFrom()),
                name,
                identity == null ? Network.UNKNOWN : Network.of(identity.getType()),
                offers(info, bridges.get().anyMatch(one -> one.getCategory().equals("gateway"))),
                false,
                false,
                null,
                false);
    }

    private static Set<Offer> offers(DiscoverInfo info, boolean gateway) {
        Set<Offer> offers = EnumSet.noneOf(Offer.class);
        if (info.containsFeature(Registrations.NAMESPACE)) {
            offers.add(Offer.REGISTER);
        }
        if (info.containsFeature(Commands.NAMESPACE)) {
            offers.add(Offer.COMMANDS);
        }
        if (info.containsFeature(GatewaySession.ADDRESSES) || gateway) {
            offers.add(Offer.ADDRESSES);
        }
        if (info.containsFeature("http://jabber.org/protocol/muc")) {
            offers.add(Offer.ROOMS);
        }
        return offers;
    }
}
