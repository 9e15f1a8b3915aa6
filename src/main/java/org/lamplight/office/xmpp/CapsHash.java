package org.lamplight.office.xmpp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/** The verification string of entity capabilities (XEP-0115 section 5), with SHA-1. */
public final class CapsHash {
    private CapsHash() {}

    /** The {@code ver} that belongs to an answer to service discovery. */
    public static String of(Element discoInfo) {
        StringBuilder text = new StringBuilder();
        TreeSet<String> identities = new TreeSet<>();
        TreeSet<String> features = new TreeSet<>();
        TreeSet<String> forms = new TreeSet<>();
        for (Element child : discoInfo.children()) {
            switch (child.name()) {
                case "identity" ->
                    identities.add(child.attribute("category", "") + "/" + child.attribute("type", "") + "/"
                            + child.attribute("xml:lang", "") + "/" + child.attribute("name", ""));
                case "feature" -> features.add(child.attribute("var", ""));
                case "x" -> forms.add(form(child));
                default -> {}
            }
        }
        identities.forEach(identity -> text.append(identity).append('<'));
        features.forEach(feature -> text.append(feature).append('<'));
        forms.forEach(text::append);
        return sha1(text.toString());
    }

    private static String form(Element form) {
        String type = "";
        TreeSet<String> fields = new TreeSet<>();
        for (Element field : form.children()) {
            List<String> values = field.children().stream()
                    .filter(child -> child.name().equals("value"))
                    .map(Element::text)
                    .sorted()
                    .toList();
            if ("FORM_TYPE".equals(field.attribute("var"))) {
                type = values.isEmpty() ? "" : values.get(0);
            } else {
                fields.add(field.attribute("var", "") + "<" + String.join("<", values) + "<");
            }
        }
        return type + "<" + String.join("", fields);
    }

    /** The node that a client's presence says its capabilities are under; null if it says none. */
    static @Nullable String nodeOf(Element presence) {
        Element caps = presence.find("c", Ns.CAPS);
        String ver = caps == null ? null : caps.attribute("ver");
        return caps == null || ver == null ? null : caps.attribute("node", "") + "#" + ver;
    }

    private static String sha1(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
