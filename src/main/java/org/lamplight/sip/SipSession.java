package org.lamplight.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.lamplight.backend.Account;
import org.lamplight.backend.AccountSession;
import org.lamplight.backend.AccountState.Phase;
import org.lamplight.backend.BackendContext;
import org.lamplight.call.LineKind;
import org.lamplight.call.LineState;
import org.lamplight.call.MediaEngine;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.lamplight.sip.account.SipKeys;
import org.lamplight.sip.account.Unusable;
import org.lamplight.sip.call.LineCalls;
import org.lamplight.sip.call.Phone;
import org.lamplight.sip.call.SipLine;
import org.lamplight.sip.digest.Credentials;
import org.lamplight.sip.flow.Client;
import org.lamplight.sip.flow.Flow;
import org.lamplight.sip.flow.OwnAddress;
import org.lamplight.sip.registration.Instance;
import org.lamplight.sip.registration.Registration;
import org.lamplight.sip.registration.Standing;
import org.lamplight.sip.stack.Arrival;
import org.lamplight.sip.stack.Inbox;
import org.lamplight.sip.stack.Logged;
import org.lamplight.sip.stack.PeerTrust;
import org.lamplight.sip.stack.SharedStack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the softphone does for one account. All its work is done on a thread of its own. */
final class SipSession implements AccountSession, Inbox, Standing {
    private static final Logger LOG = LoggerFactory.getLogger(SipSession.class);
    private static final Texts TEXTS = Texts.of(SipSession.class);
    private static final long CLOSE_MS = 1_900;
    private static final long UNPUBLISH_MS = 500;

    private final Account account;
    private final BackendContext context;
    private final SharedStack stack;
    private final OwnAddress system;
    private final ScheduledExecutorService thread;
    private final String line;
    private volatile @Nullable Gate gate;
    private @Nullable Registration registration;
    private @Nullable LineCalls calls;
    private @Nullable Publication publication;
    private @Nullable ContactWatch watch;

    SipSession(Account account, BackendContext context, SharedStack stack, OwnAddress system) {
        this.account = account;
        this.context = context;
        this.stack = stack;
        this.system = system;
        this.line = LineKind.SOFTPHONE.id(account.id());
        this.thread = Threads.single("sip-" + account.id());
        thread.execute(new Logged(this::begin));
    }

    private void begin() {
        try {
            SipKeys keys = SipKeys.of(account);
            Optional<MediaEngine> media = context.media();
            if (media.isEmpty()) {
                context.report(Phase.FAILED, TEXTS.get("media.none"));
                return;
            }
            begin(keys, media.get());
        } catch (Unusable unusable) {
            context.report(Phase.FAILED, unusable.getMessage());
        } catch (GeneralSecurityException | IOException unreadable) {
            LOG.info("{}: {}", account.id(), unreadable.toString());
            context.report(
                    Phase.FAILED,
                    TEXTS.get("trust.unreadable", account.get("trust").orElse("")));
        } catch (RuntimeException bug) {
            LOG.error("{}: not foreseen", account.id(), bug);
            context.report(Phase.FAILED, TEXTS.get("account.broken"));
        }
    }

    private void begin(SipKeys keys, MediaEngine media) throws GeneralSecurityException, IOException {
        PeerTrust trust = PeerTrust.of(keys.trust(), keys.names());
        Credentials credentials = new Credentials(keys.user(), context::password);
        Client client = new Client(new Flow(keys), credentials);
        gate = new Gate(client.flow()::isServer, keys.strangers(), System::nanoTime);
        Phone phone = new Phone(line, client, thread, context.core(), context.calls(), media, context::password);
        LineCalls all = new LineCalls(phone);
        calls = all;
        SipLine own = new SipLine(phone, all);
        context.core().execute(() -> context.lines().add(own));
        if (keys.publishes()) {
            Publication told = new Publication(client, thread, Clock.systemUTC());
            publication = told;
            context.core().execute(() -> context.ownPresence().addPublisher(told));
        }
        if (keys.subscribes()) {
            watch = new ContactWatch(client, thread, context, Clock.systemUTC());
            watch.open();
        }
        String instance = Instance.in(context.cache());
        Registration attempts =
                new Registration(client, credentials, stack, this, trust, instance, system, thread, this);
        registration = attempts;
        attempts.attempt();
    }

