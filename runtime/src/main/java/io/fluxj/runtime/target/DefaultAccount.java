package io.fluxj.runtime.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * Whose identity is used where a ConfigMap names no account: the one of a flag, in the ConfigMap's namespace, or else the controller's own.
 *
 * @param flag {@code --default-kubeconfig-service-account}, may be empty
 * @param ownToken the file with the controller's own token
 */
public record DefaultAccount(String flag, Path ownToken) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTS = 4;

    /** With the token file that every pod has. */
    public static DefaultAccount of(String flag) {
        return new DefaultAccount(flag, Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token"));
    }

    /** A service account. */
    record Account(String namespace, String name) {}

    boolean isOwn() {
        return flag.isEmpty();
    }

    Account in(String namespace) throws TargetFailure {
        return flag.isEmpty() ? own() : new Account(namespace, flag);
    }

    private Account own() throws TargetFailure {
        try {
            String[] parts = Files.readString(ownToken).strip().split("\\.", -1);
            String claims =
                    new String(Base64.getUrlDecoder().decode(parts.length > 1 ? parts[1] : ""), StandardCharsets.UTF_8);
            List<String> subject =
                    List.of(JSON.readTree(claims).path("sub").asText().split(":", -1));
            if (subject.size() == PARTS) {
                return new Account(subject.get(2), subject.get(3));
            }
            throw unknown();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // what the reader says may quote the token
            throw unknown();
        } catch (IOException e) {
            throw new TargetFailure(
                    "the controller has no token of its own (%s): name a serviceAccountName in the ConfigMap"
                            .formatted(ownToken));
        }
    }

    private static TargetFailure unknown() {
        return new TargetFailure(
                "the controller's own token does not tell its service account: name a serviceAccountName in the ConfigMap");
    }
}
