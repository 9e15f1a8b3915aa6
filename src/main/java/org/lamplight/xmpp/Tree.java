package org.lamplight.xmpp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jivesoftware.smack.util.XmlStringBuilder;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.lamplight.core.PlainText;

/**
 * An element with what is in it, as read from a stranger: at most {@value #MOST} elements, {@value #LONGEST} characters of
 * text in each, the rest is left out. Nothing in it makes reading fail but XML that is none. Immutable.
 */
record Tree(String name, String namespace, Map<String, String> attributes, List<Tree> children, String text) {
    private static final int MOST = 4_000;
    private static final int LONGEST = 20_000;
    private static final int MOST_ATTRIBUTES = 20;

    static Tree of(String name, String namespace, Tree... children) {
        return new Tree(name, namespace, Map.of(), List.of(children), "");
    }

    /** An element of its parent's namespace with text. */
    static Tree text(String name, String text) {
        return new Tree(name, "", Map.of(), List.of(), text);
    }

    Tree with(String attribute, String value) {
        Map<String, String> all = new LinkedHashMap<>(attributes);
        all.put(attribute, value);
        return new Tree(name, namespace, all, children, text);
    }

    Tree with(List<Tree> more) {
        List<Tree> all = new ArrayList<>(children);
        all.addAll(more);
        return new Tree(name, namespace, attributes, all, text);
    }

    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    List<Tree> all(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    Optional<Tree> first(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).findFirst();
    }

    Optional<Tree> first(String childName, String childNamespace) {
        return children.stream()
                .filter(child -> child.name.equals(childName) && child.namespace.equals(childNamespace))
                .findFirst();
    }

    /** The text of the first child of this name; empty if there is none. */
    String textOf(String childName) {
        return first(childName).map(Tree::text).orElse("");
    }

    // ---- reading

    /** Reads the element at whose start the parser stands, and leaves it at its end. */
    static Tree read(XmlPullParser parser) throws IOException, XmlPullParserException {
        return read(parser, new int[] {MOST});
    }

    /** As deep as the parser lets anything be: {@link StanzaParser}. */
    private static Tree read(XmlPullParser parser, int[] left) throws IOException, XmlPullParserException {
        String name = parser.getName();
        String namespace = parser.getNamespace() == null ? "" : parser.getNamespace();
        Map<String, String> attributes = attributes(parser);
        List<Tree> children = new ArrayList<>(2);
        StringBuilder text = new StringBuilder();
        int depth = parser.getDepth();
        XmlPullParser.Event event = parser.next();
        while (event != XmlPullParser.Event.END_ELEMENT || parser.getDepth() > depth) {
            if (event == XmlPullParser.Event.END_DOCUMENT) {
                throw new XmlPullParserException("ended within an element");
            }
            boolean child = event == XmlPullParser.Event.START_ELEMENT;
            if (child && left[0]-- > 0) {
                children.add(read(parser, left));
            } else if (event == XmlPullParser.Event.TEXT_CHARACTERS && parser.getDepth() == depth) {
                String more = parser.getText();
                text.append(more, 0, Math.min(more.length(), LONGEST - text.length()));
            }
            event = parser.next();
        }
        return new Tree(name, namespace, attributes, children, text.toString());
    }

    private static Map<String, String> attributes(XmlPullParser parser) {
        Map<String, String> read = new LinkedHashMap<>(4);
        for (int i = 0; i < Math.min(parser.getAttributeCount(), MOST_ATTRIBUTES); i++) {
            String value = parser.getAttributeValue(i);
            read.putIfAbsent(
                    parser.getAttributeName(i), value.length() > LONGEST ? value.substring(0, LONGEST) : value);
        }
        return read;
    }

    // ---- writing

    void write(XmlStringBuilder xml) {
        xml.halfOpenElement(name);
        if (!namespace.isEmpty()) {
            xml.xmlnsAttribute(namespace);
        }
        writeRest(xml);
    }

    /** All after the begin of the start tag, with name and namespace. */
    private void writeRest(XmlStringBuilder xml) {
        attributes.forEach((key, value) -> xml.attribute(key, PlainText.xml(value)));
        xml.rightAngleBracket();
        writeInside(xml);
        xml.closeElement(name);
    }

    void writeInside(XmlStringBuilder xml) {
        xml.escape(PlainText.xml(text));
        children.forEach(child -> child.write(xml));
    }
}
