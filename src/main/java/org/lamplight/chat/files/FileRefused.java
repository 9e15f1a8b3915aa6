package org.lamplight.chat.files;

/** A file can't be sent or fetched; the message is a sentence for the user. */
public final class FileRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    FileRefused(String sentence) {
        super(sentence);
    }
}
