package org.lamplight.skin;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What the table of contents of an icon set says: {@code icondef.xml} (XEP-0038) or Pidgin's {@code theme.xml}. Without one
 * every picture is called as its file is.
 */
final class IconIndex {
    private static final String PSI = "icondef.xml";
    private static final String PIDGIN = "theme.xml";

    private final Map<String, List<String>> named = new HashMap<>();
    private final StringBuilder name = new StringBuilder();
    private final List<String> called = new ArrayList<>();
    private String folder = "";
    private boolean exact;

    private IconIndex() {}

    static IconIndex in(Path set, Map<String, byte[]> files) throws BrokenSkin {
        IconIndex index = new IconIndex();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (isCalled(file.getKey(), PSI) || isCalled(file.getKey(), PIDGIN)) {
                index.read(set, file.getKey(), file.getValue());
                return index;
            }
        }
        return index;
    }

    private static boolean isCalled(String file, String name) {
        return file.equals(name) || file.endsWith("/" + name);
    }

    private void read(Path set, String file, byte[] xml) throws BrokenSkin {
        folder = file.substring(0, file.lastIndexOf('/') + 1);
        exact = isCalled(file, PSI);
        int line = 1;
        try {
            XMLStreamReader reader = SvgGate.strict().createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                int event = reader.next();
                line = Math.max(1, reader.getLocation().getLineNumber());
                if (event == XMLStreamConstants.DTD && exact) {
                    throw new BrokenSkin("import.index", set.getFileName(), file, line);
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    element(reader);
                }
            }
        } catch (XMLStreamException malformed) {
            throw new BrokenSkin("import.index", set.getFileName(), file, line).because(malformed);
        }
    }

    private void element(XMLStreamReader reader) throws XMLStreamException {
        switch (reader.getLocalName()) {
            case "theme" -> name.append(attribute(reader, "name"));
            case "name" -> name.append(name.isEmpty() ? reader.getElementText() : "");
            case "icon" -> icon(reader);
            case "text", "x" -> called.add(reader.getElementText());
            case "object" -> pictureOf(reader.getElementText().strip());
            default -> {}
        }
    }

    private void icon(XMLStreamReader reader) {
        called.clear();
        String id = attribute(reader, "id");
        if (!id.isEmpty()) {
            called.add(id);
            pictureOf(attribute(reader, "file"));
        }
    }

    private void pictureOf(String file) {
        if (!file.isEmpty()) {
            named.computeIfAbsent(file, any -> new ArrayList<>()).addAll(called);
        }
    }

    private static String attribute(XMLStreamReader reader, String key) {
        @Nullable String value = reader.getAttributeValue(null, key);
        return value == null ? "" : value;
    }

    /** What the set calls itself; empty if it does not say. */
    String name() {
        return name.toString().strip();
    }

    /** Whether this picture belongs to the set. */
    boolean lists(String file) {
        return named.isEmpty() || !names(file).isEmpty();
    }

    /** What this picture is called; empty if there is an index that does not list it. */
    List<String> names(String file) {
        if (named.isEmpty()) {
            return List.of(file.substring(file.lastIndexOf('/') + 1));
        }
        if (!file.startsWith(folder)) {
            return List.of();
        }
        String path = file.substring(folder.length());
        // Pidgin has the same names in one folder for each size
        String key = exact ? path : path.substring(path.lastIndexOf('/') + 1);
        return List.copyOf(named.getOrDefault(key, List.of()));
    }
}
