package io.fluxj.cli.installation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.secret.SecretManifest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The Secret by which the cluster pulls the images.
 *
 * @param name empty for none
 * @param registry of the images
 * @param credentials {@code name:password}; empty when the Secret is somebody else's
 */
public record PullSecret(String name, String registry, String credentials) {
    /** The manifest; empty when there is nothing to make. */
    public Optional<ObjectNode> manifest(String namespace) {
        if (credentials.isEmpty()) {
            return Optional.empty();
        }
        int colon = credentials.indexOf(':');
        if (colon < 1) {
            throw new CommandFailure("--registry-creds must be USER:PASSWORD");
        }
        Map<String, String> data = Map.of(".dockerconfigjson", dockerConfig(colon));
        return Optional.of(SecretManifest.of(namespace, name, "kubernetes.io/dockerconfigjson", data));
    }

    private String dockerConfig(int colon) {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        config.putObject("auths")
                .putObject(registry.split("/", 2)[0])
                .put("username", credentials.substring(0, colon))
                .put("password", credentials.substring(colon + 1))
                .put("auth", base64(credentials));
        return config.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return "PullSecret[" + name + "]";
    }
}
