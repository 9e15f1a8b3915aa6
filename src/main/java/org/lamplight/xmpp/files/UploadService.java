package org.lamplight.xmpp.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jivesoftware.smack.SmackConfiguration;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.jivesoftware.smackx.disco.packet.DiscoverItems;
import org.jivesoftware.smackx.xdata.FormField;
import org.jivesoftware.smackx.xdata.packet.DataForm;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.lamplight.core.Texts;
import org.lamplight.xmpp.http.Refused;
import org.lamplight.xmpp.stream.AccountKeys;
import org.lamplight.xmpp.stream.Wire;

/** Finds where our server takes files (XEP-0363), once for each session, and asks there for places. From any thread. */
final class UploadService {
    private static final Texts TEXTS = Texts.of(UploadService.class);
    private static final int MOST_ITEMS = 30;

    /**
     * A service that takes files.
     *
     * @param largest bytes of one file; 0 where it does not say
     */
    record Place(Jid address, long largest) {}

    private final AccountKeys keys;
    private final Wire wire;
    private @Nullable CompletableFuture<Optional<Place>> found;

    UploadService(AccountKeys keys, Wire wire) {
        this.keys = keys;
        this.wire = wire;
    }

    /** A new session: what the last one knew may not hold. */
    synchronized void began() {
        found = null;
    }

    /** Where files can be put; empty if the server takes none. */
    synchronized CompletableFuture<Optional<Place>> find() {
        CompletableFuture<Optional<Place>> known = found;
        if (known == null || known.isCompletedExceptionally()) {
            known = look();
            found = known;
        }
        return known;
    }

    /** A place for this file. Fails with {@link Refused}. */
    CompletableFuture<UploadSlot> slot(String name, long size, String type) {
        return find().thenCompose(place -> {
            if (place.isEmpty()) {
                throw new Refused(TEXTS.get("upload.none", keys.domain()), false);
            }
            long largest = place.get().largest();
            if (largest > 0 && size > largest) {
                throw tooLarge(largest);
            }
            return ask(new UploadRequest(place.get().address(), name, size, type), UploadSlot.class);
        });
    }

    private static Refused tooLarge(long largest) {
        double mebibytes = largest / (1024.0 * 1024.0);
        return new Refused(TEXTS.get("upload.large", mebibytes), false);
    }

    private CompletableFuture<Optional<Place>> look() {
        DiscoverItems items = new DiscoverItems();
        items.setTo(keys.address().asDomainBareJid());
        items.setType(IQ.Type.get);
        return ask(items, DiscoverItems.class)
                .handle((answer, failed) -> {
                    List<Jid> candidates =
                            new ArrayList<>(List.of(keys.address().asDomainBareJid()));
                    if (answer != null) {
                        answer.getItems().stream()
                                .filter(item -> item.getNode() == null)
                                .limit(MOST_ITEMS)
                                .forEach(item -> candidates.add(item.getEntityID()));
                    }
                    return candidates;
                })
                .thenCompose(this::first);
    }

    private CompletableFuture<Optional<Place>> first(List<Jid> candidates) {
        List<CompletableFuture<Optional<Place>>> all =
                candidates.stream().map(this::place).toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
                .thenApply(done ->
                        all.stream().flatMap(each -> each.join().stream()).findFirst());
    }

    private CompletableFuture<Optional<Place>> place(Jid candidate) {
        DiscoverInfo question = DiscoverInfo.builder(wire.connection())
                .to(candidate)
                .ofType(IQ.Type.get)
                .build();
        return ask(question, DiscoverInfo.class)
                .handle((answer, failed) -> Optional.ofNullable(answer)
                        .filter(info -> info.containsFeature(UploadSlot.NAMESPACE))
                        .map(info -> new Place(candidate, largest(info))));
    }

    private static long largest(DiscoverInfo info) {
        DataForm form = DataForm.from(info, UploadSlot.NAMESPACE);
        FormField field = form == null ? null : form.getField("max-file-size");
        String text = field == null ? "" : String.valueOf(field.getFirstValue());
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }

    private <T extends IQ> CompletableFuture<T> ask(IQ question, Class<T> kind) {
        CompletableFuture<T> result = new CompletableFuture<>();
        if (!wire.connection().isAuthenticated()) {
            result.completeExceptionally(new Refused(TEXTS.get("upload.offline"), true));
            return result;
        }
        wire.connection()
                .sendIqRequestAsync(question, SmackConfiguration.getDefaultReplyTimeout())
                .onSuccess(answer -> {
                    if (kind.isInstance(answer)) {
                        result.complete(kind.cast(answer));
                    } else {
                        result.completeExceptionally(new Refused(TEXTS.get("upload.refused", "?"), false));
                    }
                })
                .onError(failure -> result.completeExceptionally(refused(failure)));
        return result;
    }

    private static Refused refused(Exception failure) {
        if (!(failure instanceof XMPPException.XMPPErrorException error)) {
            return new Refused(TEXTS.get("upload.offline"), true);
        }
        StanzaError said = error.getStanzaError();
        if (said.getExtension("file-too-large", UploadSlot.NAMESPACE) instanceof StandardExtensionElement large) {
            StandardExtensionElement most = large.getFirstElement("max-file-size", UploadSlot.NAMESPACE);
            String text = most == null ? "" : String.valueOf(most.getText());
            return tooLarge(text.matches("\\d{1,15}") ? Long.parseLong(text) : 0);
        }
        boolean mayPass = said.getType() == StanzaError.Type.WAIT;
        String text = said.getDescriptiveText();
        return new Refused(
                TEXTS.get("upload.refused", text == null || text.isBlank() ? said.getCondition() : text), mayPass);
    }
}
