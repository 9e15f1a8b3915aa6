package org.lamplight.ui.rooms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lamplight.core.Texts;
import org.lamplight.form.Form;
import org.lamplight.form.FormField;
import org.lamplight.form.FormField.Kind;

/**
 * Says in the user's language what the fields of the registry mean (XEP-0045, section 15.5.3), those first that one looks
 * for first. What a server asks besides follows in its own words. Pure.
 */
final class RoomSettingNames {
    /** In the order in which they stand; some servers have a name of their own for the same. */
    private static final List<String> ORDER = List.of(
            "roomname",
            "roomdesc",
            "persistentroom",
            "publicroom",
            "membersonly",
            "roomsecret",
            "whois",
            "moderatedroom",
            "changesubject",
            "allowinvites",
            "allowmemberinvites",
            "allowpm",
            "enablearchiving",
            "maxusers");

    private static final Map<String, Set<String>> OPTIONS = Map.of(
            "whois", Set.of("anyone", "moderators"),
            "allowpm", Set.of("anyone", "participants", "moderators", "none"),
            "maxusers", Set.of("none"));

    private static final String FIELD = "roomconfig_";

    private final Texts texts;

    RoomSettingNames(Texts texts) {
        this.texts = texts;
    }

    Form of(Form form) {
        List<FormField> fields = new ArrayList<>();
        for (String key : ORDER) {
            form.fields().stream()
                    .filter(field -> field.isAsked() && key(field).equals(key))
                    .forEach(field -> fields.add(named(field, key)));
        }
        Set<String> known = new HashSet<>();
        fields.forEach(field -> known.add(field.name()));
        List<FormField> others = form.fields().stream()
                .filter(field -> field.kind() != Kind.FIXED && !known.contains(field.name()))
                .toList();
        if (others.stream().anyMatch(FormField::isAsked)) {
            fields.add(words(texts.get("setting.others")));
        }
        fields.addAll(others);
        // the title and what to do are said by the dialog itself
        return new Form("", List.of(), fields, form.rows());
    }

    /** A server that is of one mind with the registry, or with Prosody, has it behind its prefix. */
    private static String key(FormField field) {
        int prefix = field.name().lastIndexOf(FIELD);
        return prefix < 0 ? "" : field.name().substring(prefix + FIELD.length());
    }

    private FormField named(FormField field, String key) {
        List<FormField.Option> options = field.options().stream()
                .map(option -> OPTIONS.getOrDefault(key, Set.of()).contains(option.value())
                        ? new FormField.Option(texts.get("setting." + key + "." + option.value()), option.value())
                        : option)
                .toList();
        return new FormField(
                field.kind(), field.name(), texts.get("setting." + key), "", field.required(), field.values(), options);
    }

    private static FormField words(String text) {
        return new FormField(Kind.FIXED, "", "", "", false, List.of(text), List.of());
    }
}
