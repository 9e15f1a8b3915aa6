package org.lamplight.xmpp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.carbons.packet.CarbonExtension;
import org.jivesoftware.smackx.chatstates.ChatState;
import org.jivesoftware.smackx.chatstates.packet.ChatStateExtension;
import org.jivesoftware.smackx.delay.packet.DelayInformation;
import org.jivesoftware.smackx.receipts.DeliveryReceipt;
import org.jivesoftware.smackx.receipts.DeliveryReceiptRequest;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.lamplight.backend.BackendContext;
import org.lamplight.chat.Message.Direction;
import org.lamplight.chat.Message.State;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;

/**
 * What others say in one-to-one chats. While the archive is being read, what comes live waits, so that nothing is shown
 * ahead of what was said before it. From any thread.
 */
final class ChatInbox {
    private static final Texts TEXTS = Texts.of(ChatInbox.class);
    private static final String STANZA_IDS = "urn:xmpp:sid:0";
    private static final int LONGEST_TEXT = 256 * 1024;
    private static final int LONGEST_ID = 200;
    private static final int MOST_HELD = 2_000;

    private final AccountKeys keys;
    private final BackendContext context;
    private final ArchiveMark mark;

    /** Whom a receipt is due, by message: the stanza id to name in it, which may differ from the origin id. */
    private final Map<String, String> receiptsDue = new ConcurrentHashMap<>();

    private final ReadMarks marks = new ReadMarks();
    private final List<Message> held = new ArrayList<>();
    private boolean holding;

    /** Nothing is missing before what comes now, so that the archive's mark may go on with it. */
    private boolean caughtUp;

    ChatInbox(AccountKeys keys, BackendContext context, ArchiveMark mark) {
        this.keys = keys;
        this.context = context;
        this.mark = mark;
    }

    Optional<String> takeReceiptDue(org.lamplight.chat.Message message) {
        return Optional.ofNullable(receiptsDue.remove(message.id()));
    }

    /** The message up to which the peer should hear that we read; once. */
    Optional<String> takeReadMarkDue(String peer) {
        return marks.takeDue(peer);
    }

    private synchronized boolean isCaughtUp() {
        return caughtUp;
    }

    /** Something may be missing: until the archive was read again, the mark stays where it is. */
    synchronized void interrupted() {
        caughtUp = false;
    }

    /** From now on, what comes live waits. */
    synchronized void hold() {
        holding = true;
        caughtUp = false;
    }

    /** What waited comes now. */
    synchronized void release(boolean isCaughtUp) {
        holding = false;
        caughtUp = isCaughtUp;
        held.forEach(this::read);
        held.clear();
    }

