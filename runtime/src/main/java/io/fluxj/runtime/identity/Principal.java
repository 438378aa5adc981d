package io.fluxj.runtime.identity;

import java.util.Map;

/** Who somebody is in the cluster, for whom a cloud shall vouch. */
public sealed interface Principal {
    /** What tells it from others, for keys of caches. */
    String key();

    /** The controller itself, as its environment says. */
    record Controller() implements Principal {
        @Override
        public String key() {
            return "controller";
        }
    }

    /**
     * A service account, as its annotations say.
     *
     * @param tokens gives tokens by which the cluster says that somebody is this account
     */
    record Account(String namespace, String name, Map<String, String> annotations, Tokens tokens) implements Principal {
        /** Makes the map unmodifiable. */
        public Account {
            annotations = Map.copyOf(annotations);
        }

        @Override
        public String key() {
            return "account/" + namespace + "/" + name;
        }

        /** An annotation; empty when it is not there. */
        public String annotation(String name) {
            return annotations.getOrDefault(name, "");
        }
    }

    /** Gives tokens of an account. */
    @FunctionalInterface
    interface Tokens {
        /** A token that those of an audience take. */
        String token(String audience) throws IdentityException;
    }
}
