package org.lamplight.desktop.keys;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * What is needed of {@code libxcb.so.1}. Names, order and types are those of {@code xcb/xproto.h}; a cookie is a struct of
 * one int, and narrow values are passed as what they are widened to.
 */
@SuppressWarnings("MethodName")
interface Xcb extends Library {
    Pointer xcb_connect(String display, @Nullable Pointer screen);

    int xcb_connection_has_error(Pointer connection);

    int xcb_get_file_descriptor(Pointer connection);

    Pointer xcb_get_setup(Pointer connection);

    int xcb_get_keyboard_mapping(Pointer connection, int first, int count);

    @Nullable
    Pointer xcb_get_keyboard_mapping_reply(Pointer connection, int cookie, @Nullable Pointer error);

    int xcb_get_modifier_mapping(Pointer connection);

    @Nullable
    Pointer xcb_get_modifier_mapping_reply(Pointer connection, int cookie, @Nullable Pointer error);

    int xcb_grab_key_checked(
            Pointer connection, int ownerEvents, int window, int modifiers, int key, int pointer, int keyboard);

    int xcb_ungrab_key_checked(Pointer connection, int key, int window, int modifiers);

    /** Waits for the server. Null: it was done. */
    @Nullable
    Pointer xcb_request_check(Pointer connection, int cookie);

    /** Waits. Null: the connection is broken. */
    @Nullable
    Pointer xcb_wait_for_event(Pointer connection);

    void xcb_disconnect(Pointer connection);
}
