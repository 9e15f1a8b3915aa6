package org.lamplight.xmpp.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.carbons.packet.CarbonExtension;
import org.jivesoftware.smackx.delay.packet.DelayInformation;
import org.jivesoftware.smackx.mam.element.MamElements.MamResultExtension;
import org.jivesoftware.smackx.receipts.DeliveryReceipt;
import org.jivesoftware.smackx.receipts.DeliveryReceiptRequest;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.lamplight.backend.BackendContext;
import org.lamplight.chat.Change;
import org.lamplight.chat.Message.Direction;
import org.lamplight.chat.Utterance;
import org.lamplight.core.Texts;
import org.lamplight.xmpp.archive.ArchiveMark;
import org.lamplight.xmpp.archive.Settled;
import org.lamplight.xmpp.messages.Ids;
import org.lamplight.xmpp.messages.MessageReader;
import org.lamplight.xmpp.messages.MessageReader.Envelope;
import org.lamplight.xmpp.messages.MucUser;
import org.lamplight.xmpp.messages.ReadMarks;
import org.lamplight.xmpp.stream.AccountKeys;

/**
 * What others say in one-to-one chats. While the archive is being read, what comes live waits, so that nothing is shown
 * ahead of what was said before it. From any thread.
 */
public final class ChatInbox {
    private static final Texts TEXTS = Texts.of(ChatInbox.class);
    private static final int MOST_HELD = 2_000;

    private final AccountKeys keys;
    private final BackendContext context;
    private final ArchiveMark mark;
    private final Predicate<String> isRoom;

    /** By message. */
    private final Map<String, ReceiptDue> receiptsDue = new ConcurrentHashMap<>();

    private final ReadMarks marks = new ReadMarks();
    private final List<Message> held = new ArrayList<>();
    private final Settled settled = new Settled();
    private boolean holding;

    /** Nothing is missing before what comes now, so that the archive's mark may go on with it. */
    private boolean caughtUp;

    private final TypingPeers typing;

    /** @param isRoom whether this bare address is that of a room of ours */
    public ChatInbox(AccountKeys keys, BackendContext context, ArchiveMark mark, Predicate<String> isRoom) {
        this.isRoom = isRoom;
        this.keys = keys;
        this.context = context;
        this.mark = mark;
        this.typing = new TypingPeers(
                (peer, now) -> context.core().execute(() -> context.chats().peerTyping(peer, now)));
    }

    /**
     * A receipt (XEP-0184) that is due.
     *
     * @param stanzaId what to name in it, which may differ from the origin id
     * @param given to be completed once our server has the receipt
     */
    record ReceiptDue(String stanzaId, CompletableFuture<Void> given) {}

    Optional<ReceiptDue> takeReceiptDue(org.lamplight.chat.Message message) {
        return Optional.ofNullable(receiptsDue.remove(message.id()));
    }

    /** The message up to which the peer should hear that we read; once. */
    Optional<String> takeReadMarkDue(String peer) {
        return marks.takeDue(peer);
    }

    /** Something may be missing: until the archive was read again, the mark stays where it is. */
    public synchronized void interrupted() {
        caughtUp = false;
        typing.forget();
    }

    /** Somebody's device is not there any more. */
    public void gone(@Nullable Jid from) {
        if (from != null) {
            typing.gone(from);
        }
    }

    /** From now on, what comes live waits. */
    synchronized void hold() {
        holding = true;
        settled.not();
        caughtUp = false;
    }

    /** What waited comes now. */
    synchronized void release(boolean isCaughtUp) {
        holding = false;
        caughtUp = isCaughtUp;
        held.forEach(this::read);
        held.clear();
        settled.now();
    }

    /** Completes once the archive is not being read. From any thread. */
    public CompletableFuture<Void> settled() {
        return settled.future();
    }

    public synchronized void received(Message stanza) {
        if (holding && held.size() < MOST_HELD) {
            held.add(stanza);
            return;
        }
        if (holding) {
            // An archive without an end: better out of order than never
            release(false);
        }
        read(stanza);
    }

