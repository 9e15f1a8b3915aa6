package org.lamplight.core;

/** Something that happened, in the past tense. Each domain package has its own sealed family of records. */
public interface Event {}
