package org.lamplight.xmpp.gateways;

import java.util.concurrent.CompletableFuture;
import org.jivesoftware.smack.SmackConfiguration;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.jxmpp.stringprep.XmppStringprepException;
import org.lamplight.core.Texts;
import org.lamplight.gateway.Refused;
import org.lamplight.xmpp.forms.Forms;
import org.lamplight.xmpp.forms.Tree;
import org.lamplight.xmpp.stream.AccountKeys;
import org.lamplight.xmpp.stream.ElementIq;
import org.lamplight.xmpp.stream.Replies;
import org.lamplight.xmpp.stream.Wire;

/** Asks gateways without waiting; what they refuse, or leave unanswered, becomes a sentence. Fit for every thread. */
final class GatewayAnswers {
    private static final Texts TEXTS = Texts.of(GatewayAnswers.class);

    /** A gateway may have to ask its network first. */
    private static final int PATIENCE_MS = 30_000;

    private final AccountKeys keys;
    private final Wire wire;

    GatewayAnswers(AccountKeys keys, Wire wire) {
        this.keys = keys;
        this.wire = wire;
    }

    /** What the gateway knows by itself. Completes with the answer; fails with {@link Refused}. */
    CompletableFuture<IQ> look(String address, Replies.Request request) {
        return ask(address, request, SmackConfiguration.getDefaultReplyTimeout());
    }

    private CompletableFuture<IQ> ask(String address, Replies.Request request, int patience) {
        CompletableFuture<IQ> answer = new CompletableFuture<>();
        if (!wire.connection().isAuthenticated()) {
            answer.completeExceptionally(new Refused(TEXTS.get("gateway.offline", keys.domain())));
            return answer;
        }
        try {
            wire.connection()
                    .sendIqRequestAsync(request.make(), patience)
                    .onSuccess(answer::complete)
                    .onError(failure -> answer.completeExceptionally(refused(address, failure)));
        } catch (XmppStringprepException e) {
            answer.completeExceptionally(refused(address, e));
        }
        return answer;
    }

    CompletableFuture<Tree> ask(String address, IQ.Type type, Tree content) {
        Replies.Request request = () -> {
            ElementIq made = new ElementIq(type, content.element());
            made.setTo(GatewayFinder.jid(address));
            return made;
        };
        return ask(address, request, PATIENCE_MS)
                .thenApply(answer -> answer instanceof ElementIq read ? Tree.of(read.content()) : Tree.of("", ""));
    }

    <T extends IQ> T as(Class<T> kind, IQ answer, String address) {
        if (!kind.isInstance(answer)) {
            throw new Refused(TEXTS.get("gateway.odd", address));
        }
        return kind.cast(answer);
    }

    Refused odd(String address) {
        return new Refused(TEXTS.get("gateway.odd", address));
    }

    private Refused refused(String address, Exception failure) {
        return new Refused(sentence(address, failure), failure);
    }

    private String sentence(String address, Exception failure) {
        if (failure instanceof XmppStringprepException) {
            return TEXTS.get("gateway.address", address);
        }
        if (failure instanceof XMPPException.XMPPErrorException error) {
            return sentence(address, error.getStanzaError());
        }
        boolean silent = failure instanceof SmackException.NoResponseException;
        return silent ? TEXTS.get("gateway.silent", address) : TEXTS.get("gateway.offline", keys.domain());
    }

    /** What the gateway says for people tells more than the name of the error. */
    private static String sentence(String address, StanzaError error) {
        String text = Forms.line(error.getDescriptiveText() == null ? "" : error.getDescriptiveText());
        if (!text.isEmpty()) {
            return TEXTS.get("gateway.says", address, text);
        }
        return switch (error.getCondition()) {
            case remote_server_not_found, item_not_found, jid_malformed -> TEXTS.get("gateway.nobody", address);
            case service_unavailable, remote_server_timeout, recipient_unavailable, internal_server_error ->
                TEXTS.get("gateway.away", address);
            case feature_not_implemented -> TEXTS.get("gateway.cannot", address);
            case not_acceptable, bad_request -> TEXTS.get("gateway.form", address);
            case conflict -> TEXTS.get("gateway.taken", address);
            case not_authorized -> TEXTS.get("gateway.password", address);
            case registration_required, subscription_required -> TEXTS.get("gateway.register", address);
            case forbidden, not_allowed -> TEXTS.get("gateway.forbidden", address);
            default -> TEXTS.get("gateway.refused", address, error.getCondition());
        };
    }
}