    private void read(Message stanza) {
        CarbonExtension copy = CarbonExtension.from(stanza);
        if (copy != null) {
            readCopy(stanza, copy);
            return;
        }
        peer(stanza).ifPresent(peer -> {
            if (stanza.getType() == Message.Type.error) {
                refused(stanza, peer);
            } else if (isTalk(stanza)) {
                readReceipt(stanza, peer);
                typing.heard(stanza, peer);
                readLive(stanza, peer, true);
            }
        });
    }

    /** What went to, or came from, another device of ours (XEP-0280). Only our own server may say so. */
    private void readCopy(Message stanza, CarbonExtension copy) {
        boolean ours = stanza.getFrom() != null && stanza.getFrom().equals((CharSequence) keys.bare());
        Message inner = copy.getForwarded().getForwardedStanza();
        if (!ours || !isTalk(inner)) {
            return;
        }
        if (copy.getDirection() == CarbonExtension.Direction.sent) {
            written(inner, copy.getForwarded().getDelayInformation(), Ids.archive(inner, keys.bare()));
        } else {
            peer(inner).ifPresent(peer -> {
                readReceipt(inner, peer);
                readLive(inner, peer, false);
            });
        }
    }

    /** One of our own, from another device. Empty if it holds nothing to be kept. */
    private Optional<CompletableFuture<Void>> written(
            Message stanza, @Nullable DelayInformation delay, Optional<String> archived) {
        boolean ours = stanza.getFrom() != null && stanza.getFrom().asBareJid().equals((CharSequence) keys.bare());
        Jid to = stanza.getTo();
        if (!ours || to == null || !to.hasLocalpart() || to.asBareJid().equals((CharSequence) keys.bare())) {
            return Optional.empty();
        }
        ReadMarks.read(stanza)
                .ifPresent(id -> context.core()
                        .execute(() ->
                                context.chats().readElsewhere(to.asBareJid().toString())));
        // Its own id, never the archive's: a copy has none of that, and both mean one message
        Optional<String> peer = talk(to, stanza);
        if (peer.isEmpty()) {
            return Optional.empty();
        }
        Envelope envelope = new Envelope(keys.bare(), peer.get(), Direction.OUT, keys.bare());
        return MessageReader.read(stanza, envelope, delay, archived, false)
                .map(said -> onCore(() -> said instanceof org.lamplight.chat.Message message
                        ? context.chats().sentElsewhere(message)
                        : context.chats().changed((Change) said)));
    }

    private CompletableFuture<Void> onCore(Supplier<CompletableFuture<Void>> task) {
        return CompletableFuture.supplyAsync(task, context.core()).thenCompose(Function.identity());
    }

    /** Who says it, if that is a person and not ourselves. */
    private Optional<String> peer(Message stanza) {
        return Optional.ofNullable(stanza.getFrom())
                .filter(Jid::hasLocalpart)
                .flatMap(from -> talk(from, stanza))
                .filter(peer -> !peer.equals(keys.bare()));
    }

    /**
     * The talk that a stanza from or to somebody belongs to. What an occupant of a room says to us alone is of a talk of its
     * own, with the occupant's whole address: it is no contact's, and not the room's. Of rooms that are none of ours it is
     * not believed.
     */
    private Optional<String> talk(Jid other, Message stanza) {
        String bare = other.asBareJid().toString();
        if (isRoom.test(bare)) {
            return other.hasResource() ? Optional.of(other.toString()) : Optional.empty();
        }
        return MucUser.of(stanza).isPresent() ? Optional.empty() : Optional.of(bare);
    }

    private static boolean isTalk(Message stanza) {
        return stanza.getType() == Message.Type.chat || stanza.getType() == Message.Type.normal;
    }

    /** @param answering whether it was sent to us, so that the receipt is ours to give */
    private void readLive(Message stanza, String peer, boolean answering) {
        Optional<String> archived = Ids.archive(stanza, keys.bare());
        Instant now = Instant.now();
        read(stanza, peer, DelayInformation.from(stanza), archived).ifPresent(said -> {
            CompletableFuture<Void> receipt =
                    answering ? oweReceipt(stanza, said) : CompletableFuture.completedFuture(null);
            CompletableFuture<Void> kept = stored(said);
            if (caughtUp) {
                archived.ifPresent(id -> mark.reach(id, now, kept.thenCompose(done -> receipt)));
            }
            kept.exceptionally(full -> {
                interrupted();
                return null;
            });
        });
    }

