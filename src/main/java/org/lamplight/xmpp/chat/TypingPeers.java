package org.lamplight.xmpp.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smackx.chatstates.ChatState;
import org.jivesoftware.smackx.chatstates.packet.ChatStateExtension;
import org.jxmpp.jid.Jid;

/**
 * Who is writing to us (XEP-0085): until they say otherwise, send what they wrote, or the device that they write at goes.
 * From any thread.
 */
final class TypingPeers {
    private static final int MOST = 1_000;

    private final BiConsumer<String, Boolean> changed;

    /** Where each of them writes; guarded by this. */
    private final Map<String, Jid> devices = new HashMap<>();

    /** @param changed gets a bare address and whether they write now */
    TypingPeers(BiConsumer<String, Boolean> changed) {
        this.changed = changed;
    }

    synchronized void heard(Message stanza, String peer) {
        boolean told = stanza.getExtension(ChatStateExtension.NAMESPACE) instanceof ChatStateExtension state
                && state.getChatState() == ChatState.composing;
        boolean said = stanza.hasExtension(ChatStateExtension.NAMESPACE) || stanza.getBody() != null;
        if (told && devices.size() < MOST) {
            devices.put(peer, stanza.getFrom());
            changed.accept(peer, true);
        } else if (said && devices.remove(peer) != null) {
            changed.accept(peer, false);
        }
    }

    /** A device is not there any more, or with a bare address all of somebody's. */
    synchronized void gone(Jid from) {
        String peer = from.asBareJid().toString();
        Jid device = devices.get(peer);
        if (device != null && (!from.hasResource() || from.equals((CharSequence) device))) {
            devices.remove(peer);
            changed.accept(peer, false);
        }
    }

    /** Nobody is heard for now. */
    synchronized void forget() {
        devices.keySet().forEach(peer -> changed.accept(peer, false));
        devices.clear();
    }
}
