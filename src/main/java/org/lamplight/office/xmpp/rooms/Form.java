package org.lamplight.office.xmpp.rooms;

import java.util.List;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** Builds a data form (XEP-0004). */
final class Form {
    private static final String CONFIG = "muc#roomconfig_";

    private final Element x;

    Form(String type, String formType) {
        x = Element.of("x", Ns.DATA_FORM).with("type", type);
        add("FORM_TYPE", formType).with("type", "hidden");
    }

    private Element add(String name, String value) {
        Element field = x.child("field", Ns.DATA_FORM).with("var", name);
        field.add(Element.of("value", Ns.DATA_FORM).text(value));
        return field;
    }

    /** A field of a result, by its whole name. */
    Form field(String name, String value) {
        add(name, value);
        return this;
    }

    Form text(String name, String label, String value) {
        add(CONFIG + name, value).with("type", "text-single").with("label", label);
        return this;
    }

    Form secret(String name, String label, String value) {
        add(CONFIG + name, value).with("type", "text-private").with("label", label);
        return this;
    }

    Form yesNo(String name, String label, boolean value) {
        add(CONFIG + name, value ? "1" : "0").with("type", "boolean").with("label", label);
        return this;
    }

    Form choice(String name, String label, String value, List<String> options) {
        Element field = add(CONFIG + name, value).with("type", "list-single").with("label", label);
        for (String option : options) {
            field.child("option", Ns.DATA_FORM)
                    .with("label", option)
                    .add(Element.of("value", Ns.DATA_FORM).text(option));
        }
        return this;
    }

    Element element() {
        return x;
    }
}
