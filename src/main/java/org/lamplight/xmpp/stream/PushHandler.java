package org.lamplight.xmpp.stream;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jivesoftware.smack.iqrequest.AbstractIqRequestHandler;
import org.jivesoftware.smack.iqrequest.IQRequestHandler;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;

/** Takes what a trusted sender pushes, in the reader's thread so that order is kept; refuses all others. */
public final class PushHandler extends AbstractIqRequestHandler {
    private final Predicate<@Nullable Jid> trusted;
    private final Consumer<IQ> action;

    public PushHandler(String element, String namespace, Predicate<@Nullable Jid> trusted, Consumer<IQ> action) {
        super(element, namespace, IQ.Type.set, IQRequestHandler.Mode.sync);
        this.trusted = trusted;
        this.action = action;
    }

    @Override
    public IQ handleIQRequest(IQ request) {
        if (!trusted.test(request.getFrom())) {
            return IQ.createErrorResponse(request, StanzaError.Condition.service_unavailable);
        }
        action.accept(request);
        return IQ.createResultIQ(request);
    }
}
