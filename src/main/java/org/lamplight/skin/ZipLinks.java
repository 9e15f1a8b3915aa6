package org.lamplight.skin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Which entries of a zip are symbolic links: its directory says so (APPNOTE 4.4.15), which java.util.zip does not tell. */
final class ZipLinks {
    private static final int DIRECTORY_ENTRY = 0x02014B50;
    private static final int DIRECTORY_END = 0x06054B50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int KIND = 0170000;
    private static final int LINK = 0120000;

    private ZipLinks() {}

    /** Their names. Throws if the directory is damaged. */
    static List<String> in(byte[] packed) throws IOException {
        ByteBuffer zip = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        int end = packed.length - END_SIZE;
        while (end >= 0 && zip.getInt(end) != DIRECTORY_END) {
            end--;
        }
        if (end < 0) {
            throw new IOException("no directory");
        }
        List<String> links = new ArrayList<>();
        int at = zip.getInt(end + 16);
        while (at >= 0 && at + ENTRY_SIZE <= end && zip.getInt(at) == DIRECTORY_ENTRY) {
            int name = Short.toUnsignedInt(zip.getShort(at + 28));
            int mode = zip.getInt(at + 38) >>> 16;
            if ((mode & KIND) == LINK) {
                links.add(new String(
                        packed, at + ENTRY_SIZE, Math.min(name, end - at - ENTRY_SIZE), StandardCharsets.UTF_8));
            }
            at += ENTRY_SIZE
                    + name
                    + Short.toUnsignedInt(zip.getShort(at + 30))
                    + Short.toUnsignedInt(zip.getShort(at + 32));
        }
        return links;
    }
}
