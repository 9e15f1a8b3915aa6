package org.lamplight.people;

import java.util.List;
import org.lamplight.core.Event;

/** What happened to the people. */
public sealed interface PeopleEvent extends Event {

    /** Everybody anew: at the start, after a sign-in, when an account went. */
    record PeopleLoaded(List<Person> people) implements PeopleEvent {}

    /** The person's presence differs from before. */
    record PresenceChanged(Person person) implements PeopleEvent {}

    /** Somebody is new, or something other than presence differs: name, groups, addresses, consent. */
    record PersonChanged(Person person) implements PeopleEvent {}

    record PersonRemoved(String id) implements PeopleEvent {}

    /** The list of those who ask to see our presence differs. */
    record RequestsChanged(List<Request> requests) implements PeopleEvent {}
}
