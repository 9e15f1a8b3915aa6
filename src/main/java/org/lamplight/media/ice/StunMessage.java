package org.lamplight.media.ice;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A message of STUN (RFC 8489, section 5) with its attributes in their order. For one thread. */
final class StunMessage {
    static final int BINDING = 0x0001;
    static final int ALLOCATE = 0x0003;
    static final int REFRESH = 0x0004;
    static final int SEND = 0x0016;
    static final int DATA_CAME = 0x0017;
    static final int PERMISSION = 0x0008;
    static final int SUCCESS = 0x0100;
    static final int ERROR = 0x0110;
    static final int INDICATION = 0x0010;

    static final int USERNAME = 0x0006;
    static final int ERROR_CODE = 0x0009;
    static final int LIFETIME = 0x000D;
    static final int PEER = 0x0012;
    static final int DATA = 0x0013;
    static final int REALM = 0x0014;
    static final int NONCE = 0x0015;
    static final int RELAYED = 0x0016;
    static final int TRANSPORT = 0x0019;
    static final int MAPPED = 0x0020;
    static final int PRIORITY = 0x0024;
    static final int USE_CANDIDATE = 0x0025;
    static final int CONTROLLED = 0x8029;
    static final int CONTROLLING = 0x802A;

    private static final int INTEGRITY = 0x0008;
    private static final int FINGERPRINT = 0x8028;
    private static final int FINGERPRINT_MASK = 0x5354_554E;
    private static final int COOKIE = 0x2112_A442;
    private static final int HEADER = 20;
    private static final int INTEGRITY_OCTETS = 20;
    private static final int LONGEST = 2_048;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int type;
    private final byte[] id;
    private final Map<Integer, byte[]> attributes = new LinkedHashMap<>();
    /** What bears the tag, and the tag; empty if there is none. */
    private byte[] signed = {};

    private byte[] tag = {};

    private StunMessage(int type, byte[] id) {
        this.type = type;
        this.id = id;
    }

    static StunMessage fresh(int type) {
        byte[] id = new byte[12];
        RANDOM.nextBytes(id);
        return new StunMessage(type, id);
    }

    /** A reply of this class to it. */
    StunMessage reply(int kind) {
        return new StunMessage(type | kind, id);
    }

    StunMessage with(int attribute, byte... value) {
        attributes.put(attribute, value);
        return this;
    }

    StunMessage with(int attribute, String value) {
        return with(attribute, value.getBytes(StandardCharsets.UTF_8));
    }

    StunMessage with(int attribute, long number, int octets) {
        byte[] eight = ByteBuffer.allocate(8).putLong(number).array();
        return with(attribute, Arrays.copyOfRange(eight, 8 - octets, 8));
    }

    /** An address, hidden from routers that would change it (RFC 8489, section 14.2). */
    StunMessage with(int attribute, InetSocketAddress address) {
        byte[] octets = address.getAddress().getAddress();
        byte[] mask = mask();
        ByteBuffer value = ByteBuffer.allocate(4 + octets.length);
        value.put((byte) 0).put((byte) (octets.length == 4 ? 1 : 2));
        value.putShort((short) (address.getPort() ^ (COOKIE >>> 16)));
        for (int i = 0; i < octets.length; i++) {
            value.put((byte) (octets[i] ^ mask[i]));
        }
        return with(attribute, value.array());
    }

    private byte[] mask() {
        return ByteBuffer.allocate(16).putInt(COOKIE).put(id).array();
    }

    int type() {
        return type;
    }

    String id() {
        return HexFormat.of().formatHex(id);
    }

    boolean has(int attribute) {
        return attributes.containsKey(attribute);
    }

