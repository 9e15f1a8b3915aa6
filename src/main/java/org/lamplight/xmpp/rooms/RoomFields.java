package org.lamplight.xmpp.rooms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.RoomOptions;
import org.lamplight.form.Form;
import org.lamplight.form.FormField;

/** The fields of a room's form by the names of the registry (XEP-0045, section 15.5.3). Pure. */
final class RoomFields {
    private static final String FIELD = "muc#roomconfig_";
    private static final String SECRET = FIELD + "roomsecret";
    private static final String PROTECTED = FIELD + "passwordprotectedroom";

    private RoomFields() {}

    /** What these options say, under the names that servers have for it. */
    static Map<String, List<String>> of(RoomOptions options, boolean isNew) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        put(values, "roomname", options.name());
        put(values, "membersonly", word(options.membersOnly()));
        put(values, "publicroom", word(options.listed()));
        put(values, "moderatedroom", word(options.moderated()));
        put(values, "allowinvites", word(options.membersInvite()));
        String invites = word(options.membersInvite());
        if (invites != null) {
            values.put("{http://prosody.im/protocol/muc}roomconfig_allowmemberinvites", List.of(invites));
        }
        put(values, "roomsecret", options.password());
        if (isNew) {
            put(values, "persistentroom", "1");
            put(values, "whois", "anyone");
            put(values, "enablearchiving", "1");
            values.put("mam", List.of("1"));
        }
        return whole(values);
    }

    private static void put(Map<String, List<String>> values, String field, @Nullable String value) {
        if (value != null) {
            values.put(FIELD + field, List.of(value));
        }
    }

    private static @Nullable String word(@Nullable Boolean wish) {
        return wish == null ? null : wish ? "1" : "0";
    }

    /** A password is asked for where there is one: nobody need say that besides. */
    static Map<String, List<String>> whole(Map<String, List<String>> fields) {
        Map<String, List<String>> all = new LinkedHashMap<>(fields);
        secret(fields).ifPresent(secret -> all.putIfAbsent(PROTECTED, List.of(secret.isEmpty() ? "0" : "1")));
        return all;
    }

    /** The password that these fields set; an empty one takes it away. */
    static Optional<String> secret(Map<String, List<String>> fields) {
        return Optional.ofNullable(fields.get(SECRET)).map(values -> values.isEmpty() ? "" : values.get(0));
    }

    /** The form without that question, and without a password that is not asked for. */
    static Form shown(Form form) {
        FormField asks = form.field(PROTECTED).orElse(null);
        if (asks == null || form.field(SECRET).isEmpty()) {
            return form;
        }
        List<FormField> fields = form.fields().stream()
                .filter(field -> !field.name().equals(PROTECTED))
                .map(field -> field.name().equals(SECRET) && !asks.isOn() ? field.with(List.of()) : field)
                .toList();
        return new Form(form.title(), form.instructions(), fields, form.rows());
    }
}
