package org.lamplight.ui.hub;

import org.lamplight.people.Person;

/** A row of the people list. */
sealed interface HubRow {

    /** What a row is, whatever it shows at the moment: stays the same when rows are made anew. */
    String key();

    /** The header of a group. Its counts move with presence; EDT. */
    final class Group implements HubRow {
        private final String name;
        private final boolean folded;
        private final int all;
        private int reachable;

        Group(String name, boolean folded, int all) {
            this.name = name;
            this.folded = folded;
            this.all = all;
        }

        String name() {
            return name;
        }

        boolean folded() {
            return folded;
        }

        int all() {
            return all;
        }

        int reachable() {
            return reachable;
        }

        void count(int more) {
            reachable += more;
        }

        @Override
        public String key() {
            return "group " + name;
        }
    }

    /** Somebody, in one of their groups. */
    record Member(String id, String group) implements HubRow {
        static Member of(Person person, String group) {
            return new Member(person.id(), group);
        }

        @Override
        public String key() {
            return "person " + group + "\n" + id;
        }
    }
}
