package org.lamplight.xmpp.rooms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaError;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;
import org.lamplight.chat.RoomOptions;
import org.lamplight.xmpp.stream.ElementIq;
import org.lamplight.xmpp.stream.Elements;

/**
 * Sets a room up by its owner's form (XEP-0045, section 10): what is wished is changed where the form has it, and all the
 * rest goes back as it came. On the session's thread.
 */
final class RoomForm {
    private static final String DATA = "jabber:x:data";
    private static final String FIELD = "muc#roomconfig_";

    private final RoomContext on;

    RoomForm(RoomContext on) {
        this.on = on;
    }

    /** Fails as the requests do. {@code isNew}: what was made by hand stays, and everybody sees who the others are. */
    CompletableFuture<Void> set(EntityBareJid room, RoomOptions options, boolean isNew) {
        ElementIq wanted = new ElementIq(
                IQ.Type.get,
                StandardExtensionElement.builder("query", RoomStanzas.OWNER).build());
        wanted.setTo(room);
        boolean asItIs = isNew && !Boolean.TRUE.equals(options.membersOnly()) && options.password() == null;
        return on.ask(wanted)
                .handle((answer, failure) -> form(answer, failure))
                .thenCompose(form -> {
                    if (form.isEmpty() && !asItIs) {
                        return CompletableFuture.failedFuture(RoomErrors.refused("room.formless", room));
                    }
                    return on.ask(form.map(found -> filled(room, found, values(options, isNew)))
                            .orElseGet(() -> submit(room, empty().build())));
                })
                .thenAccept(done -> {});
    }

    /** A refusal to show it is none; who is not an owner is refused for that. */
    private static Optional<StandardExtensionElement> form(@Nullable IQ answer, @Nullable Throwable failure) {
        if (failure != null && RoomErrors.condition(failure) == StanzaError.Condition.forbidden) {
            throw new CompletionException(failure);
        }
        return answer instanceof ElementIq tree
                ? Optional.ofNullable(tree.content().getFirstElement("x", DATA))
                : Optional.empty();
    }

    private static Map<String, String> values(RoomOptions options, boolean isNew) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "roomname", options.name());
        put(values, "membersonly", word(options.membersOnly()));
        put(values, "publicroom", word(options.listed()));
        put(values, "moderatedroom", word(options.moderated()));
        put(values, "allowinvites", word(options.membersInvite()));
        String invites = word(options.membersInvite());
        if (invites != null) {
            values.put("{http://prosody.im/protocol/muc}roomconfig_allowmemberinvites", invites);
        }
        String password = options.password();
        if (password != null) {
            put(values, "passwordprotectedroom", password.isEmpty() ? "0" : "1");
            put(values, "roomsecret", password);
        }
        if (isNew) {
            put(values, "persistentroom", "1");
            put(values, "whois", "anyone");
            put(values, "enablearchiving", "1");
            values.put("mam", "1");
        }
        return values;
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        if (value != null) {
            values.put(FIELD + field, value);
        }
    }

    private static @Nullable String word(@Nullable Boolean wish) {
        return wish == null ? null : wish ? "1" : "0";
    }

    private static ElementIq filled(EntityBareJid room, StandardExtensionElement form, Map<String, String> values) {
        StandardExtensionElement.Builder filled = empty();
        for (StandardExtensionElement field : Elements.of(form, "field")) {
            String name = field.getAttributeValue("var");
            if (name != null && !"fixed".equals(field.getAttributeValue("type"))) {
                String wish = values.get(name);
                filled.addElement(field(name, wish == null ? texts(field) : List.of(wish)));
            }
        }
        return submit(room, filled.build());
    }

    private static StandardExtensionElement.Builder empty() {
        return StandardExtensionElement.builder("x", DATA).addAttribute("type", "submit");
    }

    private static ElementIq submit(EntityBareJid room, StandardExtensionElement form) {
        ElementIq request = new ElementIq(IQ.Type.set, RoomStanzas.parent("query", RoomStanzas.OWNER, List.of(form)));
        request.setTo(room);
        return request;
    }

    private static List<String> texts(StandardExtensionElement field) {
        return Elements.of(field, "value").stream()
                .map(value -> value.getText() == null ? "" : value.getText())
                .toList();
    }

    private static StandardExtensionElement field(String name, List<String> values) {
        StandardExtensionElement.Builder field =
                StandardExtensionElement.builder("field", DATA).addAttribute("var", name);
        values.forEach(value -> field.addElement(RoomStanzas.text("value", DATA, value)));
        return field.build();
    }
}
