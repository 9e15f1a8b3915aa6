package org.lamplight.xmpp.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where an address belongs (RFC 6890 and the registries that it began). What somebody else names in one zone must not lead
 * into a narrower one.
 */
public enum Zone {
    PUBLIC,
    PRIVATE,
    LINK_LOCAL,
    LOOPBACK,
    /** No single machine that one could ask: multicast, reserved, examples. */
    NOWHERE;

    /** The zone of an address; one that wraps another (RFC 6052, RFC 3056) is in that one's. */
    public static Zone of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? ofFour(bytes) : ofSix(address, bytes);
    }

    private static Zone ofFour(byte[] address) {
        int a = address[0] & 0xff;
        int b = address[1] & 0xff;
        int c = address[2] & 0xff;
        if (a == 127) {
            return LOOPBACK;
        }
        if (a == 169 && b == 254) {
            return LINK_LOCAL;
        }
        boolean shared = a == 100 && b >= 64 && b < 128;
        boolean bench = a == 198 && (b == 18 || b == 19);
        if (a == 10 || (a == 172 && b >= 16 && b < 32) || (a == 192 && b == 168) || shared || bench) {
            return PRIVATE;
        }
        boolean protocols = a == 192 && b == 0 && c == 0;
        boolean example =
                (a == 192 && b == 0 && c == 2) || (a == 198 && b == 51 && c == 100) || (a == 203 && b == 0 && c == 113);
        return a == 0 || a >= 224 || protocols || example ? NOWHERE : PUBLIC;
    }

    private static Zone ofSix(InetAddress address, byte[] bytes) {
        if (address.isLoopbackAddress()) {
            return LOOPBACK;
        }
        if (address.isLinkLocalAddress()) {
            return LINK_LOCAL;
        }
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        if ((first & 0xfe00) == 0xfc00 || (first & 0xffc0) == 0xfec0) {
            return PRIVATE;
        }
        if (isTranslated(first, second, bytes) || isZero(bytes, 0, 12) || isMapped(bytes)) {
            return wrapped(bytes, 12);
        }
        if (first == 0x2002) {
            return wrapped(bytes, 2);
        }
        boolean protocols = first == 0x2001 && second < 0x200;
        boolean example = (first == 0x2001 && second == 0xdb8) || (first == 0x3fff && second < 0x1000);
        return (first & 0xe000) == 0x2000 && !protocols && !example ? PUBLIC : NOWHERE;
    }

    /** By the well-known prefix, or by one of a network's own (RFC 8215) that leaves the last four bytes for the other. */
    private static boolean isTranslated(int first, int second, byte[] bytes) {
        boolean own = bytes[4] == 0 && bytes[5] == 1;
        return first == 0x64 && second == 0xff9b && (own ? isZero(bytes, 8, 12) : isZero(bytes, 4, 12));
    }

    /** Resolvers may give one that was written so; the JDK makes it the other only where it reads the text itself. */
    private static boolean isMapped(byte[] bytes) {
        return isZero(bytes, 0, 10) && bytes[10] == -1 && bytes[11] == -1;
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static Zone wrapped(byte[] bytes, int at) {
        return ofFour(Arrays.copyOfRange(bytes, at, at + 4));
    }

    /** The narrowest zone of a host's addresses. Blocks on the resolver. */
    public static Zone ofHost(String host) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host))
                .map(Zone::of)
                .max(Enum::compareTo)
                .orElse(NOWHERE);
    }

    /** Whether what a server in this zone, or somebody through it, names may lie in the other one. */
    boolean mayName(Zone other) {
        return other == PUBLIC || (other == this && other != NOWHERE);
    }
}