    private Optional<Utterance> read(
            Message stanza, String peer, @Nullable DelayInformation delay, Optional<String> archived) {
        Envelope envelope = new Envelope(keys.bare(), peer, Direction.IN, peer);
        return MessageReader.read(stanza, envelope, delay, archived, true);
    }

    /**
     * Takes one message of the archive. Empty if it holds nothing to be kept; else what completes when it is, and its receipt
     * is given.
     */
    Optional<CompletableFuture<Void>> archived(MamResultExtension result) {
        Message stanza = result.getForwarded().getForwardedStanza();
        DelayInformation delay = result.getForwarded().getDelayInformation();
        String id = result.getId();
        if (!isTalk(stanza)) {
            return Optional.empty();
        }
        Optional<String> peer = peer(stanza);
        if (peer.isEmpty()) {
            return written(stanza, delay, Optional.of(id));
        }
        readReceipt(stanza, peer.get());
        return read(stanza, peer.get(), delay, Optional.of(id)).map(said -> {
            CompletableFuture<Void> receipt = oweReceipt(stanza, said);
            return stored(said).thenCompose(done -> receipt);
        });
    }

    private CompletableFuture<Void> stored(Utterance said) {
        return onCore(() -> said instanceof org.lamplight.chat.Message message
                ? context.chats().received(message)
                : context.chats().changed((Change) said));
    }

    /** One message of an older page; empty if it holds nothing to be kept. */
    public Optional<Utterance> older(MamResultExtension result) {
        Message stanza = result.getForwarded().getForwardedStanza();
        DelayInformation delay = result.getForwarded().getDelayInformation();
        String id = result.getId();
        if (!isTalk(stanza)) {
            return Optional.empty();
        }
        Jid to = stanza.getTo();
        Jid from = stanza.getFrom();
        boolean ours = from != null && from.asBareJid().equals((CharSequence) keys.bare());
        if (ours
                && to != null
                && to.hasLocalpart()
                && !isRoom.test(to.asBareJid().toString())) {
            Envelope envelope = new Envelope(keys.bare(), to.asBareJid().toString(), Direction.OUT, keys.bare());
            return MessageReader.read(stanza, envelope, delay, Optional.of(id), false);
        }
        return peer(stanza).flatMap(peer -> read(stanza, peer, delay, Optional.of(id)));
    }

    private void refused(Message stanza, String peer) {
        String id = stanza.getStanzaId();
        if (id == null || ReceiptOutbox.isReceipt(id) || id.startsWith("state-") || id.startsWith("mark-")) {
            return;
        }
        StanzaError error = stanza.getError();
        StanzaError.Condition condition =
                error == null ? StanzaError.Condition.undefined_condition : error.getCondition();
        boolean nobody = condition == StanzaError.Condition.service_unavailable
                || condition == StanzaError.Condition.item_not_found
                || condition == StanzaError.Condition.remote_server_not_found;
        String sentence =
                nobody ? TEXTS.get("message.undelivered", peer) : TEXTS.get("message.refused", peer, condition);
        context.core().execute(() -> context.chats().delivery().failed(keys.bare(), peer, id, sentence));
    }

    private void readReceipt(Message stanza, String peer) {
        ReadMarks.read(stanza)
                .ifPresent(id ->
                        context.core().execute(() -> context.chats().delivery().seen(keys.bare(), peer, id)));
        DeliveryReceipt receipt = DeliveryReceipt.from(stanza);
        if (receipt != null) {
            context.core().execute(() -> context.chats().delivery().delivered(keys.bare(), peer, receipt.getId()));
        }
    }

    /** Completes once the receipt that the stanza asks for is given. */
    private CompletableFuture<Void> oweReceipt(Message stanza, Utterance said) {
        if (said instanceof Change) {
            return CompletableFuture.completedFuture(null);
        }
        marks.note(stanza, said.peer());
        Optional<String> id = Ids.stanza(stanza);
        if (id.isEmpty() || DeliveryReceiptRequest.from(stanza) == null) {
            return CompletableFuture.completedFuture(null);
        }
        return receiptsDue
                .compute(
                        said.id(),
                        (any, due) -> new ReceiptDue(id.get(), due == null ? new CompletableFuture<>() : due.given()))
                .given();
    }
}
