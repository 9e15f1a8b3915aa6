package org.lamplight.people;

/** Makes what can be published of a picture that somebody chose. */
public interface PictureForm {

    /** A picture that can't be used; the message is a sentence for the user. */
    final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        public Unusable(String sentence) {
            super(sentence);
        }
    }

    /** The middle square of it, at most 256 pixels wide and no larger than {@link OwnPicture#MOST_BYTES}. Takes a while. */
    OwnPicture make(byte[] file) throws Unusable;
}