    Optional<byte[]> get(int attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    String text(int attribute) {
        return get(attribute)
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** Unsigned; 0 if it is not there. */
    long number(int attribute) {
        byte[] value = get(attribute).filter(one -> one.length <= 8).orElse(new byte[0]);
        long number = 0;
        for (byte one : value) {
            number = number << 8 | (one & 0xFF);
        }
        return number;
    }

    /** 0 if it is no error. */
    int errorCode() {
        return get(ERROR_CODE)
                .filter(value -> value.length >= 4)
                .map(value -> value[2] * 100 + value[3])
                .orElse(0);
    }

    Optional<InetSocketAddress> address(int attribute) {
        byte[] value = get(attribute).orElse(new byte[0]);
        int octets = value.length - 4;
        if (octets != 4 && octets != 16) {
            return Optional.empty();
        }
        byte[] mask = mask();
        byte[] address = new byte[octets];
        for (int i = 0; i < octets; i++) {
            address[i] = (byte) (value[4 + i] ^ mask[i]);
        }
        int port = (ByteBuffer.wrap(value).getShort(2) & 0xFFFF) ^ (COOKIE >>> 16);
        try {
            return Optional.of(new InetSocketAddress(InetAddress.getByAddress(address), port));
        } catch (UnknownHostException impossible) {
            return Optional.empty();
        }
    }

    // ---- on the wire

    /** Without proof of anything. */
    byte[] write() {
        byte[] room = new byte[LONGEST];
        return Arrays.copyOf(room, fill(ByteBuffer.wrap(room), 0));
    }

    /** With proof by this key, and a mark that tells it from everything else (sections 14.5 and 14.7). */
    byte[] write(byte[] key) {
        byte[] room = new byte[LONGEST];
        ByteBuffer out = ByteBuffer.wrap(room);
        byte[] proof = proof(key, Arrays.copyOf(room, fill(out, 4 + INTEGRITY_OCTETS)));
        out.putShort((short) INTEGRITY).putShort((short) INTEGRITY_OCTETS).put(proof);
        out.putShort(2, (short) (out.position() - HEADER + 8));
        CRC32 crc = new CRC32();
        crc.update(room, 0, out.position());
        out.putShort((short) FINGERPRINT).putShort((short) 4).putInt((int) crc.getValue() ^ FINGERPRINT_MASK);
        return Arrays.copyOf(room, out.position());
    }

    /** How long it is so far; the length in it covers so many octets more. */
    private int fill(ByteBuffer out, int more) {
        out.putShort((short) type).putShort((short) 0).putInt(COOKIE).put(id);
        attributes.forEach((name, value) -> {
            out.putShort((short) (int) name).putShort((short) value.length).put(value);
            out.put(new byte[-value.length & 3]);
        });
        out.putShort(2, (short) (out.position() - HEADER + more));
        return out.position();
    }

    private static byte[] proof(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA1", impossible);
        }
    }

    /** Empty for what is none. Attributes behind the proof count for nothing. */
    static Optional<StunMessage> parse(byte[] data, int length) {
        if (length < HEADER || (data[0] & 0xC0) != 0) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(data, 0, length);
        int type = in.getShort() & 0xFFFF;
        int octets = in.getShort() & 0xFFFF;
        boolean whole = octets == length - HEADER && octets % 4 == 0 && in.getInt() == COOKIE;
        if (!whole) {
            return Optional.empty();
        }
        byte[] id = new byte[12];
        in.get(id);
        StunMessage message = new StunMessage(type, id);
        return message.readAttributes(in, data) ? Optional.of(message) : Optional.empty();
    }

    private boolean readAttributes(ByteBuffer in, byte[] data) {
        while (in.remaining() >= 4) {
            int at = in.position();
            int name = in.getShort() & 0xFFFF;
            int octets = in.getShort() & 0xFFFF;
            if (octets > in.remaining()) {
                return false;
            }
            byte[] value = new byte[octets];
            in.get(value);
            in.position(Math.min(in.limit(), in.position() + (-octets & 3)));
            if (name == INTEGRITY && octets == INTEGRITY_OCTETS) {
                tag = value;
                signed = Arrays.copyOf(data, at);
                ByteBuffer.wrap(signed).putShort(2, (short) (at - HEADER + 4 + INTEGRITY_OCTETS));
                return true;
            }
            attributes.putIfAbsent(name, value);
        }
        return true;
    }

    /** Whether who sent it has this key. */
    boolean isBy(byte[] key) {
        return tag.length > 0 && MessageDigest.isEqual(tag, proof(key, signed));
    }
}
