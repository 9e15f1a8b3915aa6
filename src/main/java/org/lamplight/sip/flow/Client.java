package org.lamplight.sip.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sip.SipException;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.lamplight.sip.digest.Answer;
import org.lamplight.sip.digest.Attempts;
import org.lamplight.sip.digest.Challenge;
import org.lamplight.sip.digest.Credentials;
import org.lamplight.sip.message.Draft;
import org.lamplight.sip.message.Headers;
import org.lamplight.sip.stack.Place;
import org.lamplight.sip.stack.Replies;
import org.lamplight.sip.stack.Sent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests and proves, to our own server alone, who we are. On the account's thread. */
public final class Client {
    private static final Logger LOG = LoggerFactory.getLogger(Client.class);

    private final Flow flow;
    private final Oversize way;
    private final Credentials credentials;

    public Client(Flow flow, Credentials credentials) {
        this.flow = flow;
        this.way = new Oversize(flow);
        this.credentials = credentials;
    }

    public Flow flow() {
        return flow;
    }

    /** A request that may go twice, under two numbers. */
    public final class Exchange implements Replies {
        private final LongSupplier numbers;
        private final Place place;
        private final Replies replies;
        private final Attempts attempts = new Attempts();
        private Draft draft;
        private @Nullable Sent sent;

        Exchange(Draft draft, LongSupplier numbers, Place place, Replies replies) {
            this.draft = draft;
            this.numbers = numbers;
            this.place = place;
            this.replies = replies;
        }

        /** The number under which it went last. */
        public long sequence() {
            return draft.sequence();
        }

        private void send(List<Answer> proofs) {
            List<String> lines = proofs.stream()
                    .map(proof -> proof.header() + ": " + proof.value())
                    .toList();
            sent = way.send(draft, lines, place, this);
        }

        private void sendFirst() {
            send(flow.isServer(place.address()) ? credentials.ahead(draft.method(), draft.uri()) : List.of());
        }

        @Override
        public void replied(Response response) {
            int code = response.getStatusCode();
            if ((code == 401 || code == 407) && proved(response, code == 407)) {
                return;
            }
            replies.replied(response);
        }

        /** Whether it went once more. A digest is never answered to anybody but our own server. */
        private boolean proved(Response response, boolean proxy) {
            if (!flow.isServer(place.address())) {
                return false;
            }
            List<Challenge> challenges =
                    Headers.all(response, proxy ? "Proxy-Authenticate" : "WWW-Authenticate").stream()
                            .flatMap(value -> Challenge.of(proxy, value).stream())
                            .toList();
            if (!attempts.mayAnswer(challenges)) {
                return false;
            }
            Optional<Answer> answer = credentials.answer(challenges, draft.method(), draft.uri());
            if (answer.isEmpty()) {
                return false;
            }
            draft = draft.again(numbers.getAsLong());
            String header = answer.get().header();
            List<Answer> proofs = new ArrayList<>(credentials.ahead(draft.method(), draft.uri(), header));
            proofs.add(answer.get());
            send(proofs);
            return true;
        }

        @Override
        public void unanswered(String sentence) {
            replies.unanswered(sentence);
        }

        /** Gives up an INVITE that had a provisional response. */
        public void cancel(String reason) {
            Sent current = sent;
            if (current == null) {
                return;
            }
            try {
                current.cancel(reason);
            } catch (SipException tooLate) {
                LOG.debug("not cancelled: {}", tooLate.toString());
            }
        }
    }

    /**
     * Sends it, and answers a challenge.
     *
     * @param numbers gives the next CSeq number, should it go once more
     */
    public Exchange send(Draft draft, LongSupplier numbers, Place place, Replies replies) {
        Exchange exchange = new Exchange(draft, numbers, place, replies);
        exchange.sendFirst();
        return exchange;
    }

    /** Sends an ACK. */
    public void acknowledge(Draft ack, Place place) {
        way.sendAlone(ack, place);
    }
}
