package org.lamplight.office.xmpp.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One XML element of a stream, with its namespace, attributes and content.
 *
 * <p>Built in place by {@link #with}, {@link #add} and {@link #text(String)}. Once it has been handed to the server it
 * may be in several queues at a time: whoever wants it otherwise takes a {@link #copy()} first.
 */
public final class Element {
    private final String name;
    private final String namespace;
    private final Map<String, String> attributes;
    private final List<Object> content;

    private Element(String name, String namespace, Map<String, String> attributes, List<Object> content) {
        this.name = name;
        this.namespace = namespace;
        this.attributes = attributes;
        this.content = content;
    }

    public static Element of(String name, String namespace) {
        return new Element(name, namespace, new LinkedHashMap<>(4), new ArrayList<>(2));
    }

    /** Sets an attribute; null removes it. */
    public Element with(String attribute, @Nullable String value) {
        if (value == null) {
            attributes.remove(attribute);
        } else {
            attributes.put(attribute, value);
        }
        return this;
    }

    public Element add(Element child) {
        content.add(child);
        return this;
    }

    /** Adds an empty child of the given namespace and returns that child, not this element. */
    public Element child(String childName, String childNamespace) {
        Element child = of(childName, childNamespace);
        content.add(child);
        return child;
    }

    public Element text(String text) {
        if (!text.isEmpty()) {
            content.add(text);
        }
        return this;
    }

    /** A copy that shares the children: it may get other attributes and further children. */
    public Element copy() {
        return new Element(name, namespace, new LinkedHashMap<>(attributes), new ArrayList<>(content));
    }

    public Element without(Element child) {
        content.removeIf(part -> part == child);
        return this;
    }

    public String name() {
        return name;
    }

    public String namespace() {
        return namespace;
    }

    public boolean is(String otherName, String otherNamespace) {
        return name.equals(otherName) && namespace.equals(otherNamespace);
    }

    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    public String attribute(String attribute, String otherwise) {
        return attributes.getOrDefault(attribute, otherwise);
    }

    public Map<String, String> attributes() {
        return Collections.unmodifiableMap(attributes);
    }

    public List<Element> children() {
        List<Element> children = new ArrayList<>(content.size());
        for (Object part : content) {
            if (part instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    /** The first child of this name and namespace. */
    public @Nullable Element find(String childName, String childNamespace) {
        for (Object part : content) {
            if (part instanceof Element child && child.is(childName, childNamespace)) {
                return child;
            }
        }
        return null;
    }

    /** The first child of this name in the element's own namespace. */
    public @Nullable Element find(String childName) {
        return find(childName, namespace);
    }

    /** The text directly inside, without that of children. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Object part : content) {
            if (part instanceof String piece) {
                text.append(piece);
            }
        }
        return text.toString();
    }

    /** The text of a child in the element's own namespace, or null if there is no such child. */
    public @Nullable String childText(String childName) {
        Element child = find(childName);
        return child == null ? null : child.text();
    }

    /** As it stands in a stream whose default namespace is {@code inherited}. */
    public String toXml(String inherited) {
        StringBuilder out = new StringBuilder(160);
        write(out, inherited);
        return out.toString();
    }

    @Override
    public String toString() {
        return toXml("");
    }

    private void write(StringBuilder out, String inherited) {
        out.append('<').append(name);
        if (!namespace.equals(inherited)) {
            out.append(" xmlns=\"");
            Escape.append(out, namespace);
            out.append('"');
        }
        attributes.forEach((key, value) -> {
            out.append(' ').append(key).append("=\"");
            Escape.append(out, value);
            out.append('"');
        });
        if (content.isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (Object part : content) {
            if (part instanceof Element child) {
                child.write(out, namespace);
            } else {
                Escape.append(out, (String) part);
            }
        }
        out.append("</").append(name).append('>');
    }
}
