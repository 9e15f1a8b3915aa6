package org.lamplight.xmpp.pictures;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.parsing.StandardExtensionElementProvider;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;
import org.lamplight.backend.BackendContext;
import org.lamplight.core.CompletionCause;
import org.lamplight.core.Threads;
import org.lamplight.people.OwnPicture;
import org.lamplight.people.PictureId;
import org.lamplight.people.PictureSource;
import org.lamplight.xmpp.stream.AccountKeys;
import org.lamplight.xmpp.stream.PepItem;
import org.lamplight.xmpp.stream.PublishItem;
import org.lamplight.xmpp.stream.Replies;
import org.lamplight.xmpp.stream.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches pictures (XEP-0084, XEP-0054) and publishes our own both ways, or one way where the server makes the other of it
 * (XEP-0398). Made on the session's thread; its state belongs there.
 */
public final class PictureSession implements PictureSource {
    /** What others may ask of us, and what we want to hear of them (XEP-0030). */
    public static final List<String> FEATURES = List.of(AvatarMetadata.NAMESPACE + "+notify");

    private static final Logger LOG = LoggerFactory.getLogger(PictureSession.class);
    private static final String CONVERSION = "urn:xmpp:pep-vcard-conversion:0";
    private static final int TIMEOUT_SECONDS = 30;

    /** Our own card is looked at when the start is over, for nobody waits for it. */
    private static final int REST_SECONDS = 5;

    private final AccountKeys keys;
    private final BackendContext context;
    private final Wire wire;
    private final Replies replies;
    private final ScheduledExecutorService thread;
    private final PhotoMark mark;
    private final Consumer<@Nullable String> presence;
    private @Nullable CompletableFuture<Boolean> conversion;
    private @Nullable Future<?> looking;

    /** Once for the program: how Smack is to read what is said about this. */
    public static void teachReaders() {
        ProviderManager.addIQProvider(BusinessCard.ELEMENT, BusinessCard.NAMESPACE, new BusinessCard.Provider());
        ProviderManager.addExtensionProvider("data", AvatarMetadata.DATA, StandardExtensionElementProvider.INSTANCE);
    }

    /** @param presence what our presence is to say of our card's picture: its hash, none, or null for nothing known */
    public PictureSession(
            AccountKeys keys,
            BackendContext context,
            Wire wire,
            ScheduledExecutorService thread,
            Consumer<@Nullable String> presence) {
        this.keys = keys;
        this.context = context;
        this.wire = wire;
        this.thread = thread;
        this.replies = new Replies(wire, keys, thread);
        this.mark = new PhotoMark(context.cache());
        this.presence = presence;
        presence.accept(mark.read());
    }

    /** A session is there. On the session's thread. */
    public void opened(boolean resumed) {
        if (!resumed) {
            conversion = null;
            lookLater();
        }
        context.core().execute(() -> context.pictures().opened());
    }

    /** Another device of our own may have changed the card as well. From any thread. */
    public void ownPublished() {
        Threads.post(thread, this::lookLater);
    }

    public void close() {
        if (looking != null) {
            looking.cancel(false);
        }
    }

    // ---- other people's

