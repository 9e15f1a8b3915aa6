package org.lamplight.xmpp.rooms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smackx.pubsub.Item;
import org.jivesoftware.smackx.pubsub.ItemsExtension;
import org.jivesoftware.smackx.pubsub.PayloadItem;
import org.jivesoftware.smackx.pubsub.PubSubElementType;
import org.jivesoftware.smackx.pubsub.packet.PubSub;
import org.lamplight.xmpp.stream.ElementIq;
import org.lamplight.xmpp.stream.Elements;

/** Where a server may keep the list of rooms; each reads and writes in its own form. On the session's thread. */
enum BookmarkPlace {
    /** One item for each room, seen by nobody else (XEP-0402). */
    NATIVE {
        @Override
        CompletableFuture<List<Bookmark>> read(RoomContext on) {
            return on.ask(items(Bookmark.NATIVE)).thenApply(answer -> payloads(answer, "conference"));
        }

        @Override
        CompletableFuture<Void> write(RoomContext on, Bookmark changed, Collection<Bookmark> all) {
            StandardExtensionElement publish = StandardExtensionElement.builder("publish", PUBSUB)
                    .addAttribute("node", Bookmark.NATIVE)
                    .addElement(item(changed.room().toString(), changed.write(Bookmark.NATIVE)))
                    .build();
            return done(on, set(RoomStanzas.parent("pubsub", PUBSUB, List.of(publish, privately()))));
        }

        @Override
        CompletableFuture<Void> remove(RoomContext on, Bookmark gone, Collection<Bookmark> left) {
            StandardExtensionElement retract = StandardExtensionElement.builder("retract", PUBSUB)
                    .addAttribute("node", Bookmark.NATIVE)
                    .addAttribute("notify", "true")
                    .addElement(StandardExtensionElement.builder("item", PUBSUB)
                            .addAttribute("id", gone.room().toString())
                            .build())
                    .build();
            return done(on, set(RoomStanzas.parent("pubsub", PUBSUB, List.of(retract))));
        }
    },

    /** The whole list in private storage (XEP-0049). */
    PRIVATE {
        @Override
        CompletableFuture<List<Bookmark>> read(RoomContext on) {
            StandardExtensionElement storage =
                    StandardExtensionElement.builder("storage", Bookmark.OLD).build();
            return on.ask(new ElementIq(IQ.Type.get, RoomStanzas.parent("query", PRIVATE_STORAGE, List.of(storage))))
                    .thenApply(answer -> answer instanceof ElementIq tree
                            ? conferences(tree.content().getFirstElement("storage", Bookmark.OLD))
                            : List.of());
        }

        @Override
        CompletableFuture<Void> write(RoomContext on, Bookmark changed, Collection<Bookmark> all) {
            return done(
                    on,
                    new ElementIq(IQ.Type.set, RoomStanzas.parent("query", PRIVATE_STORAGE, List.of(storage(all)))));
        }
    },

    /** The whole list in one published item (XEP-0048), only where the server keeps that from others. */
    ONE_ITEM {
        @Override
        CompletableFuture<List<Bookmark>> read(RoomContext on) {
            return on.ask(items(Bookmark.OLD)).thenApply(answer -> payloads(answer, "storage"));
        }

        @Override
        CompletableFuture<Void> write(RoomContext on, Bookmark changed, Collection<Bookmark> all) {
            StandardExtensionElement publish = StandardExtensionElement.builder("publish", PUBSUB)
                    .addAttribute("node", Bookmark.OLD)
                    .addElement(item("current", storage(all)))
                    .build();
            return done(on, set(RoomStanzas.parent("pubsub", PUBSUB, List.of(publish, privately()))));
        }
    };

    private static final String PUBSUB = "http://jabber.org/protocol/pubsub";
    static final String PRIVATE_STORAGE = "jabber:iq:private";
    private static final String DATA = "jabber:x:data";

    abstract CompletableFuture<List<Bookmark>> read(RoomContext on);

    /** @param all with the changed one */
    abstract CompletableFuture<Void> write(RoomContext on, Bookmark changed, Collection<Bookmark> all);

    /** @param left without the one that is gone */
    CompletableFuture<Void> remove(RoomContext on, Bookmark gone, Collection<Bookmark> left) {
        return write(on, gone, left);
    }

    private static CompletableFuture<Void> done(RoomContext on, IQ request) {
        return on.ask(request).thenAccept(answer -> {});
    }

    private static ElementIq set(StandardExtensionElement pubsub) {
        return new ElementIq(IQ.Type.set, pubsub);
    }

    private static ElementIq items(String node) {
        return new ElementIq(
                IQ.Type.get,
                RoomStanzas.parent(
                        "pubsub",
                        PUBSUB,
                        List.of(StandardExtensionElement.builder("items", PUBSUB)
                                .addAttribute("node", node)
                                .build())));
    }

    private static List<Bookmark> payloads(IQ answer, String name) {
        List<Bookmark> found = new ArrayList<>();
        ItemsExtension items = answer instanceof PubSub pubsub ? pubsub.getExtension(PubSubElementType.ITEMS) : null;
        for (Object one : items == null ? List.of() : items.getItems()) {
            if (one instanceof PayloadItem<?> item
                    && item.getPayload() instanceof StandardExtensionElement payload
                    && payload.getElementName().equals(name)) {
                if (name.equals("storage")) {
                    found.addAll(conferences(payload));
                } else {
                    Bookmark.read(payload, ((Item) item).getId()).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static List<Bookmark> conferences(StandardExtensionElement storage) {
        return storage == null
                ? List.of()
                : Elements.of(storage, "conference").stream()
                        .flatMap(one -> Bookmark.read(one, null).stream())
                        .toList();
    }

    private static StandardExtensionElement storage(Collection<Bookmark> all) {
        return RoomStanzas.parent(
                "storage",
                Bookmark.OLD,
                all.stream().map(one -> one.write(Bookmark.OLD)).toList());
    }

    private static StandardExtensionElement item(String id, StandardExtensionElement payload) {
        return StandardExtensionElement.builder("item", PUBSUB)
                .addAttribute("id", id)
                .addElement(payload)
                .build();
    }

    private static StandardExtensionElement privately() {
        StandardExtensionElement.Builder form =
                StandardExtensionElement.builder("x", DATA).addAttribute("type", "submit");
        form.addElement(field("FORM_TYPE", PUBSUB + "#publish-options"));
        form.addElement(field("pubsub#persist_items", "true"));
        form.addElement(field("pubsub#max_items", "max"));
        form.addElement(field("pubsub#send_last_published_item", "never"));
        form.addElement(field("pubsub#access_model", "whitelist"));
        return StandardExtensionElement.builder("publish-options", PUBSUB)
                .addElement(form.build())
                .build();
    }

    private static StandardExtensionElement field(String name, String value) {
        return StandardExtensionElement.builder("field", DATA)
                .addAttribute("var", name)
                .addElement(RoomStanzas.text("value", DATA, value))
                .build();
    }
}
