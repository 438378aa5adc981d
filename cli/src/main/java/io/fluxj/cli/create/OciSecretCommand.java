package io.fluxj.cli.create;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.oci.Repository;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create secret oci}: a Secret to pull from a registry with. */
@Command(name = "oci", description = "Create or change a Secret to pull from a registry with.")
final class OciSecretCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Option(names = "--url", paramLabel = "HOST[/PATH]", description = "The registry.")
    private String url = "";

    @Mixin
    private final LoginFlags login = new LoginFlags();

    OciSecretCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String username = Required.flag("--username", login.username());
        String password = Required.flag("--password", login.password());
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        config.putObject("auths")
                .putObject(registry(Required.flag("--url", url).replaceFirst("^oci://", "")))
                .put("username", username)
                .put("password", password)
                .put("auth", base64(username + ":" + password));
        return new SecretCreation(session, flags)
                .of("kubernetes.io/dockerconfigjson", Map.of(".dockerconfigjson", config.toString()));
    }

    private static String registry(String address) {
        try {
            return address.contains("/") ? Repository.parse(address).registry() : address;
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure("--url '" + address + "': " + wrong.getMessage(), wrong);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
