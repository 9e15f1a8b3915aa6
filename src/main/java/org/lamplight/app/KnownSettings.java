package org.lamplight.app;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lamplight.call.AudioDevices;
import org.lamplight.call.AutoAnswer;
import org.lamplight.call.CallAction;
import org.lamplight.call.Shortcut;
import org.lamplight.call.VoiceWishes;
import org.lamplight.control.ForwardCommands;
import org.lamplight.core.Texts;
import org.lamplight.presence.Rules;
import org.lamplight.profile.Setting;
import org.lamplight.profile.Settings;

/** The settings that the program knows, with what they mean when nobody set them. */
final class KnownSettings {
    private static final Texts TEXTS = Texts.of(KnownSettings.class);

    /** Whether others hear that their messages were read. */
    static final String READ_MARKERS = "chat.read-markers";

    /** Whether misspelt words are marked. */
    static final String SPELLING = "chat.spelling";

    /** The line that calls go out on. */
    static final String CALL_LINE = "call.line";

    /** Whether what the loudspeaker plays is taken out of what the microphone hears. */
    static final String ECHO = "call.echo-cancellation";

    /** Whether steady noise is taken out. */
    static final String NOISE = "call.noise-suppression";

    /** Whether a quiet voice is made louder. */
    static final String LEVEL = "call.gain-control";

    /** All that is said of what is done to the voice. */
    static final Set<String> VOICE = Set.of(ECHO, NOISE, LEVEL);

    /** Whether buttons of headsets answer, hang up and mute. */
    static final String HEADSET = "call.headset";

    private static final String FORWARD = "[^ |]{1,200} (all|busy|no-answer) [^|]{1,500}";
    private static final String FORWARDS = "(" + FORWARD + "([|]" + FORWARD + "){0,50})?";

    /** Where calls go instead, by lines. */
    static final String CALL_FORWARD = ForwardCommands.SETTING;

    /** How long it rings before nobody answers, in seconds. */
    static final String FORWARD_AFTER = "call.forward-after";

    /** Who is called to hear oneself. */
    static final String ECHO_TEST = "call.echo-test";

    /** Whose calls are answered by themselves, if they ask for it. */
    static final String AUTO_ANSWER = "call.auto-answer";

    /** Addresses and domains that may ask. */
    static final String AUTO_ANSWER_FROM = "call.auto-answer.from";

    /** Three fingers, for no desktop and hardly a program has these. */
    private static final Map<CallAction, String> USUAL_KEYS = Map.of(
            CallAction.ANSWER, "ctrl alt shift A",
            CallAction.DECLINE, "ctrl alt shift D",
            CallAction.HANG_UP, "ctrl alt shift H",
            CallAction.MUTE, "ctrl alt shift M");

    /** Numbers that cost more than others, in the countries around and in North America. */
    private static final String DEAR =
            "+49900 +49137 +49180 0900 0137 0180 +43900 +43930 0930 +41900 +41901 +41906 0901 0906"
                    + " +449 +339 +1900 1900 +1976 1976 118 +870 +881 +882 +883 +979";

    /** The country that numbers are meant for. */
    private static final String PHONE_REGION = "phone.region";

    private KnownSettings() {}

    /** The keys that are heard while other programs have the focus; an action without one is missing. */
    static Map<CallAction, Shortcut> keys(Settings settings) {
        Map<CallAction, Shortcut> all = new EnumMap<>(CallAction.class);
        for (CallAction action : CallAction.values()) {
            Shortcut.parse(settings.get(action.setting())).ifPresent(key -> all.put(action, key));
        }
        return all;
    }

    static AutoAnswer.Rule autoAnswer(Settings settings) {
        return AutoAnswer.Rule.of(settings.get(AUTO_ANSWER), settings.get(AUTO_ANSWER_FROM));
    }

    static Duration patience(Settings settings) {
        return Duration.ofSeconds(Long.parseLong(settings.get(FORWARD_AFTER)));
    }

    static VoiceWishes voice(Settings settings) {
        return new VoiceWishes(isOn(settings, ECHO), isOn(settings, NOISE), isOn(settings, LEVEL));
    }

    /** The country that numbers are meant for: as it was set, or where the user's language is spoken; empty if neither says. */
    static String region(Settings settings) {
        String set = settings.get(PHONE_REGION);
        return set.isEmpty() ? Locale.getDefault().getCountry() : set;
    }

    private static boolean isOn(Settings settings, String key) {
        return settings.get(key).equals("on");
    }

