package org.lamplight.xmpp.archive;

import java.io.IOException;
import java.time.Instant;
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
import org.jivesoftware.smack.provider.ProviderManager;
import org.jivesoftware.smackx.mam.element.MamElements;
import org.jivesoftware.smackx.mam.element.MamElements.MamResultExtension;
import org.jivesoftware.smackx.mam.element.MamFinIQ;
import org.jivesoftware.smackx.mam.element.MamQueryIQ;
import org.jivesoftware.smackx.mam.provider.MamFinIQProvider;
import org.jivesoftware.smackx.mam.provider.MamResultProvider;
import org.jivesoftware.smackx.rsm.packet.RSMSet;
import org.jivesoftware.smackx.xdata.FormField;
import org.jivesoftware.smackx.xdata.packet.DataForm;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.lamplight.xmpp.stream.AccountKeys;
import org.lamplight.xmpp.stream.Wire;

/**
 * Asks archives (XEP-0313), our own or a room's, for pages of what they hold. What nobody asked for, or another than the
 * one who was asked says, does not count. From any thread.
 */
public final class ArchivePages {
    private static final int TIMEOUT_SECONDS = 30;

    /** An archive that sends more than so many times what it was asked for is not believed. */
    private static final int MOST_TIMES = 10;

    private final AccountKeys keys;
    private final Wire wire;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();

    /**
     * A page, oldest first.
     *
     * @param complete whether the archive holds nothing beyond it, in the direction of asking
     * @param last the archive's id of the last one; null in an empty page. Of a page that is longer than it may be, the last
     *     one that is in here: the rest is to be asked for again
     */
    record Page(
            List<MamResultExtension> results,
            boolean complete,
            @Nullable String last) {}

    /** @param from whose archive it is; null for our own */
    private record Asked(
            @Nullable Jid from, int most, List<MamResultExtension> results, CompletableFuture<Page> answer) {}

    /** Once for the program: how Smack is to read what is said about this. */
    public static void teachReaders() {
        ProviderManager.addExtensionProvider("result", MamElements.NAMESPACE, new MamResultProvider());
        ProviderManager.addIQProvider("fin", MamElements.NAMESPACE, new MamFinIQProvider());
    }

    public ArchivePages(AccountKeys keys, Wire wire) {
        this.keys = keys;
        this.wire = wire;
        // In order with the results before it, which an answer's callback is not
        wire.each(connection ->
                connection.addSyncStanzaListener(end -> ended((MamFinIQ) end), new StanzaTypeFilter(MamFinIQ.class)));
    }

    /**
     * Asks for a page. Completes on a thread of the library's, and fails as the library's requests do, or with a
     * {@link java.util.concurrent.TimeoutException}, or an {@link IOException} where the answer is none.
     *
     * @param archive a room's address; null for our own
     * @param narrowing adds fields to the query's form
     * @param set where the page begins and how many it holds at most
     */
    CompletableFuture<Page> ask(@Nullable Jid archive, Consumer<DataForm.Builder> narrowing, RSMSet set) {
        String id = UUID.randomUUID().toString();
        Asked query = new Asked(archive, MOST_TIMES * set.getMax(), new ArrayList<>(), new CompletableFuture<>());
        asked.put(id, query);
        DataForm.Builder form = DataForm.builder(DataForm.Type.submit).setFormType(MamElements.NAMESPACE);
        narrowing.accept(form);
        MamQueryIQ request = new MamQueryIQ(id, form.build());
        request.setType(IQ.Type.set);
        request.setStanzaId(id);
        request.setTo(archive);
        request.addExtension(set);
        wire.connection()
                .sendIqRequestAsync(request)
                .onSuccess(end -> answered(query, end))
                .onError(query.answer::completeExceptionally);
        query.answer.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).whenComplete((done, failed) -> asked.remove(id));
        return query.answer;
    }

    /** An answer that is none ends the waiting. */
    private static void answered(Asked query, IQ end) {
        if (!(end instanceof MamFinIQ)) {
            query.answer.completeExceptionally(new IOException("the archive gave no end"));
        }
    }

    static Consumer<DataForm.Builder> with(Jid peer) {
        return form -> form.addField(
                FormField.builder("with").setValue(peer.toString()).build());
    }

    static Consumer<DataForm.Builder> until(Instant end) {
        return form ->
                form.addField(FormField.builder("end").setValue(Date.from(end)).build());
    }

    static Consumer<DataForm.Builder> since(Instant start) {
        return form -> form.addField(
                FormField.builder("start").setValue(Date.from(start)).build());
    }

    /** Takes a message if it is some archive's, asked for or not. */
    public boolean heard(Message stanza) {
        MamResultExtension result = MamResultExtension.from(stanza);
        Asked query = result == null ? null : asked.get(String.valueOf(result.getQueryId()));
        if (query != null && isFrom(query, stanza.getFrom())) {
            synchronized (query) {
                if (query.results.size() < query.most) {
                    query.results.add(result);
                }
            }
        }
        return result != null;
    }

    private void ended(MamFinIQ fin) {
        Asked query = asked.get(String.valueOf(fin.getStanzaId()));
        if (query != null && isFrom(query, fin.getFrom())) {
            List<MamResultExtension> results;
            synchronized (query) {
                results = List.copyOf(query.results);
            }
            query.answer.complete(results.size() < query.most ? whole(results, fin) : cut(results));
        }
    }

    private static Page whole(List<MamResultExtension> results, MamFinIQ fin) {
        RSMSet set = fin.getRSMSet();
        return new Page(results, fin.isComplete(), set == null ? null : set.getLast());
    }

    private static Page cut(List<MamResultExtension> results) {
        return new Page(results, false, results.get(results.size() - 1).getId());
    }

    private boolean isFrom(Asked query, @Nullable Jid from) {
        return query.from == null
                ? from == null || from.equals((CharSequence) keys.bare())
                : from != null && from.equals((CharSequence) query.from.toString());
    }
}
