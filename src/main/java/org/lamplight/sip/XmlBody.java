package org.lamplight.sip;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML of a body: bounded in size, depth and number of elements, without document types and entities. Prefixes
 * need no declaration, and what follows the root is not looked at.
 */
final class XmlBody {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_ELEMENTS = 20_000;
    private static final int DEEPEST = 32;
    private static final int MOST_ATTRIBUTES = 200;

    /** An element whose end has not come. */
    private static final class Open {
        final String name;
        final Map<String, String> attributes = new HashMap<>();
        final List<XmlElement> children = new ArrayList<>();
        final StringBuilder text = new StringBuilder();

        Open(XMLStreamReader in) {
            name = local(in.getLocalName());
            for (int i = 0; i < in.getAttributeCount(); i++) {
                attributes.put(local(in.getAttributeLocalName(i)), in.getAttributeValue(i));
            }
        }

        XmlElement closed() {
            return new XmlElement(name, Map.copyOf(attributes), List.copyOf(children), text.toString());
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();
    private int elements;

    private XmlBody() {}

    /** The root of the body, which must have this name. */
    static XmlElement read(byte[] body, String rootName) throws UnreadableBody {
        if (body.length > MOST_BYTES) {
            throw new UnreadableBody(body.length + " bytes are too many");
        }
        XmlElement root;
        try {
            root = new XmlBody().read(BodyText.of(body));
        } catch (XMLStreamException | RuntimeException broken) {
            // The parser of the JDK throws more than it declares when it meets broken input
            throw new UnreadableBody("no well-formed XML: " + broken.getMessage(), broken);
        }
        if (root == null || !root.name().equals(rootName)) {
            throw new UnreadableBody("not a " + rootName + " document");
        }
        return root;
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        // Whatever others in this program need
        parsers.setProperty("jdk.xml.elementAttributeLimit", MOST_ATTRIBUTES);
        return parsers;
    }

    private @Nullable XmlElement read(String text) throws XMLStreamException, UnreadableBody {
        XMLStreamReader in = parsers().createXMLStreamReader(new StringReader(text));
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin(in);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> append(in);
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement ended = open.pop().closed();
                    if (open.isEmpty()) {
                        return ended;
                    }
                    open.peek().children.add(ended);
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableBody("it has a document type or an entity of its own");
                default -> {}
            }
        }
        return null;
    }

    private void begin(XMLStreamReader in) throws UnreadableBody {
        if (open.size() == DEEPEST || ++elements > MOST_ELEMENTS) {
            throw new UnreadableBody("it has too many elements, or too deep ones");
        }
        open.push(new Open(in));
    }

    private void append(XMLStreamReader in) {
        Open within = open.peek();
        if (within != null) {
            within.text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
        }
    }

    private static String local(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }
}
