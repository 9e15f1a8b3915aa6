package org.lamplight.sip.digest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The arithmetic of RFC 7616, section 3.4. Pure. */
final class Digests {
    private Digests() {}

    /** H(user:realm:password). Leaves the password as it is. */
    static String secret(Algorithm algorithm, String user, String realm, char[] password) {
        byte[] head = (user + ':' + realm + ':').getBytes(StandardCharsets.UTF_8);
        ByteBuffer tail = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        int length = tail.remaining();
        byte[] all = Arrays.copyOf(head, head.length + length);
        tail.get(all, head.length, length);
        try {
            return algorithm.hash(all);
        } finally {
            Arrays.fill(all, (byte) 0);
            tail.clear();
            tail.put(new byte[tail.capacity()]);
        }
    }

    static String response(Challenge to, String secret, String count, String own, String method, String uri) {
        Algorithm algorithm = to.algorithm();
        String request = algorithm.hash(method + ':' + uri);
        String counted = to.counts() ? ':' + count + ':' + own + ":auth" : "";
        return algorithm.hash(secret + ':' + to.nonce() + counted + ':' + request);
    }
}
