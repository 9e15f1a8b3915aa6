package org.lamplight.sip;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.lamplight.core.PlainText;
import org.lamplight.presence.OwnWords;
import org.lamplight.presence.Presence;
import org.lamplight.presence.Status;

/** Writes one's own presence; the order of elements is that of the schemas in RFC 3863 and 4479. */
final class PidfWriter {
    private static final String PIDF = "urn:ietf:params:xml:ns:pidf";
    private static final String MODEL = "urn:ietf:params:xml:ns:pidf:data-model";
    private static final String RICH = "urn:ietf:params:xml:ns:pidf:rpid";

    private final Presence own;
    private final String entity;
    private final Instant since;

    PidfWriter(Presence own, String entity, Instant now) {
        this.own = own;
        this.entity = PlainText.xml(entity);
        Instant begun = own.since() == null || own.since().isAfter(now) ? now : own.since();
        this.since = begun.truncatedTo(ChronoUnit.SECONDS);
    }

    byte[] document() {
        return XmlDocument.of(this::write);
    }

    private void write(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("presence");
        out.writeDefaultNamespace(PIDF);
        out.writeNamespace("dm", MODEL);
        out.writeNamespace("r", RICH);
        out.writeAttribute("entity", entity);
        tuple(out);
        person(out);
        out.writeEndElement();
    }

    private void tuple(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("tuple");
        out.writeAttribute("id", "lamplight");
        out.writeStartElement("status");
        XmlDocument.text(out, "basic", "open");
        out.writeEndElement();
        XmlDocument.text(out, "contact", entity);
        XmlDocument.text(out, "timestamp", since.toString());
        out.writeEndElement();
    }

    private void person(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("dm:person");
        out.writeAttribute("id", "me");
        activities(out, Activities.of(own.status()));
        if (own.status() == Status.IDLE) {
            out.writeStartElement("r:user-input");
            out.writeAttribute("last-input", since.toString());
            out.writeCharacters("idle");
            out.writeEndElement();
        }
        out.writeEmptyElement("status");
        out.writeDefaultNamespace(Pidf.KEY_NAMESPACE);
        out.writeAttribute("key", own.status().key());
        String note = OwnWords.with(own.status(), own.note());
        if (!note.isEmpty()) {
            out.writeStartElement("dm:note");
            if (own.note() == null) {
                out.writeAttribute("xml:lang", "en");
            }
            out.writeCharacters(note);
            out.writeEndElement();
        }
        XmlDocument.text(out, "dm:timestamp", since.toString());
        out.writeEndElement();
    }

    private static void activities(XMLStreamWriter out, List<String> names) throws XMLStreamException {
        if (names.isEmpty()) {
            return;
        }
        out.writeStartElement("r:activities");
        for (String name : names) {
            out.writeEmptyElement("r:" + name);
        }
        out.writeEndElement();
    }
}
