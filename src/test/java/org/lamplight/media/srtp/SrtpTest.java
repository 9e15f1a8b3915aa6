package org.lamplight.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamplight.media.rtp.RtpPacket;

class SrtpTest {
    /** The master key and salt of RFC 3711, appendix B.3. */
    private static final byte[] KEY = hex("e1f97a0d3e018be0d64fa32c06de4139" + "0ec675ad498afeebb6960b3aabe6");

    private static final byte[] OTHER_KEY = hex("00".repeat(30));

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    /** RFC 3711, appendix B.3: encrypting zeros at index 0 of source 0 shows the stream of the derived key and salt. */
    @Test
    void keysAreDerivedAsInTheStandard() throws Exception {
        byte[] data = new byte[16];
        new SessionKeys(KEY, SessionKeys.RTP).crypt(data, 0, 16, 0, 0);
        javax.crypto.Cipher aes = javax.crypto.Cipher.getInstance("AES/ECB/NoPadding");
        aes.init(
                javax.crypto.Cipher.ENCRYPT_MODE,
                new javax.crypto.spec.SecretKeySpec(hex("c61e7a93744f39ee10734afe3ff7a087"), "AES"));
        assertThat(data).isEqualTo(aes.doFinal(hex("30cbbc08863d8c85d49db34a9ae1" + "0000")));
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA1");
        mac.init(new javax.crypto.spec.SecretKeySpec(hex("cebe321f6ff7716b6fd4ab49af256a156d38baa4"), "HmacSHA1"));
        assertThat(new SessionKeys(KEY, SessionKeys.RTP).tag(data, 16, new byte[0], 20))
                .isEqualTo(mac.doFinal(data));
    }

    /** The reference packets that implementations compare themselves with. */
    @Test
    void packetsLookAsEverywhere() {
        byte[] plain = hex("800f1234decafbadcafebabe" + "ab".repeat(16));
        assertThat(HexFormat.of().formatHex(new SrtpSender(SrtpSuite.AES_CM_128_HMAC_SHA1_80, KEY).rtp(plain)))
                .isEqualTo("800f1234decafbadcafebabe4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b8dbb");
        byte[] control = hex("81c8000bcafebabe" + "ab".repeat(16));
        SrtpSender sender = new SrtpSender(SrtpSuite.AES_CM_128_HMAC_SHA1_80, KEY);
        sender.rtcp(control);
        assertThat(HexFormat.of().formatHex(sender.rtcp(control)))
                .isEqualTo("81c8000bcafebabe7128035be487b9bdbef89041f977a5a880000001993e08cd54d6c1230798");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsProtectedIsOpenedOnce(SrtpSuite suite) {
        SrtpSender sender = new SrtpSender(suite, KEY);
        SrtpReceiver receiver = new SrtpReceiver(suite, KEY, 0);
        byte[] plain = packet(77);
        byte[] data = sender.rtp(plain);
        assertThat(data).hasSize(plain.length + suite.tag());
        assertThat(receiver.rtp(data, data.length)).contains(plain);
        assertThat(receiver.rtp(data, data.length)).as("a replay").isEmpty();
        byte[] compound = hex("81c8000bcafebabe" + "ab".repeat(16));
        byte[] control = sender.rtcp(compound);
        assertThat(receiver.rtcp(control, control.length)).contains(compound);
        assertThat(receiver.rtcp(control, control.length)).as("a replay").isEmpty();
    }

    private static byte[] packet(int sequence) {
        byte[] payload = new byte[160];
        Arrays.fill(payload, (byte) sequence);
        return new RtpPacket(false, 8, sequence, sequence * 160, 0xCAFE, payload).write();
    }

    @Test
    void whatWasTouchedIsDropped() {
        SrtpSender sender = new SrtpSender(SrtpSuite.AES_CM_128_HMAC_SHA1_80, KEY);
        SrtpReceiver receiver = new SrtpReceiver(SrtpSuite.AES_CM_128_HMAC_SHA1_80, KEY, 0);
        byte[] data = sender.rtp(packet(1));
        byte[] control = sender.rtcp(hex("81c8000bcafebabe" + "ab".repeat(16)));
        for (int i = 0; i < data.length; i++) {
            byte[] touched = data.clone();
            touched[i] ^= 1;
            assertThat(receiver.rtp(touched, touched.length)).as("octet %s", i).isEmpty();
        }
        for (int i = 0; i < control.length; i++) {
            byte[] touched = control.clone();
            touched[i] ^= 1;
            assertThat(receiver.rtcp(touched, touched.length)).as("octet %s", i).isEmpty();
        }
        for (int length = 0; length < data.length; length++) {
            assertThat(receiver.rtp(data, length)).isEmpty();
            assertThat(receiver.rtcp(data, length)).isEmpty();
        }
        assertThat(receiver.rtp(data, data.length)).isPresent();
    }

    @Test
    void theWrongKeyOpensNothing() {
        byte[] data = new SrtpSender(SrtpSuite.AES_CM_128_HMAC_SHA1_80, OTHER_KEY).rtp(packet(1));
        assertThat(new SrtpReceiver(SrtpSuite.AES_CM_128_HMAC_SHA1_80, KEY, 0).rtp(data, data.length))
                .isEmpty();
    }

    @Test
    void numbersBeginAnewAndComeOutOfOrder() {
        SrtpSender sender = new SrtpSender(SrtpSuite.AES_CM_128_HMAC_SHA1_80, KEY);
        SrtpReceiver receiver = new SrtpReceiver(SrtpSuite.AES_CM_128_HMAC_SHA1_80, KEY, 0);
        byte[] late = {};
        for (int i = 65_000; i < 65_000 + 70_000; i++) {
            byte[] data = sender.rtp(packet(i & 0xFFFF));
            if (i == 65_535) {
                late = data;
                continue;
            }
            Optional<byte[]> read = receiver.rtp(data, data.length);
            assertThat(read).as("packet %s", i).isPresent();
            if (i == 65_540) {
                assertThat(receiver.rtp(late, late.length)).contains(packet(65_535));
            }
        }
        assertThat(receiver.rtp(late, late.length)).as("very old").isEmpty();
    }

    @Test
    void keysWithNamesAreReadToo() {
        byte[] data = new SrtpSender(SrtpSuite.AES_CM_128_HMAC_SHA1_80, KEY).rtp(packet(5));
        byte[] named = Arrays.copyOf(data, data.length + 1);
        System.arraycopy(data, data.length - 10, named, data.length - 9, 10);
        named[data.length - 10] = 1;
        SrtpReceiver receiver = new SrtpReceiver(SrtpSuite.AES_CM_128_HMAC_SHA1_80, KEY, 1);
        assertThat(receiver.rtp(named, named.length)).contains(packet(5));
    }
}
