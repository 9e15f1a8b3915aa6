package org.lamplight.ui.picture;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A JPEG that is drawn in as many passes as one likes (ITU T.81, annex G), each of a few bytes and all of them empty. */
final class ManyPasses {
    private static final int LONGEST_RUN = 32_767;
    private static final int SHORTEST_OF_LONGEST = 16_384;

    private ManyPasses() {}

    static byte[] jpeg(int side, int passes) throws IOException {
        int blocks = ((side + 7) / 8) * ((side + 7) / 8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(0xffd8);
        byte[] quantities = new byte[65];
        java.util.Arrays.fill(quantities, 1, 65, (byte) 1);
        segment(out, 0xffdb, quantities);
        segment(out, 0xffc2, new byte[] {8, high(side), (byte) side, high(side), (byte) side, 1, 1, 0x11, 0});
        segment(out, 0xffc4, oneCode(0x00, 0));
        segment(out, 0xffc4, oneCode(0x10, 0xe0));
        segment(out, 0xffda, new byte[] {1, 1, 0, 0, 0, 0});
        out.write(new byte[(blocks + 7) / 8]);
        byte[] empty = emptyBlocks(blocks);
        for (int i = 0; i < passes; i++) {
            segment(out, 0xffda, new byte[] {1, 1, 0, 1, 63, 0});
            out.write(empty);
        }
        out.writeShort(0xffd9);
        return bytes.toByteArray();
    }

    private static byte high(int number) {
        return (byte) (number >> 8);
    }

    /** A table of one code, of one bit. */
    private static byte[] oneCode(int table, int value) {
        byte[] code = new byte[18];
        code[0] = (byte) table;
        code[1] = 1;
        code[17] = (byte) value;
        return code;
    }

    private static void segment(DataOutputStream out, int marker, byte[] content) throws IOException {
        out.writeShort(marker);
        out.writeShort(content.length + 2);
        out.write(content);
    }

    /** Runs of blocks without anything in them: a bit for the code, and fourteen for the length. */
    private static byte[] emptyBlocks(int blocks) {
        StringBuilder bits = new StringBuilder();
        for (int left = blocks; left > 0; left -= LONGEST_RUN) {
            int rest = Math.max(0, Math.min(left, LONGEST_RUN) - SHORTEST_OF_LONGEST);
            bits.append('0')
                    .append(String.format("%14s", Integer.toBinaryString(rest)).replace(' ', '0'));
        }
        while (bits.length() % 8 != 0) {
            bits.append('1');
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < bits.length(); i += 8) {
            int one = Integer.parseInt(bits.substring(i, i + 8), 2);
            bytes.write(one);
            if (one == 0xff) {
                bytes.write(0);
            }
        }
        return bytes.toByteArray();
    }
}
