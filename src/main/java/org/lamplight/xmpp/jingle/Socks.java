package org.lamplight.xmpp.jingle;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What is said in SOCKS5 (RFC 1928). */
final class Socks {
    static final byte VERSION = 5;
    static final byte NO_PASSWORD = 0;
    static final byte CONNECT = 1;
    static final byte GRANTED = 0;
    static final byte FORBIDDEN = 2;

    private static final byte IP4 = 1;
    private static final byte NAME = 3;
    private static final byte IP6 = 4;
    private static final int AROUND_NAME = 7;

    private Socks() {}

    /**
     * A request or an answer.
     *
     * @param code what is asked for, or how it is answered
     * @param name which stream, where it is told
     */
    record Message(byte code, String name) {}

    /** With a name as its address, and the port 0. */
    static byte[] message(byte code, String name) {
        byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(text.length + AROUND_NAME)
                .put(VERSION)
                .put(code)
                .put((byte) 0)
                .put(NAME)
                .put((byte) text.length)
                .put(text)
                .putShort((short) 0)
                .array();
    }

    static Message read(DataInputStream in) throws IOException {
        if (in.readByte() != VERSION) {
            throw new IOException("no SOCKS5");
        }
        byte code = in.readByte();
        in.readByte();
        byte kind = in.readByte();
        int length = switch (kind) {
            case IP4 -> 4;
            case IP6 -> 16;
            case NAME -> in.readUnsignedByte();
            default -> throw new IOException("an address of kind " + kind);
        };
        byte[] name = new byte[length];
        in.readFully(name);
        in.readShort();
        return new Message(code, new String(name, StandardCharsets.ISO_8859_1));
    }
}
