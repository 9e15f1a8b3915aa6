package org.lamplight.media.sdp;

/**
 * One line of a description.
 *
 * @param type a letter
 * @param value all that follows the equals sign, without line ends
 */
public record SdpLine(char type, String value) {
    /** Throws {@link IllegalArgumentException} for what would not be one line. */
    public SdpLine {
        if (value.chars().anyMatch(one -> one == '\r' || one == '\n' || one == 0)) {
            throw new IllegalArgumentException("a line break in a value of " + type);
        }
    }

    /** An attribute without a value. */
    public static SdpLine attribute(String name) {
        return new SdpLine('a', name);
    }

    /** An attribute with a value. */
    public static SdpLine attribute(String name, String value) {
        return new SdpLine('a', name + ":" + value);
    }

    boolean isAttribute(String name) {
        return type == 'a' && (value.equals(name) || value.startsWith(name + ":"));
    }

    /** Whether it says where something is received. */
    boolean isPlace() {
        return type == 'c'
                || isAttribute("candidate")
                || isAttribute("ice-ufrag")
                || isAttribute("ice-pwd")
                || isAttribute("rtcp");
    }

    boolean isDirection() {
        for (Direction direction : Direction.values()) {
            if (isAttribute(direction.attribute())) {
                return true;
            }
        }
        return false;
    }

    /** What follows the colon of an attribute; empty if it has none. */
    String attributeValue() {
        int colon = value.indexOf(':');
        return colon < 0 ? "" : value.substring(colon + 1).strip();
    }

    @Override
    public String toString() {
        return type + "=" + value;
    }
}
