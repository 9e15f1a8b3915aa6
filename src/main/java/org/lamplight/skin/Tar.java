package org.lamplight.skin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a tar archive (POSIX ustar), as icon themes come in: plain files and folders, of which no name is very long. */
final class Tar {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE = 12;
    private static final int KIND_AT = 156;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX = 155;

    private final PackedFiles files;

    Tar(PackedFiles files) {
        this.files = files;
    }

    void read(InputStream in) throws IOException, BrokenSkin {
        byte[] header = in.readNBytes(BLOCK);
        while (header.length == BLOCK && header[0] != 0) {
            entry(header, in);
            header = in.readNBytes(BLOCK);
        }
    }

    private void entry(byte[] header, InputStream in) throws IOException, BrokenSkin {
        String prefix = text(header, PREFIX_AT, PREFIX);
        boolean ustar = text(header, 257, 5).equals("ustar");
        String name = (ustar && !prefix.isEmpty() ? prefix + "/" : "") + text(header, 0, NAME);
        String plain = name.startsWith("./") ? name.substring(2) : name;
        long size = Long.parseLong("0" + text(header, SIZE_AT, SIZE).strip(), 8);
        char kind = (char) header[KIND_AT];
        if (kind == '1' || kind == '2') {
            throw files.link(plain);
        }
        InputStream content = new Bounded(in, size);
        boolean file = kind == '0' || kind == 0;
        if (!plain.isEmpty()) {
            // what is no file, as notes on files are, is read past
            files.add(file ? plain : plain + "/", !file, content);
        }
        content.readAllBytes();
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
    }

    private static String text(byte[] header, int from, int length) {
        String text = new String(header, from, length, StandardCharsets.UTF_8);
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }

    /** The bytes of one entry. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left;

        Bounded(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int most) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = in.read(buffer, from, (int) Math.min(most, left));
            if (read < 0) {
                throw new IOException("cut off");
            }
            left -= read;
            return read;
        }
    }
}
