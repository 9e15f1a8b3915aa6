package org.lamplight.office.xmpp.xml;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads one XML stream: its header, then one child after the other. For one reading thread; it blocks until a stanza is
 * complete.
 *
 * <p>What RFC 6120 section 11.1 forbids (comments, processing instructions, DTDs, entities) ends the stream with
 * {@code restricted-xml}, other XML trouble with {@code not-well-formed}, too big a stanza with
 * {@code policy-violation}. An {@link IOException} means that the connection is gone.
 */
public final class StanzaReader {
    private static final int DEEPEST = 50;

    private final BoundedInput input;
    private final XMLStreamReader xml;

    /** Reads from {@code in}; no stanza may be longer than {@code limit} bytes. */
    public StanzaReader(InputStream in, int limit) throws IOException, StreamException {
        this.input = new BoundedInput(in, limit);
        try {
            this.xml = factory().createXMLStreamReader(input, StandardCharsets.UTF_8.name());
        } catch (XMLStreamException e) {
            throw trouble(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    /** The stream's root element, without content. */
    public Element open() throws IOException, StreamException {
        while (true) {
            int event = advance();
            if (event == XMLStreamConstants.START_ELEMENT) {
                Element root = start();
                input.startStanza();
                return root;
            }
        }
    }

    /** The next child of the root; null when the other side has closed the stream. */
    public @Nullable Element next() throws IOException, StreamException {
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Element stanza = start();
                    fill(stanza, 1);
                    input.startStanza();
                    return stanza;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return null;
                }
                // White space between stanzas keeps a connection alive; it is no part of the next stanza's size.
                default -> input.startStanza();
            }
        }
    }

    private void fill(Element parent, int depth) throws IOException, StreamException {
        if (depth > DEEPEST) {
            throw new StreamException("policy-violation");
        }
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Element child = start();
                    fill(child, depth + 1);
                    parent.add(child);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                default -> parent.text(xml.getText());
            }
        }
    }

    private Element start() {
        String namespace = xml.getNamespaceURI();
        Element element = Element.of(xml.getLocalName(), namespace == null ? "" : namespace);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String prefix = xml.getAttributePrefix(i);
            if (prefix == null || prefix.isEmpty()) {
                element.with(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            } else if (prefix.equals("xml")) {
                element.with("xml:" + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
        }
        return element;
    }

    private int advance() throws IOException, StreamException {
        try {
            int event = xml.next();
            switch (event) {
                case XMLStreamConstants.DTD,
                        XMLStreamConstants.ENTITY_REFERENCE,
                        XMLStreamConstants.COMMENT,
                        XMLStreamConstants.PROCESSING_INSTRUCTION -> throw new StreamException("restricted-xml");
                default -> {
                    return event;
                }
            }
        } catch (XMLStreamException e) {
            throw trouble(e);
        }
    }

    private StreamException trouble(XMLStreamException e) throws IOException {
        if (input.exceeded()) {
            return new StreamException("policy-violation");
        }
        if (input.lost()) {
            EOFException gone = new EOFException("the connection is gone");
            gone.initCause(e);
            throw gone;
        }
        return new StreamException("not-well-formed");
    }
}
