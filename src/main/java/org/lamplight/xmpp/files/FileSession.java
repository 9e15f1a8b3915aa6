package org.lamplight.xmpp.files;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.lamplight.chat.Details.SharedFile;
import org.lamplight.chat.files.FileCarrier;
import org.lamplight.core.CompletionCause;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.lamplight.trust.Authorities;
import org.lamplight.xmpp.http.Refused;
import org.lamplight.xmpp.http.WebFiles;
import org.lamplight.xmpp.http.Zone;
import org.lamplight.xmpp.jingle.JingleFiles;
import org.lamplight.xmpp.jingle.Standing;
import org.lamplight.xmpp.login.Certificates;
import org.lamplight.xmpp.stream.AccountKeys;
import org.lamplight.xmpp.stream.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves files through the place that the account's server has for them (XEP-0363); where it has none for a file, straight to
 * the peer. Called on core.
 */
public final class FileSession implements FileCarrier, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileSession.class);

    /** How long after signing in contacts may be taken for absent that are not. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final Texts TEXTS = Texts.of(FileSession.class);

    private final AccountKeys keys;
    private final Wire wire;
    private final UploadService service;
    private final ExecutorService workers;
    private final WebFiles web;
    private final JingleFiles straight;
    private final Function<String, List<Jid>> clients;
    private volatile long since = System.nanoTime();

    /** Once for the program: how Smack is to read what is said about this. */
    public static void teachReaders() {
        ProviderManager.addIQProvider("slot", UploadSlot.NAMESPACE, new UploadSlot.Provider());
    }

    /**
     * Makes the way of one account's files.
     *
     * @param clients those of a contact that are there
     * @param standing who somebody is to the user; must not block
     */
    public FileSession(
            AccountKeys keys,
            Wire wire,
            ScheduledExecutorService thread,
            Function<String, List<Jid>> clients,
            Function<Jid, Standing> standing,
            JingleFiles.Ear offers) {
        this.keys = keys;
        this.wire = wire;
        this.clients = clients;
        this.service = new UploadService(keys, wire);
        this.workers = Threads.pool("xmpp-files");
        this.web = web(keys, thread);
        this.straight = new JingleFiles(
                wire::connection,
                workers,
                thread,
                keys.hidesAddress(),
                () -> whereTheServerIs() == Zone.LOOPBACK,
                standing,
                offers);
        wire.each(straight::attach);
    }

    private WebFiles web(AccountKeys from, ScheduledExecutorService thread) {
        try {
            return new WebFiles(
                    Authorities.context(Certificates.trusted(from.trust())), workers, thread, this::whereTheServerIs);
        } catch (GeneralSecurityException | IOException impossible) {
            // The connection itself was made with the same a moment ago
            throw new IllegalStateException(impossible);
        }
    }

    public void began() {
        since = System.nanoTime();
        service.began();
        straight.began();
    }

    /** This client of a peer has gone. */
    public void gone(Jid client) {
        straight.gone(client);
    }

    /** Where it can't be told, no file may be near either. */
    private Zone whereTheServerIs() {
        String connected = wire.connection().getHost();
        String host = keys.host().orElse(connected == null ? keys.domain() : connected);
        try {
            return Zone.ofHost(host);
        } catch (UnknownHostException e) {
            LOG.debug("no address of {}", host, e);
            return Zone.NOWHERE;
        }
    }

    @Override
    public Running upload(Outgoing out, Progress progress) {
        Transfer<String> transfer = new Transfer<>(progress);
        transfer.step(service.slot(PlainText.xml(out.name()), out.size(), out.type()))
                .handle((slot, refused) -> slot == null ? straight(transfer, out, refused) : put(transfer, slot, out))
                .thenCompose(way -> way)
                .whenComplete(transfer::over);
        return transfer;
    }

    private CompletableFuture<@Nullable String> put(Transfer<String> transfer, UploadSlot slot, Outgoing out) {
        return transfer.step(web.check(slot.get(), known()))
                .thenCompose(checked -> transfer.step(web.put(
                        slot.put(),
                        known(),
                        slot.headers(),
                        out.file(),
                        out.size(),
                        out.type(),
                        transfer.progress::moved)))
                .thenApply(done -> slot.get());
    }

    /** The server has no place for it. If nobody takes it either, what the server said stands. */
    private CompletableFuture<@Nullable String> straight(Transfer<String> transfer, Outgoing out, Throwable thrown) {
        Throwable refused = CompletionCause.of(thrown);
        if (!(refused instanceof Refused sentence) || sentence.mayPass()) {
            return CompletableFuture.failedFuture(refused);
        }
        return transfer.step(straight.find(clients.apply(out.peer())))
                .thenCompose(taker -> taker.isPresent()
                        ? transfer.step(straight.send(taker.get(), out, transfer.progress))
                        : CompletableFuture.failedFuture(isFresh() ? later(sentence) : sentence));
    }

    /** Who is there may not have been told yet. */
    private boolean isFresh() {
        return System.nanoTime() - since < SETTLING.toNanos();
    }

    private static Refused later(Refused sentence) {
        return new Refused(String.valueOf(sentence.getMessage()), true);
    }

    /** Whose hosts are the server's own. */
    private List<String> known() {
        List<String> known = new ArrayList<>(keys.uploadHosts());
        known.add(keys.domain());
        keys.host().ifPresent(known::add);
        service.find()
                .getNow(java.util.Optional.empty())
                .ifPresent(place -> known.add(place.address().getDomain().toString()));
        return known;
    }

    @Override
    public Running fetch(String url, Path partial, long most, Progress progress) {
        Transfer<String> transfer = new Transfer<>(progress);
        if (SharedFile.isOfPeer(url)) {
            transfer.step(straight.take(url, partial, most, progress)).whenComplete(transfer::over);
            return transfer;
        }
        transfer.step(web.get(url, partial, most, progress::moved))
                .thenApply(type -> type.orElse(""))
                .whenComplete(transfer::over);
        return transfer;
    }

    @Override
    public void decline(String url) {
        straight.decline(url);
    }

    @Override
    public void close() {
        straight.close();
        workers.shutdown();
    }

    /** One transfer, of which at most one step goes on at a time. */
    private static final class Transfer<T> implements Running {
        private final Progress progress;
        private @Nullable CompletableFuture<?> step;
        private boolean stopped;

        Transfer(Progress progress) {
            this.progress = progress;
        }

        synchronized <S> CompletableFuture<S> step(CompletableFuture<S> next) {
            step = next;
            if (stopped) {
                next.cancel(true);
            }
            return next;
        }

        @Override
        public void stop() {
            CompletableFuture<?> last;
            synchronized (this) {
                stopped = true;
                last = step;
            }
            if (last != null) {
                last.cancel(true);
            }
        }

        void over(@Nullable T result, @Nullable Throwable thrown) {
            Throwable cause = thrown == null ? null : CompletionCause.of(thrown);
            if (cause == null) {
                progress.finished(result == null ? null : result.toString());
            } else if (cause instanceof Refused refused) {
                progress.failed(String.valueOf(refused.getMessage()), refused.mayPass());
            } else if (!(cause instanceof CancellationException)) {
                LOG.warn("A file's transfer failed", cause);
                progress.failed(TEXTS.get("file.failed"), false);
            }
        }
    }
}
