package org.lamplight.skin;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Set;
import java.util.regex.Pattern;
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
    private static final int DEEPEST = 32;
    private static final Pattern OUTSIDE =
            Pattern.compile("url\\s*\\(\\s*['\"]?\\s*[^#'\"\\s]", Pattern.CASE_INSENSITIVE);

    /** Short dashes on a long line take any time. */
    private static final Pattern DASHES = Pattern.compile("stroke-dasharray\\s*:\\s*(?!none|\\s|$)");

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

    private final SvgCost cost = new SvgCost();
    private int elements;
    private int depth;

    private SvgGate() {}

    /** A factory that knows no document types, so no entities, and opens nothing. */
    static XMLInputFactory strict() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }

    /** How many numbers its shapes have; throws if it may do harm. */
    static int check(String svg) throws BrokenIcon {
        try {
            SvgGate gate = new SvgGate();
            gate.walk(strict().createXMLStreamReader(new StringReader(svg)));
            return gate.cost.numbers();
        } catch (XMLStreamException bad) {
            int line = bad.getLocation() == null ? 1 : bad.getLocation().getLineNumber();
            throw BrokenIcon.atLine(line, "malformed");
        }
    }

    private void walk(XMLStreamReader reader) throws XMLStreamException, BrokenIcon {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw BrokenIcon.atLine(line(reader), "doctype");
                case XMLStreamConstants.START_ELEMENT -> begin(reader);
                case XMLStreamConstants.END_ELEMENT -> end(reader);
                default -> {}
            }
        }
    }

    private static int line(XMLStreamReader reader) {
        return reader.getLocation().getLineNumber();
    }

    private void begin(XMLStreamReader reader) throws BrokenIcon {
        elements++;
        if (elements > MOST_ELEMENTS) {
            throw new BrokenIcon("elements", MOST_ELEMENTS);
        }
        depth++;
        if (depth > DEEPEST) {
            throw BrokenIcon.atLine(line(reader), "deep", DEEPEST);
        }
        String name = reader.getLocalName();
        if (elements == 1 && !name.equals("svg")) {
            throw new BrokenIcon("svg");
        }
        boolean known = HARMLESS.contains(name) && (elements == 1 || !name.equals("svg"));
        // drawing programs leave notes in name spaces of their own, which nobody draws
        boolean drawn = SVG.equals(reader.getNamespaceURI()) || reader.getNamespaceURI() == null;
        if (drawn && !known) {
            throw BrokenIcon.atLine(line(reader), "element", name);
        }
        attributes(reader);
        cost.begin(reader);
    }

    private void end(XMLStreamReader reader) {
        depth--;
        cost.end(reader);
    }

    private static void attributes(XMLStreamReader reader) throws BrokenIcon {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            String value = reader.getAttributeValue(i).strip();
            boolean reference = name.equals("href") && !value.startsWith("#");
            if (reference || OUTSIDE.matcher(value).find()) {
                throw BrokenIcon.atLine(line(reader), "reference");
            }
            if (DASHES.matcher(name.equals("style") ? value : name + ":" + value)
                    .find()) {
                throw BrokenIcon.atLine(line(reader), "attribute", "stroke-dasharray");
            }
        }
    }
}
