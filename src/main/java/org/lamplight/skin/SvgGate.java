package org.lamplight.skin;

import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Lets only harmless SVG in: shapes and gradients. No scripts, pictures, filters, animation, style sheets or anything
 * that lies outside the file; what remains draws in a time that its size bounds.
 */
final class SvgGate {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int MOST_ELEMENTS = 500;
    private static final Set<String> HARMLESS = Set.of(
            "svg",
            "g",
            "path",
            "circle",
            "ellipse",
            "rect",
            "line",
            "polyline",
            "polygon",
            "defs",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "title",
            "desc",
            "metadata");

    private SvgGate() {}

    /** A factory that knows no document types, so no entities, and opens nothing. */
    static XMLInputFactory strict() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }

    static void check(byte[] bytes) throws BrokenIcon {
        try {
            XMLStreamReader reader = strict().createXMLStreamReader(new ByteArrayInputStream(bytes));
            int elements = 0;
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    element(reader, ++elements);
                }
            }
        } catch (XMLStreamException bad) {
            int line = bad.getLocation() == null ? 1 : bad.getLocation().getLineNumber();
            throw new BrokenIcon("is not well-formed SVG (line " + line + ")", "Save it again as plain SVG");
        }
    }

    private static void element(XMLStreamReader reader, int count) throws BrokenIcon {
        if (count > MOST_ELEMENTS) {
            throw new BrokenIcon("has more than " + MOST_ELEMENTS + " elements", "Draw it simpler");
        }
        String name = reader.getLocalName();
        if (count == 1 && !name.equals("svg")) {
            throw new BrokenIcon("is not SVG", "Save it as plain SVG");
        }
        // drawing programs leave notes in name spaces of their own, which nobody draws
        if (SVG.equals(reader.getNamespaceURI()) || reader.getNamespaceURI() == null) {
            if (!HARMLESS.contains(name)) {
                throw new BrokenIcon("has a <" + name + ">, which no icon may have", "Draw it with paths only");
            }
        }
        attributes(reader);
    }

    private static void attributes(XMLStreamReader reader) throws BrokenIcon {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            String value = reader.getAttributeValue(i).strip();
            boolean reference = name.equals("href") && !value.startsWith("#");
            if (reference || value.replace(" ", "").matches("(?is).*url\\(['\"]?[^#'\"].*")) {
                throw new BrokenIcon("refers to something outside itself", "Draw it with paths only");
            }
        }
    }
}
