package io.fluxj.notification.receiver.token;

import io.fluxj.net.http.HttpReader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The issuers of tokens, as far as calls named them lately. */
public final class Issuers implements AutoCloseable {
    private static final int MOST = 200;
    private static final List<Algorithm> OF_GOOGLE = List.of(Algorithm.RS256, Algorithm.ES256);

    private final HttpReader reader;
    private final Documents documents;
    private final InstantSource clock;
    private final Duration patience;
    private final Issuer google;
    private final Map<String, Issuer> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Issuer> eldest) {
            return size() > MOST;
        }
    };

    /**
     * None is asked yet.
     *
     * @param reader is closed with this
     * @param googleKeys where Google publishes the keys of its service accounts' tokens
     * @param patience how long an issuer may take to answer
     */
    public Issuers(HttpReader reader, String googleKeys, Duration patience, InstantSource clock) {
        this.reader = reader;
        this.documents = new Documents(reader, patience);
        this.clock = clock;
        this.patience = patience;
        this.google = new Issuer(new KnownPlace(documents, new Published(googleKeys, OF_GOOGLE)), clock, patience);
    }

    /** The issuer at an address. */
    synchronized Issuer at(String address) {
        return known.computeIfAbsent(address, issuer -> new Issuer(new Discovered(documents, issuer), clock, patience));
    }

    /** Google, as far as it vouches for service accounts. */
    Issuer google() {
        return google;
    }

    /** An issuer of OpenID Connect. */
    private record Discovered(Documents documents, String address) implements Issuer.Source {
        @Override
        public Published publish() throws TokenRefused, InterruptedException {
            return Published.discover(documents, address);
        }

        @Override
        public List<Key> keys(Published published) throws TokenRefused, InterruptedException {
            return Key.all(documents.fetch(published.keysAddress()));
        }
    }

    /** An issuer whose keys are where they always were. */
    private record KnownPlace(Documents documents, Published published) implements Issuer.Source {
        @Override
        public Published publish() {
            return published;
        }

        @Override
        public List<Key> keys(Published place) throws TokenRefused, InterruptedException {
            return Key.all(documents.fetch(place.keysAddress()));
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
