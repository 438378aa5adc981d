package io.fluxj.notification.provider;

import io.fluxj.notification.event.EventJson;
import io.fluxj.notification.event.GoJson;
import java.io.ByteArrayOutputStream;
import java.util.Map;

/** Starts workflows of GitHub Actions. */
final class GitHubDispatch implements Service {
    private final GitHubApi api;

    private GitHubDispatch(GitHubApi api) {
        this.api = api;
    }

    static Service of(Settings settings, String token) throws DeliveryFailure {
        return new GitHubDispatch(GitHub.api(settings, token));
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException {
        Request request = new Request(
                "POST", api.inRepository("dispatches"), Map.of("Content-Type", "application/json"), body(notification));
        try {
            var _ = api.ask(request, line);
        } catch (DeliveryFailure failed) {
            throw failed.within("could not send github repository dispatch webhook");
        }
    }

    /** One line, as go-github's encoder ends it. */
    private static byte[] body(Notification notification) {
        String type = notification.object().kind() + "/" + notification.object().name() + "."
                + notification.object().namespace();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                GoJson.bytes(Json.object("event_type", type, "client_payload", EventJson.tree(notification.event()))));
        body.write('\n');
        return body.toByteArray();
    }
}
