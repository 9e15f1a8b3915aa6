package org.lamplight.xmpp.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.lamplight.core.PlainText;

/** An element with what is in it, handier than the library's. Immutable. */
public record Tree(String name, String namespace, Map<String, String> attributes, List<Tree> children, String text) {
    public static Tree of(String name, String namespace, Tree... children) {
        return new Tree(name, namespace, Map.of(), List.of(children), "");
    }

    /** An element of its parent's namespace with text. */
    public static Tree text(String name, String text) {
        return new Tree(name, "", Map.of(), List.of(), text);
    }

    public Tree with(String attribute, String value) {
        Map<String, String> all = new LinkedHashMap<>(attributes);
        all.put(attribute, value);
        return new Tree(name, namespace, all, children, text);
    }

    public Tree with(List<Tree> more) {
        List<Tree> all = new ArrayList<>(children);
        all.addAll(more);
        return new Tree(name, namespace, attributes, all, text);
    }

    public String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    public List<Tree> all(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    public Optional<Tree> first(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).findFirst();
    }

    public Optional<Tree> first(String childName, String childNamespace) {
        return children.stream()
                .filter(child -> child.name.equals(childName) && child.namespace.equals(childNamespace))
                .findFirst();
    }

    /** The text of the first child of this name; empty if there is none. */
    public String textOf(String childName) {
        return first(childName).map(Tree::text).orElse("");
    }

    // ---- from and to the library's elements

    public static Tree of(StandardExtensionElement element) {
        return new Tree(
                element.getElementName(),
                element.getNamespace(),
                element.getAttributes(),
                element.getElements().stream().map(Tree::of).toList(),
                element.getText() == null ? "" : element.getText());
    }

    public StandardExtensionElement element() {
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
