package org.lamplight.people;

/** How somebody is called where there is room for one word. Pure. */
public final class FirstName {
    private FirstName() {}

    /** The first word of a name; an address is one word. */
    public static String of(String name) {
        return name.replaceFirst("(?<=\\S)\\s.*", "");
    }
}
