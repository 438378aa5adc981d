package io.fluxj.runtime.identity.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.runtime.identity.Call;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.RegistryCloud;
import io.fluxj.runtime.identity.RegistryPassword;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amazon's Elastic Container Registry, private and public. Source: behaviour §11; Amazon ECR API Reference, GetAuthorizationToken. */
public record EcrLogin(AwsIdentity identity) implements RegistryCloud {
    private static final Pattern HOST = Pattern.compile("[0-9]{12}\\.dkr[.-]ecr(-fips)?\\.([a-z0-9-]{1,40})\\."
            + "(amazonaws\\.com(?:\\.cn)?|amazonaws\\.eu|on\\.aws|on\\.amazonwebservices\\.com\\.cn|sc2s\\.sgov\\.gov"
            + "|c2s\\.ic\\.gov|cloud\\.adc-e\\.uk|csp\\.hci\\.ic\\.gov)");

    /** As Flux shows it. */
    private static final String SHOWN = "([0-9+]*).dkr[.-]ecr(?:-fips)?\\.([^/.]*)\\.(amazonaws\\.com[.cn]*"
            + "|amazonaws\\.eu|sc2s\\.sgov\\.gov|c2s\\.ic\\.gov|cloud\\.adc-e\\.uk|csp\\.hci\\.ic\\.gov|on\\.aws)";

    private static final Set<String> PUBLIC = Set.of("public.ecr.aws", "ecr-public.aws.com");
    private static final String PUBLIC_REGION = "us-east-1";

    /** What is asked for, of whom. */
    private record Door(URI address, String region, String service, String target) {}

    @Override
    public RegistryPassword login(String host, Principal who, Caller caller) throws IdentityException {
        Door door = door(host);
        AwsKeys keys = identity.keys(who, door.region(), caller);
        String key = "aws/ecr/" + keys.access() + "/" + door.region() + "/" + door.service();
        return identity.environment().cache().get(key, RegistryPassword.class, () -> ask(door, keys, caller));
    }

    private Door door(String host) throws IdentityException {
        if (PUBLIC.contains(host)) {
            URI address =
                    identity.endpoint("ECR_PUBLIC", "https://api.ecr-public." + PUBLIC_REGION + ".amazonaws.com/");
            return new Door(address, PUBLIC_REGION, "ecr-public", "SpencerFrontendService.GetAuthorizationToken");
        }
        Matcher known = HOST.matcher(host);
        if (!known.matches()) {
            throw new IdentityException("invalid AWS registry: '" + host + "'. must match " + SHOWN);
        }
        String region = known.group(2);
        String name = known.group(1) == null ? "api.ecr." : "ecr-fips.";
        String domain =
                switch (known.group(3)) {
                    case "on.aws" -> "amazonaws.com";
                    case "on.amazonwebservices.com.cn" -> "amazonaws.com.cn";
                    default -> known.group(3);
                };
        URI address = identity.endpoint("ECR", "https://" + name + region + "." + domain + "/");
        return new Door(address, region, "ecr", "AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken");
    }

    private RegistryPassword ask(Door door, AwsKeys keys, Caller caller) throws IdentityException {
        Map<String, String> headers = new AwsSignature(keys, door.region(), door.service())
                .headers(
                        door.address(),
                        Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", door.target()),
                        "{}",
                        identity.environment().clock().instant());
        JsonNode answer =
                caller.json(new Call("POST", door.address(), headers, "{}")).path("authorizationData");
        JsonNode data = answer.isArray() ? answer.path(0) : answer;
        return password(
                data.path("authorizationToken").asText(""),
                data.path("expiresAt").asDouble(0));
    }

    private static RegistryPassword password(String token, double expires) throws IdentityException {
        try {
            String both = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            if (colon > 0) {
                Instant end = Instant.ofEpochSecond((long) expires);
                return new RegistryPassword(both.substring(0, colon), both.substring(colon + 1), end);
            }
        } catch (IllegalArgumentException malformed) {
            // said below, without what it is
        }
        throw new IdentityException("the answer of ECR holds no name and password");
    }
}
