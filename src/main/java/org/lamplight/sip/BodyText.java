package org.lamplight.sip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lamplight.core.PlainText;

/** The characters of a body. What a body declares as its encoding is often not what it is in. Pure. */
final class BodyText {
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final Pattern SINGLE_BYTE = Pattern.compile("(?i)iso-?8859-\\d{1,2}|windows-125\\d");
    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml\\s[^>]{0,200}\\?>");
    private static final int HEAD = 300;

    private BodyText() {}

    /** The text without its XML declaration and without what XML can't hold. */
    static String of(byte[] body) {
        String text = PlainText.xml(decoded(body));
        int begin = text.startsWith("\uFEFF") ? 1 : 0;
        return DECLARATION.matcher(text.substring(begin)).replaceFirst("").strip();
    }

    private static String decoded(byte[] body) {
        if (isUtf16(body)) {
            return new String(body, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(body, declared(body));
        }
    }

    private static boolean isUtf16(byte[] body) {
        int first = body.length > 1 ? ((body[0] & 0xFF) << 8) | (body[1] & 0xFF) : 0;
        return first == 0xFEFF || first == 0xFFFE || first == '<';
    }

    private static Charset declared(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        boolean usable = declared.find()
                && SINGLE_BYTE.matcher(declared.group(1)).matches()
                && Charset.isSupported(declared.group(1));
        return usable ? Charset.forName(declared.group(1)) : StandardCharsets.ISO_8859_1;
    }
}
