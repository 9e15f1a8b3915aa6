package org.lamplight.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamplight.core.Texts;

/** What the command line of the client asks for. */
record Options(Optional<Path> profile, boolean office, boolean headless, boolean minimized, List<String> uris) {
    private static final Texts TEXTS = Texts.of(Options.class);

    /** Words that do not fit; the message is a sentence. */
    static final class Misfit extends Exception {
        private static final long serialVersionUID = 1;

        Misfit(String sentence) {
            super(sentence);
        }
    }

    static Options parse(List<String> args) throws Misfit {
        Path profile = null;
        boolean office = false;
        boolean headless = false;
        boolean minimized = false;
        List<String> uris = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            String word = args.get(i);
            switch (word) {
                case "--office" -> office = true;
                case "--headless" -> headless = true;
                case "--minimized" -> minimized = true;
                case "--profile" -> {
                    if (i + 1 == args.size()) {
                        throw new Misfit(TEXTS.get("profile.missing"));
                    }
                    profile = Path.of(args.get(++i));
                }
                default -> uris.add(uri(word));
            }
        }
        return new Options(Optional.ofNullable(profile), office, headless, minimized, uris);
    }

    private static String uri(String word) throws Misfit {
        if (word.matches("(?i)(tel|callto|sips?|xmpp|im):.+")) {
            return word;
        }
        throw new Misfit(TEXTS.get("word.unknown", word));
    }
}
