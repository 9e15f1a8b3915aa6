package org.lamplight.chat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a message besides its text. Immutable.
 *
 * @param stanzaId the id of the stanza that brought it, where that is not the message's own
 * @param archiveId what the archive calls it (XEP-0359): our server's, in a room the room's
 * @param occupant the room's lasting name for the writer (XEP-0421)
 * @param correction the id of the last correction (XEP-0308); null for a message that stands as it was written
 * @param reply what it answers (XEP-0461)
 * @param retracted whether its writer took it back (XEP-0424); its text is gone then
 * @param reactions who reacted how (XEP-0444), in the order of reacting
 * @param file the file that it shares (XEP-0066, XEP-0447)
 */
public record Details(
        @Nullable String stanzaId,
        @Nullable String archiveId,
        @Nullable String occupant,
        @Nullable String correction,
        @Nullable Reply reply,
        boolean retracted,
        List<Reaction> reactions,
        @Nullable SharedFile file) {
    public static final Details NONE = new Details(null, null, null, null, null, false, List.of(), null);

    public Details {
        reactions = List.copyOf(reactions);
    }

    /**
     * An earlier message that is answered.
     *
     * @param id any of its ids
     * @param author who wrote it, as far as the answer says
     * @param quote its text as the answer quotes it; empty if it does not
     */
    public record Reply(String id, @Nullable String author, String quote) {}

    /**
     * What one person added to a message.
     *
     * @param own whether we did, under whatever name
     */
    public record Reaction(String from, Set<String> emoji, boolean own) {

        /** Another's. */
        public Reaction(String from, Set<String> emoji) {
            this(from, emoji, false);
        }
    }

    /**
     * A file.
     *
     * @param size in bytes; negative if unknown
     * @param type its media type, null if unknown
     * @param url where it can be had; an address of the peer's while the peer offers it; null for one that went directly
     * @param path where it lies on this machine; null while it does not
     */
    public record SharedFile(
            String name,
            long size,
            @Nullable String type,
            @Nullable String url,
            @Nullable String path) {
        /** How the addresses of files begin that peers hold ready. */
        public static final String OF_PEERS = "xmpp:";

        /** Whether the peer holds it ready for us: that ends with their session, and can be taken up once. */
        public boolean isOffered() {
            return url != null && isOfPeer(url);
        }

        public static boolean isOfPeer(String url) {
            return url.startsWith(OF_PEERS);
        }

        /** Neither here nor to be had. */
        public boolean isGone() {
            return url == null && path == null;
        }

        /** The same, with no place any more. */
        public SharedFile gone() {
            return new SharedFile(name, size, type, null, null);
        }
    }

    public Details withIds(@Nullable String stanza, @Nullable String archive, @Nullable String who) {
        return new Details(stanza, archive, who, correction, reply, retracted, reactions, file);
    }

    public Details withReply(@Nullable Reply answered) {
        return new Details(stanzaId, archiveId, occupant, correction, answered, retracted, reactions, file);
    }

    public Details withFile(@Nullable SharedFile shared) {
        return new Details(stanzaId, archiveId, occupant, correction, reply, retracted, reactions, shared);
    }
}
