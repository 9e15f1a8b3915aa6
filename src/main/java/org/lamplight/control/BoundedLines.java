package org.lamplight.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of strict UTF-8, none longer than a bound. Not thread-safe. */
final class BoundedLines {
    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[8192];
    private int at;
    private int filled;

    BoundedLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line, or empty at the end. Throws where a line is too long or no UTF-8. */
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            if (at == filled) {
                filled = in.read(buffer);
                at = 0;
                if (filled < 0) {
                    filled = 0;
                    return line.size() == 0 ? Optional.empty() : Optional.of(text(line.toByteArray()));
                }
            }
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, at, end - at);
            if (line.size() > longest) {
                throw new IOException("a line is longer than " + longest + " bytes");
            }
            boolean whole = end < filled;
            at = whole ? end + 1 : end;
            if (whole) {
                return Optional.of(text(line.toByteArray()));
            }
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
