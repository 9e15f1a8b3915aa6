package org.lamplight.chat;

import java.util.List;

/**
 * Some messages of a talk that follow each other, oldest first.
 *
 * @param atEnd whether nothing lies beyond in the direction of reading; if not, there may be fewer messages than were
 *     asked for, for their texts are long
 */
public record TalkPage(List<Message> messages, boolean atEnd) {}
