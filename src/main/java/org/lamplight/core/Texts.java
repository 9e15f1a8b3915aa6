package org.lamplight.core;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of one package: its {@code messages.properties}. Immutable; any thread. */
public final class Texts {
    private final ResourceBundle bundle;
    private final Locale locale;

    /** The texts beside this class, in this language. */
    public Texts(Class<?> beside, Locale locale) {
        // no detour over the machine's own language when this one is missing: English is then meant
        this.bundle = ResourceBundle.getBundle(
                beside.getPackageName() + ".messages",
                locale,
                beside.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.locale = locale;
    }

    /** The texts beside this class, in the user's language. */
    public static Texts of(Class<?> beside) {
        return new Texts(beside, Locale.getDefault());
    }

    /** The text of this key; {0}, {1} … stand for the values. An apostrophe is written twice only in texts with such. */
    public String get(String key, Object... values) {
        String text = bundle.getString(key);
        return text.indexOf('{') < 0 ? text : new MessageFormat(text, locale).format(values);
    }

    public Locale locale() {
        return locale;
    }
}
