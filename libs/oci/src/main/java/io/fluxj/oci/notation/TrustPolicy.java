package io.fluxj.oci.notation;

import java.util.List;

/**
 * Whose signatures count for some repositories.
 *
 * @param name of the statement
 * @param scopes {@code host/path}, or {@code *} for all
 * @param level how strictly
 * @param stores {@code type:name} of the certificates that are trusted
 * @param identities {@code x509.subject: ...} of who may sign, or {@code *} for whom the certificates vouch for
 * @param stampAlways whether signatures need a timestamp also while their certificates last, where a store of type {@code tsa} is named
 */
record TrustPolicy(
        String name,
        List<String> scopes,
        Level level,
        List<String> stores,
        List<String> identities,
        boolean stampAlways) {
    static final String ANY = "*";
    static final String SUBJECT = "x509.subject";

    TrustPolicy {
        scopes = List.copyOf(scopes);
        stores = List.copyOf(stores);
        identities = List.copyOf(identities);
    }

    boolean hasStore(String type) {
        return stores.stream().anyMatch(store -> store.startsWith(type + ":"));
    }
}
