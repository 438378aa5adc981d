package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.runtime.secret.BasicAuth;
import java.net.URI;
import java.net.URISyntaxException;

/** Statuses of commits on Bitbucket Server. */
final class BitbucketServer implements Service {
    private static final int OK = 200;
    private static final String SCM = "/scm/";

    private final String clone;
    private final String repository;
    private final String authorization;
    private final String key;

    private BitbucketServer(String clone, String repository, String authorization, String key) {
        this.clone = clone;
        this.repository = repository;
        this.authorization = authorization;
        this.key = key;
    }

    static Service of(Settings settings) throws DeliveryFailure {
        String repository;
        try {
            repository = repository(settings.address());
        } catch (DeliveryFailure malformed) {
            throw malformed.within("could not parse git address");
        }
        return new BitbucketServer(
                settings.address(),
                repository,
                authorization(settings.credentials()),
                Hex.sha1(settings.commitStatus()));
    }

    private static String authorization(Settings.Credentials credentials) throws DeliveryFailure {
        if (!credentials.token().isEmpty()) {
            return "Bearer " + credentials.token();
        }
        if (!credentials.isBasic()) {
            throw new DeliveryFailure("invalid credentials, expected to be one of username/password or API Token");
        }
        return new BasicAuth(credentials.username(), credentials.password()).header();
    }

    /** The address of the repository in the API, from the one to clone from: {@code base/scm/project/repository.git}. */
    private static String repository(String address) throws DeliveryFailure {
        URI uri = uri(address);
        String scheme = String.valueOf(uri.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new DeliveryFailure("unsupported scheme type in address: " + scheme + ". Must be http or https");
        }
        String path = String.valueOf(uri.getRawPath());
        int scm = path.lastIndexOf(SCM);
        String[] names =
                scm < 0 ? new String[0] : path.substring(scm + SCM.length()).split("/", -1);
        if (names.length != 2) {
            throw new DeliveryFailure("supplied provider address is not http(s) git clone url");
        }
        String name = names[1].endsWith(".git") ? names[1].substring(0, names[1].length() - 4) : names[1];
        return scheme + "://" + uri.getRawAuthority() + path.substring(0, scm) + "/rest/api/latest/projects/" + names[0]
                + "/repos/" + name;
    }

    private static URI uri(String address) throws DeliveryFailure {
        try {
            return new URI(address);
        } catch (URISyntaxException malformed) {
            throw new DeliveryFailure("parse \"" + address + "\": invalid URI for request");
        }
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException {
        if (notification.isProgress()) {
            return;
        }
        Build build = build(notification);
        try {
            if (isThere(build, line)) {
                return;
            }
        } catch (DeliveryFailure failed) {
            throw failed.within("could not get existing commit status");
        }
        try {
            create(build, line);
        } catch (DeliveryFailure failed) {
            throw failed.within("could not post build status");
        }
    }

    /** What is said of a commit. */
    private record Build(URI address, String name, String state, String description) {}

    private Build build(Notification notification) throws DeliveryFailure {
        String commit;
        try {
            commit = Commit.require(notification);
        } catch (DeliveryFailure none) {
            throw none.message().startsWith("missing") ? none : none.within("could not parse revision");
        }
        String state;
        try {
            state = Commit.state(notification, "bitbucket server", "SUCCESSFUL", "FAILED");
        } catch (DeliveryFailure none) {
            throw new DeliveryFailure(
                    "couldn't convert to bitbucket server state: bitbucket server state generated on info or error events only");
        }
        String description = Commit.description(notification);
        return new Build(
                URI.create(repository + "/commits/" + commit + "/builds"),
                Commit.nameWithoutSummary(notification) + " [" + description + "]",
                state,
                description);
    }

    private boolean isThere(Build build, Line line) throws DeliveryFailure, InterruptedException {
        Reply reply;
        try {
            reply = line.persistently(request(Request.get(URI.create(build.address() + "?key=" + key))));
        } catch (DeliveryFailure failed) {
            throw failed.within("failed api call to check duplicate commit status");
        }
        JsonNode known = reply.json();
        return reply.status() == OK
                && known.path("state").asText().equals(build.state())
                && known.path("name").asText().equals(build.name())
                && known.path("description").asText().equals(build.description());
    }

    private void create(Build build, Line line) throws DeliveryFailure, InterruptedException {
        Request request = Request.post(
                build.address(),
                Json.object(
                        "description", build.description(),
                        "key", key,
                        "name", build.name(),
                        "state", build.state(),
                        "url", clone));
        Reply reply = line.persistently(request(request));
        if (!reply.isOk()) {
            throw new DeliveryFailure("could not post build commit status: " + reply.status() + " - "
                    + StatusText.phrase(reply.status()));
        }
    }

    private Request request(Request request) {
        return request.with("Authorization", authorization)
                .with("X-Atlassian-Token", "no-check")
                .with("X-Requested-With", "XMLHttpRequest");
    }
}
