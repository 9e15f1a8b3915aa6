package org.lamplight.sip;

import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;

/** Writes a dialog-info document in the order of the schema of RFC 4235, section 4.4. */
final class DialogInfoWriter {
    private static final String NAMESPACE = "urn:ietf:params:xml:ns:dialog-info";

    private final DialogInfo info;

    DialogInfoWriter(DialogInfo info) {
        this.info = info;
    }

    byte[] document() {
        return XmlDocument.of(this::write);
    }

    private void write(XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("dialog-info");
        out.writeDefaultNamespace(NAMESPACE);
        attribute(out, "version", String.valueOf(info.version()));
        attribute(out, "state", info.full() ? "full" : "partial");
        attribute(out, "entity", info.entity());
        for (Dialog dialog : info.dialogs()) {
            write(out, dialog);
        }
        out.writeEndElement();
    }

    private static void write(XMLStreamWriter out, Dialog dialog) throws XMLStreamException {
        out.writeStartElement("dialog");
        attribute(out, "id", dialog.id());
        attribute(out, "call-id", dialog.callId());
        attribute(out, "local-tag", dialog.localTag());
        attribute(out, "remote-tag", dialog.remoteTag());
        attribute(out, "direction", dialog.direction() == Dialog.Direction.UNKNOWN ? null : word(dialog.direction()));
        XmlDocument.text(out, "state", word(dialog.state()));
        if (dialog.seconds() != null) {
            XmlDocument.text(out, "duration", String.valueOf(dialog.seconds()));
        }
        write(out, "local", dialog.local());
        write(out, "remote", dialog.remote());
        out.writeEndElement();
    }

    private static void write(XMLStreamWriter out, String side, Dialog.Party party) throws XMLStreamException {
        if (party.equals(Dialog.Party.NOBODY)) {
            return;
        }
        out.writeStartElement(side);
        if (party.uri() != null || party.display() != null) {
            out.writeStartElement("identity");
            attribute(out, "display", party.display());
            out.writeCharacters(PlainText.xml(party.uri() == null ? "" : party.uri()));
            out.writeEndElement();
        }
        if (party.target() != null || party.silent()) {
            out.writeStartElement("target");
            attribute(out, "uri", party.target() == null ? party.uri() : party.target());
            if (party.silent()) {
                out.writeEmptyElement("param");
                attribute(out, "pname", "+sip.rendering");
                attribute(out, "pval", "no");
            }
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void attribute(XMLStreamWriter out, String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            out.writeAttribute(name, PlainText.xml(value));
        }
    }
}
