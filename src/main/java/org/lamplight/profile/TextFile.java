package org.lamplight.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lamplight.core.Texts;

/** Reads a text that a person wrote: in UTF-8, and never more than such a text can be. */
public final class TextFile {
    private static final int MOST_BYTES = 1024 * 1024;

    /** The file is there, but nothing that a person wrote; the message says why, without a full stop. */
    public static final class NoText extends IOException {
        private static final long serialVersionUID = 1;

        NoText(String message) {
            super(message);
        }
    }

    private TextFile() {}

    /** Blocks. Throws {@link NoText} where the file itself is at fault. */
    public static String read(Path file) throws IOException {
        Texts texts = Texts.of(TextFile.class);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new NoText(texts.get("text.none"));
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new NoText(texts.get("text.long"));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NoText(texts.get("text.foreign"));
        }
    }
}