    synchronized void received(Message stanza) {
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
                readTyping(stanza, peer);
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
            written(inner, copy.getForwarded().getDelayInformation());
        } else {
            peer(inner).ifPresent(peer -> {
                readReceipt(inner, peer);
                readLive(inner, peer, false);
            });
        }
    }

    /** One of our own, from another device. Empty if it holds nothing to be kept. */
    private Optional<CompletableFuture<Void>> written(Message stanza, @Nullable DelayInformation delay) {
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
        return message(stanza, to.asBareJid().toString(), Direction.OUT, delay, Optional.empty())
                .map(message -> CompletableFuture.supplyAsync(
                                () -> context.chats().sentElsewhere(message), context.core())
                        .thenCompose(Function.identity()));
    }

    /** Who says it, if that is a person and not ourselves. */
    private Optional<String> peer(Message stanza) {
        return Optional.ofNullable(stanza.getFrom())
                .filter(Jid::hasLocalpart)
                .map(from -> from.asBareJid().toString())
                .filter(peer -> !peer.equals(keys.bare()));
    }

    private static boolean isTalk(Message stanza) {
        return stanza.getType() == Message.Type.chat || stanza.getType() == Message.Type.normal;
    }

    /** @param answering whether it was sent to us, so that the receipt is ours to give */
    private void readLive(Message stanza, String peer, boolean answering) {
        Optional<String> archived = archiveId(stanza);
        Instant now = Instant.now();
        message(stanza, peer, Direction.IN, DelayInformation.from(stanza), archived)
                .ifPresent(message -> {
                    if (answering) {
                        oweReceipt(stanza, message);
                    }
                    boolean marked = caughtUp;
                    stored(message).whenComplete((done, full) -> {
                        if (full != null) {
                            interrupted();
                        } else if (marked && isCaughtUp()) {
                            archived.ifPresent(id -> mark.reach(id, now));
                        }
                    });
                });
    }

    /**
     * Takes one message of the archive. Empty if it holds nothing to be kept; else what completes on core when it is kept.
     *
     * @param id the archive's own for it
     */
    Optional<CompletableFuture<Void>> archived(Message stanza, @Nullable DelayInformation delay, String id) {
        if (!isTalk(stanza)) {
            return Optional.empty();
        }
        Optional<String> peer = peer(stanza);
        if (peer.isEmpty()) {
            return written(stanza, delay);
        }
        readReceipt(stanza, peer.get());
        return message(stanza, peer.get(), Direction.IN, delay, Optional.of(id)).map(message -> {
            oweReceipt(stanza, message);
            return stored(message);
        });
    }

    private CompletableFuture<Void> stored(org.lamplight.chat.Message message) {
        return CompletableFuture.supplyAsync(() -> context.chats().received(message), context.core())
                .thenCompose(Function.identity());
    }

    private void refused(Message stanza, String peer) {
        String id = stanza.getStanzaId();
        if (id == null || id.startsWith("receipt-") || id.startsWith("state-") || id.startsWith("mark-")) {
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
        context.core().execute(() -> context.chats().failed(keys.bare(), peer, id, sentence));
    }

    private void readReceipt(Message stanza, String peer) {
        ReadMarks.read(stanza)
                .ifPresent(id -> context.core().execute(() -> context.chats().seen(keys.bare(), peer, id)));
        DeliveryReceipt receipt = DeliveryReceipt.from(stanza);
        if (receipt != null) {
            context.core().execute(() -> context.chats().delivered(keys.bare(), peer, receipt.getId()));
        }
    }

    private void readTyping(Message stanza, String peer) {
        if (stanza.getExtension(ChatStateExtension.NAMESPACE) instanceof ChatStateExtension state) {
            boolean typing = state.getChatState() == ChatState.composing;
            context.core().execute(() -> context.chats().peerTyping(peer, typing));
        }
    }

    private Optional<org.lamplight.chat.Message> message(
            Message stanza,
            String peer,
            Direction direction,
            @Nullable DelayInformation delay,
            Optional<String> archived) {
        String body = stanza.getBody();
        if (body == null || body.isBlank()) {
            return Optional.empty();
        }
        Instant now = Instant.now();
        Instant sent = delay == null || delay.getStamp() == null
                ? now
                : delay.getStamp().toInstant();
        org.lamplight.chat.Message message = new org.lamplight.chat.Message(
                id(stanza, body, archived),
                keys.bare(),
                peer,
                sent.isAfter(now) ? now : sent,
                direction,
                direction == Direction.IN ? peer : keys.bare(),
                PlainText.lines(body, LONGEST_TEXT),
                direction == Direction.IN ? State.DELIVERED : State.SENT,
                null);
        return Optional.of(message);
    }

    private void oweReceipt(Message stanza, org.lamplight.chat.Message message) {
        marks.note(stanza, message.peer());
        if (isUsable(stanza.getStanzaId()) && DeliveryReceiptRequest.from(stanza) != null) {
            receiptsDue.put(message.id(), stanza.getStanzaId());
        }
    }

    /**
     * What makes two deliveries one message: the origin id, else what our archive calls it, else the stanza's id with the
     * text, for simple clients count.
     */
    private static String id(Message stanza, String body, Optional<String> archived) {
        if (stanza.getExtensionElement("origin-id", STANZA_IDS) instanceof StandardExtensionElement origin) {
            String id = origin.getAttributeValue("id");
            if (isUsable(id)) {
                return id;
            }
        }
        String id = stanza.getStanzaId();
        return archived.orElseGet(() -> isUsable(id)
                ? id + "-" + Integer.toHexString(body.hashCode())
                : UUID.randomUUID().toString());
    }

    /** What our server's archive calls it (XEP-0359); what others claim does not count. */
    private Optional<String> archiveId(Message stanza) {
        return stanza.getExtensions("stanza-id", STANZA_IDS).stream()
                .filter(StandardExtensionElement.class::isInstance)
                .map(StandardExtensionElement.class::cast)
                .filter(element -> keys.bare().equals(element.getAttributeValue("by")))
                .map(element -> element.getAttributeValue("id"))
                .filter(ChatInbox::isUsable)
                .findFirst();
    }

    private static boolean isUsable(@Nullable String id) {
        return id != null && !id.isBlank() && id.length() <= LONGEST_ID;
    }
}
