package org.lamplight.xmpp.rooms;

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
import org.lamplight.form.Form;
import org.lamplight.xmpp.forms.Forms;
import org.lamplight.xmpp.forms.Tree;
import org.lamplight.xmpp.stream.ElementIq;
import org.lamplight.xmpp.stream.Elements;

/**
 * Sets a room up by its owner's form (XEP-0045, section 10): what is wished is changed where the form has it, and all the
 * rest goes back as it came. On the session's thread.
 */
final class RoomForm {
    private final RoomContext on;

    RoomForm(RoomContext on) {
        this.on = on;
    }

    /** The form as it is now. Fails as the requests do, and where the server gives none. */
    CompletableFuture<Form> ask(EntityBareJid room) {
        return request(room)
                .thenCompose(found -> found.map(
                                form -> CompletableFuture.completedFuture(RoomFields.shown(Forms.read(Tree.of(form)))))
                        .orElseGet(() -> formless(room)));
    }

    /** Sets these fields, all the others stay. */
    CompletableFuture<Void> set(EntityBareJid room, Map<String, List<String>> fields) {
        return request(room)
                .thenCompose(found -> found.map(form -> on.ask(filled(room, form, RoomFields.whole(fields))))
                        .orElseGet(() -> formless(room)))
                .thenAccept(done -> {});
    }

    /** Fails as the requests do. {@code isNew}: what was made by hand stays, and everybody sees who the others are. */
    CompletableFuture<Void> set(EntityBareJid room, RoomOptions options, boolean isNew) {
        boolean asItIs = isNew && !Boolean.TRUE.equals(options.membersOnly()) && options.password() == null;
        return request(room)
                .thenCompose(found -> found.map(form -> on.ask(filled(room, form, RoomFields.of(options, isNew))))
                        .orElseGet(() -> asItIs ? on.ask(submit(room, empty().build())) : formless(room)))
                .thenAccept(done -> {});
    }

    private static <T> CompletableFuture<T> formless(EntityBareJid room) {
        return CompletableFuture.failedFuture(RoomErrors.refused("room.formless", room));
    }

    private CompletableFuture<Optional<StandardExtensionElement>> request(EntityBareJid room) {
        ElementIq wanted = new ElementIq(
                IQ.Type.get,
                StandardExtensionElement.builder("query", RoomStanzas.OWNER).build());
        wanted.setTo(room);
        return on.ask(wanted).handle((answer, failure) -> form(answer, failure));
    }

    /** A refusal to show it is none; who is not an owner is refused for that. */
    private static Optional<StandardExtensionElement> form(@Nullable IQ answer, @Nullable Throwable failure) {
        if (failure != null && RoomErrors.condition(failure) == StanzaError.Condition.forbidden) {
            throw new CompletionException(failure);
        }
        return answer instanceof ElementIq tree
                ? Optional.ofNullable(tree.content().getFirstElement("x", Forms.NAMESPACE))
                : Optional.empty();
    }

    private static ElementIq filled(
            EntityBareJid room, StandardExtensionElement form, Map<String, List<String>> wishes) {
        StandardExtensionElement.Builder filled = empty();
        for (StandardExtensionElement field : Elements.of(form, "field")) {
            String name = field.getAttributeValue("var");
            if (name != null && !"fixed".equals(field.getAttributeValue("type"))) {
                List<String> wish = wishes.get(name);
                filled.addElement(field(name, wish == null ? texts(field) : wish));
            }
        }
        return submit(room, filled.build());
    }

    private static StandardExtensionElement.Builder empty() {
        return StandardExtensionElement.builder("x", Forms.NAMESPACE).addAttribute("type", "submit");
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
                StandardExtensionElement.builder("field", Forms.NAMESPACE).addAttribute("var", name);
        values.forEach(value -> field.addElement(RoomStanzas.text("value", Forms.NAMESPACE, value)));
        return field.build();
    }
}
