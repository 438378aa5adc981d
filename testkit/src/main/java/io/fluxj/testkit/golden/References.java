package io.fluxj.testkit.golden;

/** Parts of {@code Kind/name}. */
final class References {
    private References() {}

    static String kind(String reference) {
        return reference.substring(0, reference.indexOf('/'));
    }

    static String name(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
