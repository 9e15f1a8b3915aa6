package org.lamplight.xmpp;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smackx.mam.element.MamElements;
import org.jivesoftware.smackx.mam.element.MamElements.MamResultExtension;
import org.jivesoftware.smackx.mam.element.MamFinIQ;
import org.jivesoftware.smackx.mam.element.MamQueryIQ;
import org.jivesoftware.smackx.rsm.packet.RSMSet;
import org.jivesoftware.smackx.xdata.FormField;
import org.jivesoftware.smackx.xdata.packet.DataForm;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;

/**
 * Asks archives (XEP-0313), our own or a room's, for pages of what they hold. What nobody asked for, or another than the
 * one who was asked says, does not count. From any thread.
 */
final class ArchivePages {
    private static final int TIMEOUT_SECONDS = 30;

    private final AccountKeys keys;
    private final Wire wire;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();

    /**
     * A page, oldest first.
     *
     * @param complete whether the archive holds nothing beyond it, in the direction of asking
     * @param last the archive's id of the last one; null in an empty page
     */
    record Page(
            List<MamResultExtension> results,
            boolean complete,
            @Nullable String last) {}

    /** @param from whose archive it is; null for our own */
    private record Asked(
            @Nullable Jid from, int most, List<MamResultExtension> results, CompletableFuture<Page> answer) {}

    ArchivePages(AccountKeys keys, Wire wire) {
        this.keys = keys;
        this.wire = wire;
        // In order with the results before it, which an answer's callback is not
        wire.each(connection ->
                connection.addSyncStanzaListener(end -> ended((MamFinIQ) end), new StanzaTypeFilter(MamFinIQ.class)));
    }

    /**
     * Asks for a page. Completes on a thread of the library's, and fails as the library's requests do.
     *
     * @param archive a room's address; null for our own
     * @param narrowing adds fields to the query's form
     * @param set where the page begins and how many it holds at most
     */
    CompletableFuture<Page> ask(@Nullable Jid archive, Consumer<DataForm.Builder> narrowing, RSMSet set) {
        String id = UUID.randomUUID().toString();
        Asked query = new Asked(archive, 2 * set.getMax(), new ArrayList<>(), new CompletableFuture<>());
        asked.put(id, query);
        DataForm.Builder form = DataForm.builder(DataForm.Type.submit).setFormType(MamElements.NAMESPACE);
        narrowing.accept(form);
        MamQueryIQ request = new MamQueryIQ(id, form.build());
        request.setType(IQ.Type.set);
        request.setStanzaId(id);
        request.setTo(archive);
        request.addExtension(set);
        wire.connection().sendIqRequestAsync(request).onError(query.answer::completeExceptionally);
        return query.answer
                .orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .whenComplete((done, failed) -> asked.remove(id));
    }

    static Consumer<DataForm.Builder> with(Jid peer) {
        return form -> form.addField(
                FormField.builder("with").setValue(peer.toString()).build());
    }

    static Consumer<DataForm.Builder> until(java.time.Instant end) {
        return form ->
                form.addField(FormField.builder("end").setValue(Date.from(end)).build());
    }

    static Consumer<DataForm.Builder> since(java.time.Instant start) {
        return form -> form.addField(
                FormField.builder("start").setValue(Date.from(start)).build());
    }

    /** Takes a message if it is a result that was asked for here. */
    boolean heard(Message stanza) {
        MamResultExtension result = MamResultExtension.from(stanza);
        Asked query = result == null ? null : asked.get(String.valueOf(result.getQueryId()));
        if (query == null) {
            return false;
        }
        synchronized (query) {
            if (isFrom(query, stanza.getFrom()) && query.results.size() < query.most) {
                query.results.add(result);
            }
        }
        return true;
    }

    private void ended(MamFinIQ fin) {
        Asked query = asked.get(String.valueOf(fin.getStanzaId()));
        if (query != null && isFrom(query, fin.getFrom())) {
            List<MamResultExtension> results;
            synchronized (query) {
                results = List.copyOf(query.results);
            }
            RSMSet set = fin.getRSMSet();
            query.answer.complete(new Page(results, fin.isComplete(), set == null ? null : set.getLast()));
        }
    }

    private boolean isFrom(Asked query, @Nullable Jid from) {
        return query.from == null
                ? from == null || from.equals((CharSequence) keys.bare())
                : from != null && from.equals((CharSequence) query.from.toString());
    }
}
