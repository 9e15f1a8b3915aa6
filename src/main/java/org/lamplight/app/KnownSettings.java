package org.lamplight.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lamplight.profile.Setting;

/** The settings that the program knows, with what they mean when nobody set them. */
final class KnownSettings {
    private KnownSettings() {}

    static Map<String, Setting> all() {
        Map<String, Setting> all = new LinkedHashMap<>();
        add(all, Setting.of("theme", "system", "system|light|dark", "How windows look: system, light or dark."));
        add(all, Setting.of("skin", "lamplight", "[^/\\\\]{1,100}", "The folder in skinart whose icons are shown."));
        add(
                all,
                Setting.of(
                        "backends.off",
                        "",
                        "[a-z0-9, -]*",
                        "Back ends that are not started, by name, with commas between."));
        add(
                all,
                Setting.of(
                        "phone.region", "", "[A-Z]{2}|", "The country that phone numbers are meant for, such as DE."));
        return all;
    }

    private static void add(Map<String, Setting> all, Setting setting) {
        all.put(setting.key(), setting);
    }
}