    static Map<String, Setting> all() {
        Map<String, Setting> all = new LinkedHashMap<>();
        add(all, Setting.of("theme", "system", "system|light|dark", TEXTS.get("setting.theme")));
        add(all, Setting.of("skin", "lamplight", "[^/\\\\]{1,100}", TEXTS.get("setting.skin")));
        String presets = String.join("|", Rules.presets());
        add(all, Setting.of(PresenceRules.SETTING, "default", presets, TEXTS.get("setting.presence.preset")));
        add(all, Setting.of(READ_MARKERS, "on", "on|off", TEXTS.get("setting.chat.read-markers")));
        add(all, Setting.of(SPELLING, "on", "on|off", TEXTS.get("setting.chat.spelling")));
        add(all, Setting.of(HistoryDays.SETTING, "0", "\\d{1,5}", TEXTS.get("setting.chat.history-days")));
        add(all, Setting.of(FilePlaces.PICTURES, "5", "\\d{1,4}", TEXTS.get("setting.chat.pictures-up-to")));
        add(all, Setting.of(FilePlaces.FOLDER, "profile", "profile|user", TEXTS.get("setting.chat.downloads")));
        add(all, Setting.of(Notifications.ON, "on", "on|off", TEXTS.get("setting.notify.messages")));
        add(all, Setting.of(Notifications.TEXT, "on", "on|off", TEXTS.get("setting.notify.text")));
        add(all, Setting.of(Notifications.SOUND, "off", "on|off", TEXTS.get("setting.notify.sound")));
        add(all, Setting.of(Notifications.QUIET, "on", "on|off", TEXTS.get("setting.notify.quiet")));
        add(all, Setting.of("backends.off", "", "[a-z0-9, -]*", TEXTS.get("setting.backends.off")));
        add(all, Setting.of(PHONE_REGION, "", "[A-Z]{2}|", TEXTS.get("setting.phone.region")));
        add(all, Setting.of(AtTheDesk.IDLE, "on", "on|off", TEXTS.get("setting.presence.idle")));
        add(all, Setting.of(AtTheDesk.IDLE_AFTER, "", "[1-9]\\d{0,3}|", TEXTS.get("setting.presence.idle-after")));
        add(all, Setting.of(AtTheDesk.LOCK, "on", "on|off", TEXTS.get("setting.presence.lock")));
        add(all, Setting.of(ECHO, "on", "on|off", TEXTS.get("setting.call.echo-cancellation")));
        add(all, Setting.of(NOISE, "on", "on|off", TEXTS.get("setting.call.noise-suppression")));
        add(all, Setting.of(LEVEL, "on", "on|off", TEXTS.get("setting.call.gain-control")));
        add(all, Setting.of(CALL_LINE, "", "[^ ]{0,200}", TEXTS.get("setting.call.line")));
        add(all, Setting.of(CALL_FORWARD, "", FORWARDS, TEXTS.get("setting.call.forward")));
        add(all, Setting.of(FORWARD_AFTER, "20", "[1-9]\\d{0,2}", TEXTS.get("setting.call.forward-after")));
        add(all, Setting.of(CallLinks.ASK, "unusual", "always|unusual|never", TEXTS.get("setting.dial.ask")));
        add(all, Setting.of(CallLinks.PREMIUM, DEAR, "[+0-9 ]{0,500}", TEXTS.get("setting.dial.premium")));
        add(all, Setting.of(ECHO_TEST, "", ".{0,500}", TEXTS.get("setting.call.echo-test")));
        add(all, Setting.of(AUTO_ANSWER, "off", "off|listed|all", TEXTS.get("setting.call.auto-answer")));
        add(all, Setting.of(AUTO_ANSWER_FROM, "", ".{0,5000}", TEXTS.get("setting.call.auto-answer.from")));
        add(all, Setting.of(HEADSET, "on", "on|off", TEXTS.get("setting.call.headset")));
        for (CallAction action : CallAction.values()) {
            String key = action.setting();
            String usual = USUAL_KEYS.getOrDefault(action, "");
            add(all, Setting.of(key, usual, Shortcut.WRITTEN, TEXTS.get("setting." + key)));
        }
        for (AudioDevices.Use use : AudioDevices.Use.values()) {
            String key = use.setting();
            add(all, Setting.of(key, AudioDevices.DEFAULT, ".{1,1000}", TEXTS.get("setting." + key)));
        }
        return all;
    }

    private static void add(Map<String, Setting> all, Setting setting) {
        all.put(setting.key(), setting);
    }
}
