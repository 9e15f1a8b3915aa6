package org.lamplight.office.xmpp.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes of the stanza being read and refuses to go on beyond a limit. For one reading thread. */
final class BoundedInput extends FilterInputStream {
    private final int limit;
    private long count;
    private boolean exceeded;
    private boolean lost;

    BoundedInput(InputStream in, int limit) {
        super(in);
        this.limit = limit;
    }

    /** The next stanza may have the full size again. What the parser had read ahead is forgiven. */
    void startStanza() {
        count = 0;
    }

    boolean exceeded() {
        return exceeded;
    }

    /** Whether the bytes ended, or reading failed: then what the parser says about the XML means nothing. */
    boolean lost() {
        return lost;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (count >= limit) {
            exceeded = true;
            throw new IOException("a stanza of more than " + limit + " bytes");
        }
        try {
            int got = super.read(buffer, offset, length);
            lost |= got < 0;
            count += Math.max(0, got);
            return got;
        } catch (IOException e) {
            lost = true;
            throw e;
        }
    }
}
