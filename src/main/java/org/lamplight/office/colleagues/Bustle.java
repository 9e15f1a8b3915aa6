package org.lamplight.office.colleagues;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * The office's life: every few seconds somebody does something else, and now and then somebody writes to the newcomer.
 * Only on the office's thread.
 */
final class Bustle {
    private static final String AVAILABLE = "available";
    private static final String MEETING = "in-a-meeting";
    private static final int TRIES = 50;

    private final List<Colleague> people;
    private final Predicate<Colleague> mayMove;
    private final Pace pace;
    private final Random random;
    private final Days days = new Days();

    Bustle(List<Colleague> people, Predicate<Colleague> mayMove, Pace pace, Random random) {
        this.people = people;
        this.mayMove = mayMove;
        this.pace = pace;
        this.random = random;
    }

    void begin(Conversation conversation, String newcomer) {
        pace.later(3000, 8000, random, this::move);
        pace.later(40_000, 70_000, random, () -> write(conversation, newcomer));
    }

    /** Each time somebody whom the newcomer sees, so that the list is never still; now and then another besides. */
    private void move() {
        pace.later(5000, 15_000, random, this::move);
        moveOneOf(people.stream().filter(Bustle::isSeen).toList());
        if (random.nextInt(4) == 0) {
            moveOneOf(people);
        }
    }

    private void moveOneOf(List<Colleague> some) {
        // Some may not move just now: so several tries.
        for (int i = 0; i < TRIES && !some.isEmpty(); i++) {
            Colleague somebody = some.get(random.nextInt(some.size()));
            String next = days.next(somebody.person().day(), somebody.status(), random);
            if (mayMove.test(somebody) && !next.equals(somebody.status()) && !isLastAvailable(somebody)) {
                String note = days.note(next, random);
                somebody.change(next, note);
                if (next.equals(MEETING) && random.nextInt(3) == 0) {
                    takeAlong(note);
                }
                return;
            }
        }
    }

    /** A meeting of one is none: somebody who is free goes too, if another stays. */
    private void takeAlong(String note) {
        Colleague other = anybody();
        if (mayMove.test(other) && isSeenAvailable(other) && !isLastAvailable(other)) {
            other.change(MEETING, note);
        }
    }

    private boolean isLastAvailable(Colleague somebody) {
        return isSeenAvailable(somebody)
                && people.stream().filter(Bustle::isSeenAvailable).limit(2).count() < 2;
    }

    private static boolean isSeenAvailable(Colleague colleague) {
        return colleague.status().equals(AVAILABLE) && isSeen(colleague);
    }

    private static boolean isSeen(Colleague colleague) {
        return colleague.person().relation().equals("both");
    }

    private void write(Conversation conversation, String newcomer) {
        pace.later(180_000, 400_000, random, () -> write(conversation, newcomer));
        for (int i = 0; i < TRIES; i++) {
            Colleague somebody = anybody();
            if (mayMove.test(somebody) && isSeenAvailable(somebody)) {
                conversation.open(somebody, newcomer);
                return;
            }
        }
    }

    private Colleague anybody() {
        return people.get(random.nextInt(people.size()));
    }
}
