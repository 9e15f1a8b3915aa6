package org.lamplight.desktop.headset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Walks over the items of a report descriptor (HID 1.11, section 6.2.2). What is cut off at the end is no item; long items
 * are passed over, for none is defined.
 */
final class HidItems {
    private static final int LONG = 0xFE;
    private static final int[] SIZES = {0, 1, 2, 4};

    /** What an item is: its tag and type, as in the prefix without the size. */
    static final int INPUT = 0x80;

    static final int OUTPUT = 0x90;
    static final int COLLECTION = 0xA0;
    static final int FEATURE = 0xB0;
    static final int END_COLLECTION = 0xC0;
    static final int USAGE_PAGE = 0x04;
    static final int REPORT_SIZE = 0x74;
    static final int REPORT_ID = 0x84;
    static final int REPORT_COUNT = 0x94;
    static final int PUSH = 0xA4;
    static final int POP = 0xB4;
    static final int USAGE = 0x08;
    static final int USAGE_MINIMUM = 0x18;
    static final int USAGE_MAXIMUM = 0x28;

    private final ByteBuffer bytes;
    private int kind;
    private int size;
    private long value;

    HidItems(byte[] descriptor) {
        bytes = ByteBuffer.wrap(descriptor).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether there was another one. */
    boolean next() {
        while (bytes.hasRemaining()) {
            int prefix = Byte.toUnsignedInt(bytes.get());
            if (prefix != LONG) {
                return read(prefix);
            }
            if (bytes.remaining() < 2) {
                return false;
            }
            int length = Byte.toUnsignedInt(bytes.get()) + 1;
            bytes.position(Math.min(bytes.limit(), bytes.position() + length));
        }
        return false;
    }

    private boolean read(int prefix) {
        kind = prefix & 0xFC;
        size = SIZES[prefix & 3];
        if (bytes.remaining() < size) {
            return false;
        }
        value = switch (size) {
            case 1 -> Byte.toUnsignedInt(bytes.get());
            case 2 -> Short.toUnsignedInt(bytes.getShort());
            case 4 -> Integer.toUnsignedLong(bytes.getInt());
            default -> 0;
        };
        return true;
    }

    int kind() {
        return kind;
    }

    /** Without a sign. */
    long value() {
        return value;
    }

    /** Whether it has four bytes: a usage then has its page with it. */
    boolean isWhole() {
        return size == Integer.BYTES;
    }
}
