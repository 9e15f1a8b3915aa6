package org.lamplight.core;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The sentences of one package, from its {@code messages.properties}, in the user's language. Apostrophes double, and
 * arguments stand as {@code {0}}, as {@link MessageFormat} has it. Fit for every thread.
 */
public final class Texts {
    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The sentences that lie beside this class. */
    public static Texts of(Class<?> beside) {
        return new Texts(ResourceBundle.getBundle(
                beside.getPackageName() + ".messages", Locale.getDefault(), beside.getClassLoader()));
    }

    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.getDefault()).format(arguments);
    }
}
