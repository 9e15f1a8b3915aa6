package org.lamplight.office.xmpp.rooms;

import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** Builds a data form (XEP-0004). */
final class Form {
    private final Element x;

    Form(String type, String formType) {
        x = Element.of("x", Ns.DATA_FORM).with("type", type);
        field("FORM_TYPE", formType).last().with("type", "hidden");
    }

    Form field(String name, String value) {
        x.child("field", Ns.DATA_FORM)
                .with("var", name)
                .add(Element.of("value", Ns.DATA_FORM).text(value));
        return this;
    }

    private Element last() {
        return x.children().get(x.children().size() - 1);
    }

    Element element() {
        return x;
    }
}
