package org.lamplight.ui.kit;

import java.time.Clock;
import java.util.Locale;
import org.lamplight.core.Texts;
import org.lamplight.skin.PresenceIcons;

/** What every window paints and speaks with, made once by the composition root. */
public record Stage(
        Theme theme,
        PresenceIcons icons,
        StatusWords words,
        Moments moments,
        WindowPlaces places,
        HeardDrafts drafts,
        Locale locale,
        Reading reading) {

    /** Speaks this language; times are those of the clock's zone. */
    public static Stage of(
            Theme theme, PresenceIcons icons, WindowPlaces places, Drafts drafts, Clock clock, Locale locale) {
        Texts texts = new Texts(Stage.class, locale);
        Moments moments = new Moments(clock, texts);
        return new Stage(
                theme,
                icons,
                new StatusWords(texts, moments),
                moments,
                places,
                new HeardDrafts(drafts),
                locale,
                Reading.plain());
    }

    /** The same with this to read with. */
    public Stage with(Reading other) {
        return new Stage(theme, icons, words, moments, places, drafts, locale, other);
    }

    /** The texts of the package of this class. */
    public Texts texts(Class<?> beside) {
        return new Texts(beside, locale);
    }
}
