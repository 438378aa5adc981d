package io.fluxj.testkit.golden;

/** Parts of {@code Kind/name}, or {@code Kind/namespace/name} for what is in another namespace than the scenario. */
final class References {
    private References() {}

    /** Whether it names an object of the API, and not something that only a suite can look at. */
    static boolean nameObjects(String reference) {
        return reference.contains("/");
    }

    static String kind(String reference) {
        return reference.substring(0, reference.indexOf('/'));
    }

    static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** The namespace that it names, else the scenario's. */
    static String namespace(String reference, String scenario) {
        int first = reference.indexOf('/');
        int last = reference.lastIndexOf('/');
        return first == last ? scenario : reference.substring(first + 1, last);
    }
}
