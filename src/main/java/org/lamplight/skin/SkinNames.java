package org.lamplight.skin;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.lamplight.core.Texts;

/** What a skin may be called: what any system takes as the name of a folder. */
final class SkinNames {
    private static final Texts TEXTS = Texts.of(SkinNames.class);
    private static final int LONGEST = 60;
    private static final Pattern SENSELESS = Pattern.compile("[\\p{Cntrl}/\\\\:*?\"<>|]|^[.~\\-]|[. ]$");
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private SkinNames() {}

    /** Throws with a sentence if no skin may be called so. */
    static void check(String name) throws BrokenSkin {
        if (name.isBlank() || name.length() > LONGEST) {
            throw new BrokenSkin("name.empty", LONGEST);
        }
        String device = name.toLowerCase(Locale.ROOT).replaceAll("\\..*", "");
        if (SENSELESS.matcher(name).find() || DEVICES.contains(device) || device.matches("(?:com|lpt)\\d")) {
            throw new BrokenSkin("name.wrong", name);
        }
    }

    /** Whether a skin has this name, or would have it where capitals do not count. */
    static boolean taken(Skins skins, String name) {
        return skins.names().stream().anyMatch(name::equalsIgnoreCase);
    }

    /** The name, or what comes close to it, that no skin has and any may have. */
    static String free(Skins skins, String wish) {
        String name = wish.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", " ")
                .replaceAll("^[.~\\-\\s]+|[.\\s]+$", "")
                .strip();
        name = name.length() > LONGEST - 4 ? name.substring(0, LONGEST - 4).strip() : name;
        try {
            check(name);
        } catch (BrokenSkin senseless) {
            name = TEXTS.get("name.own");
        }
        String free = name;
        for (int i = 2; taken(skins, free); i++) {
            free = TEXTS.get("name.again", name, String.valueOf(i));
        }
        return free;
    }
}
