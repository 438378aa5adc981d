package io.fluxj.notification.receiver.check;

import io.fluxj.notification.receiver.payload.GoJson;
import io.fluxj.notification.receiver.payload.MalformedPayload;
import io.fluxj.notification.receiver.payload.Shape;
import io.fluxj.runtime.secret.NamedSecret;
import java.util.Map;

/**
 * Calls of registries that sign nothing: the secret path is all there is, and the form of the body.
 *
 * @param registry in messages
 * @param shape of the body
 * @param explains whether the message says what is wrong
 */
record RegistryCheck(String registry, Shape.Fields shape, boolean explains) implements CallCheck {
    private static final Shape TEXT = new Shape.Text();

    static final RegistryCheck DOCKER_HUB = new RegistryCheck(
            "DockerHub",
            Shape.of(
                    "payload",
                    Map.of(
                            "push_data", Shape.of("", Map.of("tag", TEXT)),
                            "repository", Shape.of("", Map.of("repo_url", TEXT)))),
            false);
    static final RegistryCheck QUAY = new RegistryCheck(
            "Quay", Shape.of("payload", Map.of("docker_url", TEXT, "updated_tags", new Shape.Texts())), true);
    static final RegistryCheck ACR = new RegistryCheck(
            "ACR",
            Shape.of(
                    "payload",
                    Map.of("action", TEXT, "target", Shape.of("target", Map.of("repository", TEXT, "tag", TEXT)))),
            true);

    @Override
    public Genuine check(Call call, NamedSecret secret) throws CallRefused {
        try {
            Shape.check(shape, GoJson.first(call.body().array()));
        } catch (MalformedPayload malformed) {
            String problem = "cannot decode " + registry + " webhook payload";
            throw new CallRefused(explains ? problem + ": " + malformed.message() : problem);
        }
        return Genuine.with(call.body());
    }
}
