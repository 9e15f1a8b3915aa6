/**
 * The buttons and lamps of headsets, as USB HID has them (HID Usage Tables 1.5: telephony page 0x0B, LED page 0x08). On Linux
 * only, by the files of hidraw; no real device has been tried by anybody yet.
 */
@NullMarked
package org.lamplight.desktop.headset;

import org.jspecify.annotations.NullMarked;
