package io.fluxj.notification.provider;

import io.fluxj.notification.event.EventJson;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.IdentityException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An event hub of Azure, over its REST interface: what readers of the hub see is the same as over AMQP. Source: ADR 110; Microsoft, "Send event" and
 * "Generate SAS token".
 */
final class AzureEventHub implements Service {
    private static final String SHARED_KEY = "SharedAccessKey";
    private static final long LIFETIME = 300;
    /** With two slashes, as Microsoft's own clients write it. */
    private static final String SCOPE = "https://eventhubs.azure.net//.default";
    /** Anything else would be another host. */
    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9-]{1,63}");

    private static final Pattern HUB = Pattern.compile("[A-Za-z0-9._/-]{1,256}");

    private final URI hub;
    private final Authorization authorization;

    /** Who we are, at the time of sending. */
    private sealed interface Authorization {
        /** A token for some time. */
        record Bearer(String token) implements Authorization {}

        /** A key that signs. */
        record SharedKey(String name, String key) implements Authorization {}
    }

    private AzureEventHub(URI hub, Authorization authorization) {
        this.hub = hub;
        this.authorization = authorization;
    }

    /**
     * The hub of a Provider.
     *
     * @throws DeliveryFailure when it does not say which hub, or who we are twice or not at all
     */
    static Service open(Settings settings, CloudIdentity clouds, Line line) throws DeliveryFailure {
        requireOneIdentity(settings);
        if (settings.address().contains(SHARED_KEY)) {
            return withSharedKey(settings.address());
        }
        URI hub = hub(settings, clouds);
        return new AzureEventHub(hub, new Authorization.Bearer(token(settings, clouds, line)));
    }

    private static void requireOneIdentity(Settings settings) throws DeliveryFailure {
        boolean shared = settings.address().contains(SHARED_KEY);
        boolean token = !settings.token().isEmpty();
        boolean account = !settings.credentials().account().isEmpty();
        if (shared && (account || token)) {
            throw twice(account ? "serviceAccountName" : "jwt token", "SAS");
        }
        if (account && token) {
            throw twice("serviceAccountName", "jwt token");
        }
    }

    private static DeliveryFailure twice(String one, String other) {
        return new DeliveryFailure("invalid authentication options: " + one + " and " + other
                + " authentication cannot be set at the same time");
    }

    private static String token(Settings settings, CloudIdentity clouds, Line line) throws DeliveryFailure {
        if (!settings.token().isEmpty()) {
            return settings.token();
        }
        try {
            return clouds.azure(settings, SCOPE, line);
        } catch (IdentityException none) {
            throw new DeliveryFailure(
                    "failed to create a eventhub using managed identity failed to get token for azure event hub: "
                            + none.message());
        }
    }

    private static URI hub(Settings settings, CloudIdentity clouds) throws DeliveryFailure {
        if (!NAMESPACE.matcher(settings.channel()).matches()
                || !HUB.matcher(settings.address()).matches()) {
            throw new DeliveryFailure(
                    "failed to create an eventhub: it needs the namespace of Event Hubs as channel and the name of the hub as address");
        }
        return URI.create("https://" + settings.channel() + suffix(clouds.environment()) + "/" + settings.address());
    }

    /** Clouds of their own have names of their own. */
    private static String suffix(CloudEnvironment environment) {
        String authority = environment.variable("AZURE_AUTHORITY_HOST").orElse("");
        if (authority.contains("chinacloudapi.cn")) {
            return ".servicebus.chinacloudapi.cn";
        }
        return authority.contains("microsoftonline.us") ? ".servicebus.usgovcloudapi.net" : ".servicebus.windows.net";
    }

    private static Service withSharedKey(String connection) throws DeliveryFailure {
        Map<String, String> parts = new TreeMap<>();
        for (String part : connection.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        String endpoint = parts.getOrDefault("Endpoint", "").replaceFirst("^sb://", "https://");
        String entity = parts.getOrDefault("EntityPath", "");
        if (endpoint.isEmpty() || entity.isEmpty()) {
            throw new DeliveryFailure(
                    "failed to create an eventhub: the connection string needs Endpoint, SharedAccessKeyName, SharedAccessKey and EntityPath");
        }
        String base = endpoint.endsWith("/") ? endpoint : endpoint + "/";
        return new AzureEventHub(
                Address.require("event hub", base + entity),
                new Authorization.SharedKey(
                        parts.getOrDefault("SharedAccessKeyName", ""), parts.getOrDefault(SHARED_KEY, "")));
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException {
        Request request = new Request(
                "POST",
                URI.create(hub + "/messages?api-version=2014-01"),
                Map.of("Content-Type", "application/json", "Authorization", authorization()),
                EventJson.bytes(notification.event()));
        try {
            var _ = Posting.send(request, line);
        } catch (DeliveryFailure failed) {
            throw failed.within("failed to send to the event hub");
        }
    }

    private String authorization() throws DeliveryFailure {
        return switch (authorization) {
            case Authorization.Bearer(String token) -> "Bearer " + token;
            case Authorization.SharedKey(String name, String key) -> signature(name, key);
        };
    }

    private String signature(String name, String key) throws DeliveryFailure {
        String resource = URLEncoder.encode(hub.toString(), StandardCharsets.UTF_8);
        long expiry = Instant.now().getEpochSecond() + LIFETIME;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = mac.doFinal((resource + "\n" + expiry).getBytes(StandardCharsets.UTF_8));
            return "SharedAccessSignature sr=" + resource + "&sig="
                    + URLEncoder.encode(Base64.getEncoder().encodeToString(signed), StandardCharsets.UTF_8) + "&se="
                    + expiry
                    + "&skn=" + name;
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new DeliveryFailure("failed to create an eventhub: the SharedAccessKey cannot be used");
        }
    }
}