    @Override
    public void retry() {
        Threads.post(thread, new Logged(this::begunOrRetried));
    }

    private void begunOrRetried() {
        if (registration == null) {
            begin();
        } else {
            registration.retry();
        }
    }

    @Override
    public void close() {
        CountDownLatch done = new CountDownLatch(1);
        Threads.post(thread, new Logged(() -> end(done)));
        try {
            if (!done.await(CLOSE_MS, TimeUnit.MILLISECONDS)) {
                LOG.debug("{}: not closed in time", account.id());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.shutdown();
        context.core().execute(() -> context.lines().remove(line));
    }

    /** What is published goes first, for no way is left when the registration has gone; but not for ever. */
    private void end(CountDownLatch done) {
        if (calls != null) {
            calls.endAll();
        }
        if (watch != null) {
            watch.close();
        }
        Publication told = publication;
        if (told == null) {
            unregister(done);
            return;
        }
        context.core().execute(() -> context.ownPresence().removePublisher(told));
        Runnable once = Threads.once(() -> unregister(done));
        thread.schedule(new Logged(once), UNPUBLISH_MS, TimeUnit.MILLISECONDS);
        told.close(once);
    }

    private void unregister(CountDownLatch done) {
        if (registration == null) {
            done.countDown();
        } else {
            registration.close(done::countDown);
        }
    }

    // ---- what comes in

    @Override
    public Executor thread() {
        return thread;
    }

    @Override
    public int refusal(Request request, InetAddress from) {
        Gate door = gate;
        return door == null ? 503 : door.refusal(request, from);
    }

    @Override
    public void request(Arrival arrival) {
        if (watch != null && watch.request(arrival)) {
            return;
        }
        if (calls != null) {
            calls.request(arrival);
        }
    }

    @Override
    public void stray(Response response) {
        if (calls != null) {
            calls.stray(response);
        }
    }

    @Override
    public void disconnected() {
        if (registration != null) {
            registration.disconnected();
        }
    }

    // ---- how the registration does

    private void report(LineState state, @Nullable String sentence) {
        context.core().execute(() -> context.lines().report(line, state, sentence));
    }

    @Override
    public void registered() {
        report(LineState.REGISTERED, null);
        context.media().ifPresent(MediaEngine::prepare);
        context.report(Phase.ONLINE, null);
        if (publication != null) {
            publication.registered();
        }
        if (watch != null) {
            watch.registered();
        }
        if (calls != null) {
            calls.settle();
        }
    }

    @Override
    public void left() {
        if (calls != null) {
            calls.follow();
        }
    }

    private void unregistered() {
        if (calls != null) {
            calls.unsettle();
        }
        if (publication != null) {
            publication.interrupted();
        }
        if (watch != null) {
            watch.interrupted();
        }
    }

    @Override
    public void moving(String sentence) {
        report(LineState.REGISTERING, sentence);
        context.report(Phase.CONNECTING, sentence);
    }

    @Override
    public void waiting(String sentence) {
        unregistered();
        report(LineState.REGISTERING, sentence);
        context.report(Phase.CONNECTING, sentence);
    }

    @Override
    public void failed(String sentence) {
        unregistered();
        report(LineState.FAILED, sentence);
        context.report(Phase.FAILED, sentence);
    }

    @Override
    public void passwordWanted(String sentence) {
        unregistered();
        report(LineState.FAILED, sentence);
        context.reportPasswordWanted(sentence);
    }
}
