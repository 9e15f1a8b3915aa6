package org.lamplight.office.xmpp.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lamplight.office.xmpp.archive.ArchiveException.Reason;
import org.lamplight.office.xmpp.xml.Element;

/** Reads which messages somebody wants from a query's data form (XEP-0313 section 4.1). */
final class QueryForm {
    static final String DATA_FORM = "jabber:x:data";
    private static final Map<String, String> FIELDS = Map.of(
            "with", "jid-single",
            "start", "text-single",
            "end", "text-single",
            "before-id", "text-single",
            "after-id", "text-single",
            "ids", "list-multi");

    private QueryForm() {}

    static Filter read(Element query) throws ArchiveException {
        Filter filter = Filter.ALL;
        Element form = query.find("x", DATA_FORM);
        if (form == null) {
            return filter;
        }
        for (Element field : form.children()) {
            String name = field.attribute("var", "");
            if (field.name().equals("field") && !name.equals("FORM_TYPE")) {
                filter = with(filter, name, values(field));
            }
        }
        return filter;
    }

    private static List<String> values(Element field) {
        return field.children().stream()
                .filter(child -> child.name().equals("value"))
                .map(Element::text)
                .toList();
    }

    private static Filter with(Filter filter, String name, List<String> values) throws ArchiveException {
        if (!FIELDS.containsKey(name)) {
            throw new ArchiveException(Reason.UNSUPPORTED);
        }
        if (values.isEmpty()) {
            throw new ArchiveException(Reason.MALFORMED);
        }
        String value = values.get(0);
        return switch (name) {
            case "with" -> filter.with(value);
            case "start" -> filter.from(time(value));
            case "end" -> filter.until(time(value));
            case "before-id" -> filter.before(value);
            case "after-id" -> filter.after(value);
            default -> filter.only(Set.copyOf(values));
        };
    }

    private static Instant time(String text) throws ArchiveException {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new ArchiveException(Reason.MALFORMED);
        }
    }

    /** The empty form that tells what may be asked. */
    static Element empty() {
        Element x = Element.of("x", DATA_FORM).with("type", "form");
        x.child("field", DATA_FORM)
                .with("type", "hidden")
                .with("var", "FORM_TYPE")
                .add(Element.of("value", DATA_FORM).text(ArchiveQuery.NAMESPACE));
        FIELDS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> x.child("field", DATA_FORM)
                        .with("type", entry.getValue())
                        .with("var", entry.getKey()));
        return x;
    }
}
