package org.lamplight.xmpp.gateways;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.lamplight.core.PlainText;

/**
 * An element with what is in it, as taken from a stranger: at most {@value #MOST} elements, {@value #LONGEST} characters of
 * text in each, the rest is left out. Immutable.
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

    // ---- from and to the library's elements

    static Tree of(StandardExtensionElement element) {
        return of(element, new int[] {MOST});
    }

    private static Tree of(StandardExtensionElement element, int[] left) {
        List<Tree> children = new ArrayList<>(2);
        for (StandardExtensionElement child : element.getElements()) {
            if (left[0]-- > 0) {
                children.add(of(child, left));
            }
        }
        return new Tree(
                element.getElementName(),
                element.getNamespace(),
                attributes(element.getAttributes()),
                children,
                cut(element.getText() == null ? "" : element.getText()));
    }

    private static Map<String, String> attributes(Map<String, String> all) {
        Map<String, String> kept = new LinkedHashMap<>(4);
        all.entrySet().stream().limit(MOST_ATTRIBUTES).forEach(each -> kept.put(each.getKey(), cut(each.getValue())));
        return kept;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    StandardExtensionElement element() {
        return element("");
    }

    private StandardExtensionElement element(String parentNamespace) {
        String own = namespace.isEmpty() ? parentNamespace : namespace;
        StandardExtensionElement.Builder element = StandardExtensionElement.builder(name, own);
        attributes.forEach((key, value) -> element.addAttribute(key, PlainText.xml(value)));
        if (!text.isEmpty()) {
            element.setText(PlainText.xml(text));
        }
        children.forEach(child -> element.addElement(child.element(own)));
        return element.build();
    }
}
