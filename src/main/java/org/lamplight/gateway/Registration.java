package org.lamplight.gateway;

import org.lamplight.form.Form;

/**
 * What a gateway wants to know of who registers (XEP-0077).
 *
 * @param done whether this account is registered already
 * @param page a web page where one registers instead; empty if there is none
 */
public record Registration(boolean done, Form form, Style style, String page) {

    /** How the answers are sent. */
    public enum Style {
        /** As a form (XEP-0004). */
        FORM,
        /** As the elements of XEP-0077 itself. */
        ELEMENTS
    }
}
