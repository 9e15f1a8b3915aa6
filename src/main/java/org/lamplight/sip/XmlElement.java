package org.lamplight.sip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of a body. Immutable.
 *
 * @param name the local name
 * @param attributes by their local names; of several alike, the last
 * @param text its own characters, without those of its children
 */
record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children, String text) {

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** As {@link #attribute}, empty text where there is none. */
    String value(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    Stream<XmlElement> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted));
    }

    Optional<XmlElement> child(String wanted) {
        return children(wanted).findFirst();
    }

    /** Those of this name at any depth below, in the order of the document. */
    Stream<XmlElement> descendants(String wanted) {
        return children.stream()
                .flatMap(child -> Stream.concat(
                        child.name.equals(wanted) ? Stream.of(child) : Stream.empty(), child.descendants(wanted)));
    }

    /** Itself without children of this name. */
    XmlElement without(String unwanted) {
        List<XmlElement> others =
                children.stream().filter(child -> !child.name.equals(unwanted)).toList();
        return new XmlElement(name, attributes, others, text);
    }
}
