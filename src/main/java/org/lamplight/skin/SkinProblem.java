package org.lamplight.skin;

/**
 * One thing that is wrong with a skin, for the person who edits it.
 *
 * @param file which file, and where it helps which line of it
 * @param wrong what is wrong, without a full stop
 * @param todo what to do about it, without a full stop
 */
public record SkinProblem(String file, String wrong, String todo) {
    @Override
    public String toString() {
        return file + ": " + wrong + ". " + todo + ".";
    }
}
