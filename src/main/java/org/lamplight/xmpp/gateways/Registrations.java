package org.lamplight.xmpp.gateways;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.form.Form;
import org.lamplight.form.FormField;
import org.lamplight.form.FormField.Kind;
import org.lamplight.gateway.Registration;
import org.lamplight.xmpp.forms.Forms;
import org.lamplight.xmpp.forms.Tree;

/** Registration (XEP-0077) from and to XML, with a form or with its own elements. Pure. */
final class Registrations {
    static final String NAMESPACE = "jabber:iq:register";
    private static final String PAGE = "jabber:x:oob";
    private static final Texts TEXTS = Texts.of(Registrations.class);

    /** The elements of section 14.1. */
    private static final Set<String> ELEMENTS = Set.of(
            "username",
            "nick",
            "password",
            "name",
            "first",
            "last",
            "email",
            "address",
            "city",
            "state",
            "zip",
            "phone",
            "url",
            "date",
            "misc",
            "text",
            "key");

    private Registrations() {}

    static Tree asking() {
        return Tree.of("query", NAMESPACE);
    }

    static Tree ending() {
        return Tree.of("query", NAMESPACE, Tree.of("remove", ""));
    }

    static Registration read(Tree query) {
        boolean done = query.first("registered").isPresent();
        String page = query.first("x", PAGE).map(x -> page(x.textOf("url"))).orElse("");
        return query.first("x", Forms.NAMESPACE)
                .map(x -> new Registration(done, Forms.read(x), Registration.Style.FORM, page))
                .orElseGet(() -> new Registration(done, elements(query), Registration.Style.ELEMENTS, page));
    }

    /** Only a web page is one. */
    private static String page(String url) {
        String line = Forms.line(url.strip());
        return line.matches("(?i)https?://\\S+") ? line : "";
    }

    private static Form elements(Tree query) {
        List<FormField> fields = new ArrayList<>();
        for (Tree element : query.children()) {
            boolean known =
                    ELEMENTS.contains(element.name()) && element.namespace().equals(NAMESPACE);
            if (known && fields.stream().noneMatch(field -> field.name().equals(element.name()))) {
                fields.add(field(element));
            }
        }
        return new Form("", Forms.instructions(query), fields, List.of());
    }

    private static FormField field(Tree element) {
        Kind kind = switch (element.name()) {
            case "key" -> Kind.HIDDEN;
            case "password" -> Kind.PRIVATE;
            default -> Kind.TEXT;
        };
        boolean required = Set.of("username", "password").contains(element.name());
        List<String> values = element.text().isEmpty() ? List.of() : List.of(PlainText.xml(element.text()));
        return new FormField(
                kind, element.name(), TEXTS.get("register." + element.name()), "", required, values, List.of());
    }

    static Tree write(Registration asked, Map<String, List<String>> answers) {
        if (asked.style() == Registration.Style.FORM) {
            return Tree.of("query", NAMESPACE, Forms.write(asked.form(), answers));
        }
        List<Tree> elements = new ArrayList<>();
        asked.form()
                .filled(answers)
                .forEach((name, values) -> elements.add(Tree.text(name, values.isEmpty() ? "" : values.get(0))));
        return Tree.of("query", NAMESPACE).with(elements);
    }
}
