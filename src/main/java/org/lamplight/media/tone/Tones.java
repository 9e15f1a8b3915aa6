package org.lamplight.media.tone;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** The tones of each country, from a data file beside this class. Never changed after it was read. */
public final class Tones {
    private static final String DEFAULT = "default";

    private final Properties file = new Properties();

    /** Reads the file; it is part of the program, so a broken one is an error of ours. */
    public Tones() {
        try (InputStream in = Tones.class.getResourceAsStream("tones.properties")) {
            if (in == null) {
                throw new IllegalStateException("tones.properties is missing");
            }
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The tone as this country (ISO 3166, two letters) makes it, or as most do. */
    public Cadence of(String country, ProgressTone tone) {
        String name = "." + tone.name().toLowerCase(Locale.ROOT);
        String most = file.getProperty(DEFAULT + name);
        String text = file.getProperty(country.toLowerCase(Locale.ROOT) + name, most);
        return Cadence.parse(text);
    }
}
