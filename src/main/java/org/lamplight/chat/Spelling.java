package org.lamplight.chat;

import java.util.List;

/** Knows how words are written. Any thread; may read files, so never on the event thread. */
public interface Spelling {
    /** Knows nothing, so that every word is right. */
    Spelling NONE = new Spelling() {
        @Override
        public boolean isRight(String word) {
            return true;
        }

        @Override
        public List<String> suggestions(String word) {
            return List.of();
        }

        @Override
        public boolean learn(String word) {
            return false;
        }
    };

    /** Whether some dictionary has this word; always true where there is none. */
    boolean isRight(String word);

    /** What may be meant by a word, the likeliest first; a few at most. */
    List<String> suggestions(String word);

    /** The word is right from now on, at later starts too. Whether it could be kept. */
    boolean learn(String word);
}
