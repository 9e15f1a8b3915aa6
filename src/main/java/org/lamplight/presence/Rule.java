package org.lamplight.presence;

/** One line of the rules: where the condition holds, the person has this status. */
record Rule(String name, Condition condition, Status status) {}
