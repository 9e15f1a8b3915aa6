package org.lamplight.xmpp.messages;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Details.SharedFile;
import org.lamplight.chat.files.MediaType;
import org.lamplight.chat.files.SafeName;

/**
 * Files that messages tell of: what most programs read is an address that is all of the body (XEP-0066), what says more are
 * the elements of XEP-0447, or of XEP-0385 before it. Trusts nothing in them.
 */
final class FileElements {
    private static final String OOB = "jabber:x:oob";
    private static final String SHARING = "urn:xmpp:sfs:0";
    private static final String METADATA = "urn:xmpp:file:metadata:0";
    private static final String URL_DATA = "http://jabber.org/protocol/url-data";
    private static final String REFERENCE = "urn:xmpp:reference:0";
    private static final String SIMS = "urn:xmpp:sims:1";
    private static final int LONGEST_URL = 4_000;

    private FileElements() {}

    /**
     * What a message says and shares.
     *
     * @param text the words beside the file; where there are none, its name
     */
    record Shared(String text, @Nullable SharedFile file) {}

    // ---- out

    /** The words, if there are any besides the file's name, and the address. */
    static String body(SharedFile file, String text) {
        String url = String.valueOf(file.url());
        return text.isBlank() || text.equals(file.name()) ? url : text + "\n" + url;
    }

    /** The elements for a file that can be had somewhere, in a message with this body. */
    static List<StandardExtensionElement> of(SharedFile file, String body) {
        String url = String.valueOf(file.url());
        return List.of(
                StandardExtensionElement.builder("x", OOB)
                        .addElement(text("url", OOB, url))
                        .build(),
                StandardExtensionElement.builder("file-sharing", SHARING)
                        .addAttribute("disposition", "inline")
                        .addElement(metadata(file))
                        .addElement(StandardExtensionElement.builder("sources", SHARING)
                                .addElement(StandardExtensionElement.builder("url-data", URL_DATA)
                                        .addAttribute("target", url)
                                        .build())
                                .build())
                        .build(),
                fallback(body, body.length() - url.length()));
    }

    private static StandardExtensionElement metadata(SharedFile file) {
        StandardExtensionElement.Builder metadata = StandardExtensionElement.builder("file", METADATA)
                .addElement(text("media-type", METADATA, MediaType.of(file.type(), file.name())))
                .addElement(text("name", METADATA, file.name()));
        if (file.size() >= 0) {
            metadata.addElement(text("size", METADATA, String.valueOf(file.size())));
        }
        return metadata.build();
    }

    /** Tells from where on the body is only for programs that do not know it (XEP-0428). */
    private static StandardExtensionElement fallback(String body, int start) {
        String namespace = ReplyQuote.FALLBACK;
        return StandardExtensionElement.builder("fallback", namespace)
                .addAttribute("for", SHARING)
                .addElement(StandardExtensionElement.builder("body", namespace)
                        .addAttribute("start", String.valueOf(body.codePointCount(0, start)))
                        .addAttribute("end", String.valueOf(body.codePointCount(0, body.length())))
                        .build())
                .build();
    }

    private static StandardExtensionElement text(String name, String namespace, String text) {
        return StandardExtensionElement.builder(name, namespace).setText(text).build();
    }

    // ---- in

    static Shared read(Message stanza, String body) {
        Optional<SharedFile> file = sharing(stanza).or(() -> sims(stanza)).or(() -> oob(stanza, body));
        return file.map(found -> new Shared(words(body, found), found)).orElseGet(() -> new Shared(body, null));
    }

    private static String words(String body, SharedFile file) {
        String url = String.valueOf(file.url());
        String stripped = body.strip();
        String words = stripped.endsWith(url)
                ? stripped.substring(0, stripped.length() - url.length()).strip()
                : stripped;
        return words.isEmpty() ? file.name() : words;
    }

    private static Optional<SharedFile> sharing(Message stanza) {
        return Marking.element(stanza, "file-sharing", SHARING).flatMap(sharing -> {
            Optional<String> url = child(sharing, "sources").stream()
                    .flatMap(sources -> children(sources, "url-data"))
                    .flatMap(data -> usable(data.getAttributeValue("target")).stream())
                    .findFirst();
            return url.map(found -> described(child(sharing, "file"), found));
        });
    }

    private static Optional<SharedFile> sims(Message stanza) {
        return stanza.getExtensions("reference", REFERENCE).stream()
                .flatMap(FileElements::known)
                .flatMap(reference -> child(reference, "media-sharing").stream())
                .filter(sharing -> SIMS.equals(sharing.getNamespace()))
                .flatMap(sharing -> child(sharing, "sources").stream()
                        .flatMap(sources -> children(sources, "reference"))
                        .flatMap(source -> usable(source.getAttributeValue("uri")).stream())
                        .map(url -> described(child(sharing, "file"), url)))
                .findFirst();
    }

    /** An address beside other words is a link, and no file. */
    private static Optional<SharedFile> oob(Message stanza, String body) {
        return stanza.getExtensions("x", OOB).stream()
                .flatMap(FileElements::known)
                .flatMap(x -> child(x, "url").stream())
                .flatMap(url -> usable(url.getText()).stream())
                .filter(url -> url.equals(body.strip()))
                .map(url -> described(Optional.empty(), url))
                .findFirst();
    }

    private static SharedFile described(Optional<StandardExtensionElement> file, String url) {
        String said = file.flatMap(element -> child(element, "name"))
                .map(StandardExtensionElement::getText)
                .orElse("");
        String name = SafeName.of(said.isBlank() ? nameIn(url) : said);
        String size = file.flatMap(element -> child(element, "size"))
                .map(StandardExtensionElement::getText)
                .orElse("");
        String type = file.flatMap(element -> child(element, "media-type"))
                .map(StandardExtensionElement::getText)
                .orElse(null);
        long bytes = size.matches("\\d{1,15}") ? Long.parseLong(size) : -1;
        return new SharedFile(name, bytes, MediaType.of(type, name), url, null);
    }

    private static String nameIn(String url) {
        String path = URI.create(url).getRawPath();
        String last = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        try {
            return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return last;
        }
    }

    private static Optional<String> usable(@Nullable String url) {
        if (url == null || url.length() > LONGEST_URL || !url.matches("(?i)https?://\\S+")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(URI.create(url).getHost()).map(host -> url);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<StandardExtensionElement> child(StandardExtensionElement parent, String name) {
        return children(parent, name).findFirst();
    }

    /** Of whatever namespace: those of a file's description went through several versions. */
    private static Stream<StandardExtensionElement> children(StandardExtensionElement parent, String name) {
        return parent.getElements().stream()
                .filter(child -> child.getElementName().equals(name));
    }

    private static Stream<StandardExtensionElement> known(Object element) {
        return element instanceof StandardExtensionElement known ? Stream.of(known) : Stream.empty();
    }
}
