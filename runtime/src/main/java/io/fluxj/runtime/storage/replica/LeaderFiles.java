package io.fluxj.runtime.storage.replica;

import io.fluxj.runtime.peer.PeerHttp;
import io.fluxj.runtime.storage.StoredPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The files that the leader serves.
 *
 * @param leader {@code host:port} of its server; empty while nobody leads
 */
record LeaderFiles(PeerHttp http, Supplier<Optional<String>> leader) implements Upstream {
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public InputStream open(StoredPath path) throws IOException, InterruptedException {
        String address = leader.get().orElseThrow(() -> new IOException("no replica leads that could be asked"));
        HttpRequest request =
                HttpRequest.newBuilder(uri(address, path)).timeout(PATIENCE).build();
        HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != OK) {
            answer.body().close();
            throw new IOException("the leader at " + address + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    private static URI uri(String address, StoredPath path) throws IOException {
        try {
            URI base = new URI("http://" + address);
            return new URI("http", null, base.getHost(), base.getPort(), "/" + path.path(), null, null);
        } catch (URISyntaxException unusable) {
            throw new IOException("the leader's address '" + address + "' cannot be used", unusable);
        }
    }
}
