package org.lamplight.chat.files;

import org.lamplight.core.Event;

/** A file got further, or stopped. At most some ten a second for each. */
public record TransferChanged(Transfer transfer) implements Event {}
