package org.lamplight.secrets;

import java.util.Optional;

/** Run inside a session bus of its own: keeps, finds and forgets a password, and prints what it saw. */
public final class SecretServiceProbe {
    private SecretServiceProbe() {}

    public static void main(String[] args) {
        SecretServiceStore store = new SecretServiceStore();
        System.out.println("available " + store.available());
        System.out.println("absent " + store.find("work").isEmpty());
        System.out.println("kept " + store.keep("work", "pässwörd".toCharArray()));
        System.out.println("kept again " + store.keep("work", "s3cret €".toCharArray()));
        Optional<char[]> found = store.find("work");
        System.out.println("found " + found.map(String::new).orElse("").equals("s3cret €"));
        System.out.println("other " + store.find("home").isEmpty());
        store.forget("work");
        System.out.println("forgotten " + store.find("work").isEmpty());
        System.exit(0);
    }
}