    @Override
    public CompletableFuture<Optional<byte[]>> fetch(String address, PictureId id, Way way) {
        try {
            Jid whose = JidCreate.from(address);
            return way == Way.CARD
                    ? card(whose)
                    : published(whose, id)
                            .exceptionally(refused -> Optional.empty())
                            .thenCompose(found ->
                                    found.isPresent() ? CompletableFuture.completedFuture(found) : card(whose));
        } catch (XmppStringprepException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Optional<byte[]>> published(Jid whose, PictureId id) {
        return ask(new PepItem(whose, AvatarMetadata.DATA, id.hex()))
                .thenApply(answer -> PepItem.payload(answer)
                        .map(StandardExtensionElement::getText)
                        .flatMap(AvatarMetadata::decode));
    }

    private CompletableFuture<Optional<byte[]>> card(Jid whose) {
        return ask(BusinessCard.wanted(whose))
                .thenApply(answer -> answer instanceof BusinessCard card ? card.photo() : Optional.empty());
    }

    /** Completes on a thread of the library's. */
    private CompletableFuture<IQ> ask(IQ request) {
        return CompletableFuture.supplyAsync(() -> send(request), thread)
                .thenCompose(answer -> answer)
                .orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    private CompletableFuture<IQ> send(IQ request) {
        if (!wire.connection().isAuthenticated()) {
            return CompletableFuture.failedFuture(new SmackException.NotConnectedException());
        }
        CompletableFuture<IQ> answer = new CompletableFuture<>();
        wire.connection()
                .sendIqRequestAsync(request)
                .onSuccess(answer::complete)
                .onError(answer::completeExceptionally);
        return answer;
    }

    // ---- our own

    @Override
    public CompletableFuture<Void> publish(Optional<OwnPicture> picture) {
        return event(picture)
                .handle((done, failure) -> Optional.ofNullable(failure))
                .thenCompose(failure -> converts().thenCompose(converts -> {
                    boolean done = converts && failure.isEmpty();
                    return done ? CompletableFuture.completedFuture(null) : alsoOnCard(picture, failure);
                }))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(refusal(failure)));
    }

    private CompletableFuture<Void> event(Optional<OwnPicture> picture) {
        CompletableFuture<IQ> data = picture.map(
                        own -> ask(new PublishItem(AvatarMetadata.DATA, own.id().hex(), AvatarMetadata.data(own))))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
        String item = picture.map(own -> own.id().hex()).orElse("none");
        return data.thenCompose(
                        stored -> ask(new PublishItem(AvatarMetadata.NAMESPACE, item, AvatarMetadata.of(picture))))
                .thenRun(() -> announce(Way.PUBLISHED, picture.map(OwnPicture::id)));
    }

    /** Fails only where the event was refused too: who sees one of the two sees the picture. */
    private CompletableFuture<Void> alsoOnCard(Optional<OwnPicture> picture, Optional<Throwable> eventFailure) {
        return ownCard()
                .thenCompose(card -> ask(card.with(picture)))
                .thenRun(() -> Threads.post(
                        thread,
                        () -> onCard(
                                Optional.of(picture.map(own -> own.id().hex()).orElse("")))))
                .exceptionallyCompose(failure -> {
                    LOG.info("the card was not changed: {}", failure.toString());
                    return eventFailure.isEmpty()
                            ? CompletableFuture.completedFuture(null)
                            : CompletableFuture.failedFuture(eventFailure.get());
                });
    }

    private CompletableFuture<BusinessCard> ownCard() {
        return ask(BusinessCard.wanted(null))
                .thenApply(answer -> answer instanceof BusinessCard card ? card : BusinessCard.empty())
                .exceptionallyCompose(failure -> isMissing(failure)
                        ? CompletableFuture.completedFuture(BusinessCard.empty())
                        : CompletableFuture.failedFuture(failure));
    }

    private static boolean isMissing(Throwable failure) {
        return CompletionCause.of(failure) instanceof XMPPException.XMPPErrorException error
                && error.getStanzaError().getCondition() == StanzaError.Condition.item_not_found;
    }

    private RuntimeException refusal(Throwable failure) {
        return replies.refused(
                keys.bare(),
                CompletionCause.of(failure) instanceof Exception known ? known : new IllegalStateException(failure));
    }

    private CompletableFuture<Boolean> converts() {
        return CompletableFuture.supplyAsync(this::conversion, thread).thenCompose(known -> known);
    }

    private CompletableFuture<Boolean> conversion() {
        CompletableFuture<Boolean> known = conversion;
        if (known == null) {
            DiscoverInfo question =
                    DiscoverInfo.builder(wire.connection()).to(keys.address()).build();
            known = ask(question)
                    .thenApply(answer -> answer instanceof DiscoverInfo info && info.containsFeature(CONVERSION))
                    .exceptionally(refused -> false);
            conversion = known;
        }
        return known;
    }

    // ---- what is on our own card

    private void lookLater() {
        if (looking == null || looking.isDone()) {
            looking = thread.schedule(this::look, REST_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void look() {
        conversion()
                .thenCompose(converts -> converts
                        ? CompletableFuture.completedFuture(Optional.<String>empty())
                        : ownCard().thenApply(card -> Optional.of(hash(card))))
                .thenAccept(photo -> Threads.post(thread, () -> onCard(photo)))
                .exceptionally(failure -> {
                    LOG.debug("our own card can't be had", failure);
                    return null;
                });
    }

    private static String hash(BusinessCard card) {
        return card.photo().map(bytes -> PictureId.ofBytes(bytes).hex()).orElse("");
    }

    /** Empty: the server says in our presence what is on the card. */
    private void onCard(Optional<String> photo) {
        mark.keep(photo.orElse(null));
        presence.accept(photo.orElse(null));
        photo.ifPresent(hash -> announce(Way.CARD, PictureId.of(hash)));
    }

    private void announce(Way way, Optional<PictureId> id) {
        context.core().execute(() -> context.pictures().announce(keys.bare(), keys.bare(), way, id.orElse(null)));
    }
}
