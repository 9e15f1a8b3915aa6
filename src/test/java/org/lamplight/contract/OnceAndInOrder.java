package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** That a history holds what each writer said, all of it, once, and in the order of writing. */
final class OnceAndInOrder {
    private OnceAndInOrder() {}

    static String text(String writer, int number) {
        return writer + " says " + number;
    }

    static void check(String whose, List<String> texts, List<String> writers, int count) {
        for (String writer : writers) {
            List<String> wanted = IntStream.range(0, count)
                    .mapToObj(number -> text(writer, number))
                    .toList();
            List<String> found =
                    texts.stream().filter(text -> text.startsWith(writer + " ")).toList();
            Set<String> seen = new HashSet<>();
            assertThat(found.stream().filter(text -> !seen.add(text)))
                    .as("doubled, " + whose)
                    .isEmpty();
            assertThat(wanted.stream().filter(text -> !seen.contains(text)))
                    .as("lost, " + whose)
                    .isEmpty();
            List<String> misplaced = IntStream.range(0, wanted.size())
                    .filter(i -> !wanted.get(i).equals(found.get(i)))
                    .mapToObj(i -> found.get(i) + " at " + i)
                    .toList();
            assertThat(misplaced).as("out of order, " + whose).isEmpty();
        }
    }
}
