package org.lamplight.media.srtp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a master key becomes for RTP or for RTCP (RFC 3711, section 4.3, with a derivation rate of zero), and what is done
 * with it. For one thread.
 */
final class SessionKeys {
    /** Labels of the key derivation: cipher, authentication, salt, of which RTCP's are three higher. */
    static final int RTP = 0;

    static final int RTCP = 3;

    private static final int AUTHENTICATION_KEY = 20;
    private static final int SALT = 14;
    private static final int BLOCK = 16;

    private final Cipher cipher;
    private final SecretKeySpec key;
    private final byte[] salt;
    private final Mac mac;

    SessionKeys(byte[] keyAndSalt, int label) {
        if (keyAndSalt.length != SrtpSuite.KEY_AND_SALT) {
            throw new IllegalArgumentException(keyAndSalt.length + " octets of key and salt");
        }
        byte[] masterSalt = Arrays.copyOfRange(keyAndSalt, SrtpSuite.KEY, keyAndSalt.length);
        SecretKeySpec master = new SecretKeySpec(keyAndSalt, 0, SrtpSuite.KEY, "AES");
        try {
            cipher = Cipher.getInstance("AES/CTR/NoPadding");
            mac = Mac.getInstance("HmacSHA1");
            key = new SecretKeySpec(derived(master, masterSalt, label, SrtpSuite.KEY), "AES");
            mac.init(new SecretKeySpec(derived(master, masterSalt, label + 1, AUTHENTICATION_KEY), "HmacSHA1"));
            salt = derived(master, masterSalt, label + 2, SALT);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES and HMAC-SHA1", impossible);
        }
    }

    private byte[] derived(SecretKeySpec master, byte[] masterSalt, int label, int octets)
            throws GeneralSecurityException {
        byte[] start = Arrays.copyOf(masterSalt, BLOCK);
        start[7] ^= (byte) label;
        cipher.init(Cipher.ENCRYPT_MODE, master, new IvParameterSpec(start));
        return cipher.doFinal(new byte[octets]);
    }

    /** Encrypts or decrypts in place (section 4.1.1); the index has 48 bits. */
    void crypt(byte[] data, int from, int length, int ssrc, long index) {
        ByteBuffer start = ByteBuffer.wrap(Arrays.copyOf(salt, BLOCK));
        start.putInt(4, start.getInt(4) ^ ssrc);
        start.putLong(8, start.getLong(8) ^ (index << 16));
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(start.array()));
            cipher.doFinal(data, from, length, data, from);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The tag of a packet; for RTP its rollover counter belongs to it. */
    byte[] tag(byte[] data, int length, byte[] behind, int octets) {
        mac.update(data, 0, length);
        return Arrays.copyOf(mac.doFinal(behind), octets);
    }
}
