package org.lamplight.office.sip.proxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.message.SipResponse;
import org.lamplight.office.sip.transaction.ClientTransaction;
import org.lamplight.office.sip.transaction.SipThread;
import org.lamplight.office.sip.transaction.Transactions;
import org.lamplight.office.sip.transaction.Upstream;

/**
 * One request on its way to all of its targets at once, and the answers on theirs back (RFC 3261 sections 16.7 to
 * 16.10). On the server's thread.
 */
public final class Fork {
    /** How long an invitation may be without news (timer C). */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String ELSEWHERE = "SIP;cause=200;text=\"Call completed elsewhere\"";

    private static final class Branch {
        private @Nullable ClientTransaction transaction;
        private @Nullable SipResponse last;

        private boolean isOpen() {
            return last == null;
        }

        private void cancel(String why) {
            if (isOpen() && transaction != null) {
                transaction.cancel(why);
            }
        }
    }

    private final SipThread thread;
    private final Upstream upstream;
    private final boolean invites;
    private final String tag = Transactions.unique();
    private final List<Branch> branches = new ArrayList<>();
    private @Nullable Future<?> impatience;
    private boolean accepted;
    private boolean answered;

    Fork(SipThread thread, Upstream upstream, boolean invites) {
        this.thread = thread;
        this.upstream = upstream;
        this.invites = invites;
    }

    /** Sends the requests, each its own way. */
    void start(Transactions transactions, List<SipRequest> requests, List<Target> targets) {
        waitOn();
        requests.forEach(ignored -> branches.add(new Branch()));
        for (int i = 0; i < requests.size(); i++) {
            Branch branch = branches.get(i);
            branch.transaction =
                    transactions.send(requests.get(i), targets.get(i).flow(), response -> received(branch, response));
        }
    }

    private void waitOn() {
        if (invites) {
            stopWaiting();
            impatience = thread.later(PATIENCE, () -> cancel(""));
        }
    }

    private void stopWaiting() {
        if (impatience != null) {
            impatience.cancel(false);
        }
    }

    private void received(Branch branch, SipResponse response) {
        if (response.isProvisional()) {
            if (response.code() > 100 && !answered) {
                waitOn();
                upstream.respond(response);
            }
        } else if (response.isSuccess()) {
            branch.last = response;
            accept(response);
        } else if (branch.isOpen()) {
            branch.last = response;
            refuse(response);
        }
    }

    /** Every 2xx goes on, the second one too: whoever invited ends what it does not want. */
    private void accept(SipResponse response) {
        stopWaiting();
        if (invites || !answered) {
            answered = true;
            upstream.respond(response);
        }
        if (!accepted) {
            accepted = true;
            branches.forEach(branch -> branch.cancel(ELSEWHERE));
        }
    }

    private void refuse(SipResponse response) {
        if (response.code() >= 600) {
            branches.forEach(branch -> branch.cancel(""));
        }
        if (!answered && branches.stream().noneMatch(Branch::isOpen)) {
            stopWaiting();
            answered = true;
            upstream.respond(best());
        }
    }

    /** A 6xx before all, else what is least final about the user, else the lowest class (section 16.7, step 6). */
    private SipResponse best() {
        SipResponse best = null;
        for (Branch branch : branches) {
            if (branch.last != null && (best == null || rank(branch.last) < rank(best))) {
                best = branch.last;
            }
        }
        if (best == null) {
            throw new IllegalStateException("a fork without an answer");
        }
        if (best.to().tag().isEmpty()) {
            best.set("To", best.to().with("tag", tag).toString());
        }
        return best;
    }

    private static int rank(SipResponse response) {
        int code = response.code();
        boolean telling = code != 408 && code != 487 && code < 500;
        return code >= 600 ? 0 : code < 400 ? 1 : telling ? 2 : code == 487 ? 3 : code;
    }

    /** Takes the request back from everybody who has not answered; {@code why} is a Reason, or empty. */
    public void cancel(String why) {
        if (invites) {
            branches.forEach(branch -> branch.cancel(why));
        }
    }
}
