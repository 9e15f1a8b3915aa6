package org.lamplight.office.xmpp.xml;

/** Text as XML content or attribute value; characters that XML 1.0 forbids are left out. */
final class Escape {
    private Escape() {}

    static void append(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&apos;");
                case '\n', '\t' -> out.append(c);
                case '\r' -> out.append("&#13;");
                default -> {
                    if (c >= ' ' && c != '\uFFFE' && c != '\uFFFF') {
                        out.append(c);
                    }
                }
            }
        }
    }
}
