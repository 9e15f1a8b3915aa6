package org.lamplight.ui.skins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.lamplight.presence.Status;

class SkinTextsTest {
    @Test
    void germanSaysAllThatEnglishSays() throws IOException {
        Properties english = texts("messages.properties");
        assertThat(texts("messages_de.properties").keySet()).isEqualTo(english.keySet());
        for (Status status : Status.values()) {
            assertThat(english).containsKey("means." + status.key());
        }
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = LegendWindow.class.getResourceAsStream(file)) {
            texts.load(in);
        }
        return texts;
    }
}
